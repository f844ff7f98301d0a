package supernode.design;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A reusable drawing: package, tray, rack, row or cluster.
 *
 * @param name as people call it
 * @param level how it is drawn and named
 * @param heightU rack units that it takes in a rack; 0 when it is not rack-mounted
 * @param enclosure id of the enclosure part (rack or tray) with its slots and power budget; empty
 *     when there is none
 * @param placements by name, in drawing order
 * @param exposes names under which inner ports are reached from outside
 */
public record Assembly(
    String name,
    Level level,
    int heightU,
    String enclosure,
    Map<String, Placement> placements,
    List<Wiring> wirings,
    Map<String, List<Selector>> exposes) {
  /** Sizes of assemblies. */
  public enum Level {
    PACKAGE,
    TRAY,
    RACK,
    ROW,
    CLUSTER
  }

  public Assembly {
    placements = Collections.unmodifiableMap(new LinkedHashMap<>(placements));
    wirings = List.copyOf(wirings);
    Map<String, List<Selector>> copy = new LinkedHashMap<>();
    exposes.forEach((k, v) -> copy.put(k, List.copyOf(v)));
    exposes = Collections.unmodifiableMap(copy);
  }

  public Assembly withPlacements(Map<String, Placement> next) {
    return new Assembly(name, level, heightU, enclosure, next, wirings, exposes);
  }

  /** With one placement added or replaced; a new one goes to the end. */
  public Assembly withPlacement(String key, Placement placement) {
    Map<String, Placement> next = new LinkedHashMap<>(placements);
    next.put(key, placement);
    return withPlacements(next);
  }

  public Assembly withWirings(List<Wiring> next) {
    return new Assembly(name, level, heightU, enclosure, placements, next, exposes);
  }

  public Assembly withWiring(Wiring wiring) {
    List<Wiring> next = new ArrayList<>(wirings);
    next.add(wiring);
    return withWirings(next);
  }

  public Assembly withExposes(Map<String, List<Selector>> next) {
    return new Assembly(name, level, heightU, enclosure, placements, wirings, next);
  }

  public Assembly withEnclosure(String next) {
    return new Assembly(name, level, heightU, next, placements, wirings, exposes);
  }

  public Assembly withName(String next) {
    return new Assembly(next, level, heightU, enclosure, placements, wirings, exposes);
  }
}
