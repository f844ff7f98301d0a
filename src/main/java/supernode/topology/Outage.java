package supernode.topology;

import java.util.BitSet;

/**
 * A model under a scenario, and in what it differs from the sound one.
 *
 * @param model shares with the sound one what has not failed
 * @param instances by index, those that have failed
 * @param links by index, those of which some or all have failed, or an end of theirs has
 */
public record Outage(SystemModel model, BitSet instances, BitSet links) {
  static Outage none(SystemModel sound) {
    return new Outage(sound, new BitSet(), new BitSet());
  }
}
