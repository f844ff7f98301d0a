package supernode.design;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What happens to a design: its surroundings, its traffic, what has failed, what it works on. Kept
 * apart from the drawing.
 *
 * @param faults instance paths that have failed, sorted
 * @param damage what has failed besides whole instances
 * @param workloads by their names, in the order of the file
 * @param weather of a year, outside; the surroundings are those of one hour
 */
public record Scenario(
    Ambient ambient,
    List<Traffic> traffic,
    Set<String> faults,
    List<Damage> damage,
    Map<String, Workload> workloads,
    Optional<WeatherYear> weather) {
  /** Most entries of {@link #damage}. */
  public static final int MAX_DAMAGE = 1000;

  /** Most entries of {@link #traffic}. */
  public static final int MAX_TRAFFIC = 64;

  /** Most entries of {@link #workloads}. */
  public static final int MAX_WORKLOADS = 32;

  public static final Scenario DEFAULT =
      new Scenario(
          Ambient.DEFAULT,
          List.of(new Traffic(Fabric.SCALE_UP, new TrafficPattern.AllToAll())),
          Set.of(),
          List.of(),
          Map.of(),
          Optional.empty());

  public Scenario {
    traffic = List.copyOf(traffic);
    damage = List.copyOf(damage);
    workloads = Collections.unmodifiableMap(new LinkedHashMap<>(workloads));
    faults = Collections.unmodifiableSet(new TreeSet<>(faults));
  }

  public Scenario withFaults(Collection<String> next) {
    return new Scenario(ambient, traffic, new TreeSet<>(next), damage, workloads, weather);
  }

  public Scenario withAmbient(Ambient next) {
    return new Scenario(next, traffic, faults, damage, workloads, weather);
  }

  public Scenario withTraffic(List<Traffic> next) {
    return new Scenario(ambient, next, faults, damage, workloads, weather);
  }

  public Scenario withDamage(List<Damage> next) {
    return new Scenario(ambient, traffic, faults, next, workloads, weather);
  }

  public Scenario withWorkloads(Map<String, Workload> next) {
    return new Scenario(ambient, traffic, faults, damage, next, weather);
  }

  public Scenario withWeather(Optional<WeatherYear> next) {
    return new Scenario(ambient, traffic, faults, damage, workloads, next);
  }
}
