package supernode.design.edit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import supernode.design.Ambient;
import supernode.design.Damage;
import supernode.design.Fabric;
import supernode.design.Routing;
import supernode.design.Routings;
import supernode.design.Setting;
import supernode.design.Traffic;
import supernode.design.TrafficPattern;
import supernode.design.TrafficPatterns;
import supernode.design.WeatherYear;
import supernode.design.Workload;

/** Edits of what a design is held against: scenarios, with their traffic, faults and jobs. */
final class RandomScenarios {
  private final Random random;

  RandomScenarios(Random random) {
    this.random = random;
  }

  /**
   * Any edit.
   *
   * @param a a place of the design, or of none
   * @param b another
   */
  Edit next(String a, String b) {
    return switch (random.nextInt(8)) {
      case 7 -> new Edit.SetWeather(pick(RandomEdits.SCENARIOS), weather());
      case 6 ->
          new Edit.SetWorkload(pick(RandomEdits.SCENARIOS), "job-" + random.nextInt(3), workload());
      case 5 ->
          new Edit.SetDamage(pick(RandomEdits.SCENARIOS), List.of(damage(a, b), damage(b, a)));
      case 4 -> new Edit.SetRouting(pick(List.of(Fabric.SCALE_UP, Fabric.HOST)), routing());
      case 0 -> new Edit.AddScenario(pick(RandomEdits.SCENARIOS), pick(RandomEdits.SCENARIOS));
      case 1 -> new Edit.RemoveScenario(pick(RandomEdits.SCENARIOS));
      case 2 ->
          new Edit.SetAmbient(
              pick(RandomEdits.SCENARIOS),
              new Ambient(random.nextInt(60), random.nextDouble() * 40, -3.5));
      default ->
          new Edit.SetTraffic(
              pick(RandomEdits.SCENARIOS),
              List.of(
                  new Traffic(
                      pick(List.of(Fabric.SCALE_UP, Fabric.SCALE_OUT)),
                      pattern(),
                      pick(List.of(1.0, 0.3)),
                      limit())));
    };
  }

  private Optional<Workload> workload() {
    Map<String, Setting> strategy = Map.of("tp", new Setting.Amount(1 + random.nextInt(8)));
    Map<String, Setting> job = new LinkedHashMap<>();
    job.put("model", new Setting.Word("llama3-70b"));
    job.put("batch", new Setting.Amount(1 + random.nextInt(1000)));
    job.put("unevenStages", new Setting.Truth(random.nextBoolean()));
    job.put("tokens", new Setting.Amount(1.5e13));
    job.put("strategy", new Setting.Group(strategy));
    return random.nextInt(4) == 0
        ? Optional.empty()
        : Optional.of(new Workload(Workload.Kind.TRAIN, new Setting.Group(job)));
  }

  private Damage damage(String a, String b) {
    return switch (random.nextInt(4)) {
      case 0 -> new Damage.Links(a, b, random.nextInt(3));
      case 1 -> new Damage.Port(a, "net", random.nextInt(3));
      case 2 -> new Damage.Plane(Fabric.SCALE_UP, random.nextInt(3));
      default ->
          new Damage.Random(
              pick(List.of(Damage.Part.values())), Fabric.SCALE_OUT, random.nextInt(9), 7);
    };
  }

  private OptionalDouble limit() {
    return random.nextBoolean() ? OptionalDouble.empty() : OptionalDouble.of(12.3e9);
  }

  /** Everyone to everyone, each pair with a limit of its own. */
  private TrafficPattern table(int endpoints) {
    List<TrafficPattern.Demand> all = new ArrayList<>();
    for (int from = 0; from < endpoints; from++) {
      for (int to = 0; to < endpoints; to++) {
        if (from != to) {
          all.add(
              new TrafficPattern.Demand(
                  new TrafficPattern.Range(from, from),
                  new TrafficPattern.Range(to, to),
                  1,
                  OptionalDouble.of(1e9 * (1 + random.nextInt(400)) / 8)));
        }
      }
    }
    return new TrafficPattern.Matrix(all);
  }

  private TrafficPattern pattern() {
    int n = 1 + random.nextInt(9);
    return switch (random.nextInt(10)) {
      case 9 -> table(n + 1);
      case 0 -> new TrafficPattern.Uniform(n, n);
      case 1 -> new TrafficPattern.RingShift(n - 4);
      case 2 -> new TrafficPattern.NeighbourExchange(List.of(n, 2), random.nextBoolean());
      case 3 -> new TrafficPattern.Incast(n, n);
      case 4 -> new TrafficPattern.HotSpot(n, n / 10.0, n);
      case 5 -> new TrafficPattern.Tornado(List.of(n));
      case 6 -> new TrafficPattern.ExpertParallel(n, 8 * n, n);
      case 7 ->
          new TrafficPattern.Matrix(
              List.of(
                  new TrafficPattern.Demand(
                      new TrafficPattern.Range(0, n),
                      new TrafficPattern.Range(n, n),
                      n / 7.0,
                      limit())));
      default -> pick(List.copyOf(TrafficPatterns.BY_KEY.values()));
    };
  }

  private Routing routing() {
    int n = 1 + random.nextInt(9);
    return switch (random.nextInt(5)) {
      case 0 -> new Routing.HashedEqualCost(n);
      case 1 -> new Routing.Valiant(new Routing.DimensionOrder(List.of(n, 3)));
      case 2 -> new Routing.Adaptive(new Routing.Minimal(n));
      case 3 -> new Routing.RailAware(n);
      default -> pick(List.copyOf(Routings.BY_KEY.values()));
    };
  }

  private Optional<WeatherYear> weather() {
    return random.nextBoolean()
        ? Optional.empty()
        : Optional.of(
            new WeatherYear(
                "here.csv",
                List.of(
                    new WeatherYear.Bin(random.nextInt(40) + 0.5, random.nextInt(1) - 3.25, 4000),
                    new WeatherYear.Bin(-7, -7.125, random.nextInt(1000) + 1))));
  }

  private <T> T pick(List<T> from) {
    return RandomEdits.pick(from, random);
  }
}
