package supernode.design;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What happens to a design: its surroundings, its traffic, what has failed. Kept apart from the
 * drawing.
 *
 * @param faults instance paths that have failed, sorted
 * @param damage what has failed besides whole instances
 */
public record Scenario(
    Ambient ambient, List<Traffic> traffic, Set<String> faults, List<Damage> damage) {
  /** Most entries of {@link #damage}. */
  public static final int MAX_DAMAGE = 1000;

  /** Most entries of {@link #traffic}. */
  public static final int MAX_TRAFFIC = 64;

  public static final Scenario DEFAULT =
      new Scenario(
          Ambient.DEFAULT,
          List.of(new Traffic(Fabric.SCALE_UP, new TrafficPattern.AllToAll())),
          Set.of(),
          List.of());

  public Scenario {
    traffic = List.copyOf(traffic);
    damage = List.copyOf(damage);
    faults = java.util.Collections.unmodifiableSet(new TreeSet<>(faults));
  }

  public Scenario withFaults(Collection<String> next) {
    return new Scenario(ambient, traffic, new TreeSet<>(next), damage);
  }

  public Scenario withAmbient(Ambient next) {
    return new Scenario(next, traffic, faults, damage);
  }

  public Scenario withTraffic(List<Traffic> next) {
    return new Scenario(ambient, next, faults, damage);
  }

  public Scenario withDamage(List<Damage> next) {
    return new Scenario(ambient, traffic, faults, next);
  }
}
