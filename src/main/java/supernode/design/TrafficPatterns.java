package supernode.design;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import supernode.quantity.Text;

/** Names, starting values and bounds of {@link TrafficPattern}s. */
public final class TrafficPatterns {
  /** The patterns as they are when nothing else is said, by their names in files. */
  public static final SequencedMap<String, TrafficPattern> BY_KEY = byKey();

  private static final double LEAST_WEIGHT = 1e-6;
  private static final double MOST_WEIGHT = 1e6;
  private static final double MOST_BYTES_PER_S = 1e18;

  private TrafficPatterns() {}

  /** A number and what it may be. */
  record Bounded(double value, double least, double most) {}

  private static SequencedMap<String, TrafficPattern> byKey() {
    SequencedMap<String, TrafficPattern> all = new LinkedHashMap<>();
    Stream.of(
            new TrafficPattern.AllToAll(),
            new TrafficPattern.RingShift(1),
            new TrafficPattern.Permutation(1),
            new TrafficPattern.Uniform(8, 1),
            new TrafficPattern.NeighbourExchange(List.of(), true),
            new TrafficPattern.Incast(0, 0),
            new TrafficPattern.HotSpot(0, 0.5, 1),
            new TrafficPattern.BitComplement(),
            new TrafficPattern.Tornado(List.of()),
            new TrafficPattern.PipelineStages(2),
            new TrafficPattern.ExpertParallel(0, 256, 8),
            new TrafficPattern.Matrix(List.of()))
        .forEach(p -> all.put(p.key(), p));
    return Collections.unmodifiableSequencedMap(all);
  }

  static Map<String, Bounded> numbers(TrafficPattern pattern) {
    return switch (pattern) {
      case TrafficPattern.AllToAll _, TrafficPattern.BitComplement _, TrafficPattern.Matrix _ ->
          Map.of();
      case TrafficPattern.Uniform(int peers, long seed) ->
          Map.of("peers", count(peers, 1), "seed", seed(seed));
      case TrafficPattern.RingShift(int shift) ->
          Map.of("shift", new Bounded(shift, -Bounds.MAX_COUNT, Bounds.MAX_COUNT));
      case TrafficPattern.Permutation(long seed) -> Map.of("seed", seed(seed));
      case TrafficPattern.NeighbourExchange(List<Integer> dims, boolean _) -> dims(dims);
      case TrafficPattern.Incast(int root, int fanIn) ->
          Map.of("root", count(root, 0), "fanIn", count(fanIn, 0));
      case TrafficPattern.HotSpot(int target, double _, long seed) ->
          Map.of("target", count(target, 0), "seed", seed(seed));
      case TrafficPattern.Tornado(List<Integer> dims) -> dims(dims);
      case TrafficPattern.PipelineStages(int stages) -> Map.of("stages", count(stages, 2));
      case TrafficPattern.ExpertParallel(int ranks, int experts, int topK) ->
          Map.of("ranks", count(ranks, 0), "experts", count(experts, 1), "topK", count(topK, 1));
    };
  }

  static String text(TrafficPattern pattern) {
    return switch (pattern) {
      case TrafficPattern.AllToAll _, TrafficPattern.BitComplement _, TrafficPattern.Matrix _ -> "";
      case TrafficPattern.Uniform(int peers, long seed) -> "peers=" + peers + ", seed=" + seed;
      case TrafficPattern.RingShift(int shift) -> "shift=" + shift;
      case TrafficPattern.Permutation(long seed) -> "seed=" + seed;
      case TrafficPattern.NeighbourExchange(List<Integer> dims, boolean _) -> text(dims);
      case TrafficPattern.Incast(int root, int fanIn) ->
          "root=" + root + (fanIn > 0 ? ", fanIn=" + fanIn : "");
      case TrafficPattern.HotSpot(int target, double share, long _) ->
          "target=" + target + ", share=" + share;
      case TrafficPattern.Tornado(List<Integer> dims) -> text(dims);
      case TrafficPattern.PipelineStages(int stages) -> "stages=" + stages;
      case TrafficPattern.ExpertParallel(int ranks, int experts, int topK) ->
          (ranks > 0 ? "ranks=" + ranks + ", " : "") + "experts=" + experts + ", topK=" + topK;
    };
  }

  private static String text(List<Integer> dims) {
    return dims.stream().map(String::valueOf).collect(Collectors.joining("x"));
  }

  private static Bounded count(int n, int least) {
    return new Bounded(n, least, Bounds.MAX_COUNT);
  }

  private static Bounded seed(long seed) {
    return new Bounded(seed, 0, Integer.MAX_VALUE);
  }

  private static Map<String, Bounded> dims(List<Integer> dims) {
    int worst = dims.stream().filter(d -> d < 1 || d > Bounds.MAX_COUNT).findFirst().orElse(1);
    return Map.of(
        "dims", new Bounded(worst, 1, Bounds.MAX_COUNT),
        "dims.length", new Bounded(dims.size(), 0, TrafficPattern.MAX_DIMENSIONS));
  }

  static List<Text> problems(TrafficPattern.Matrix matrix) {
    if (matrix.demands().size() > TrafficPattern.MAX_DEMANDS
        || matrix.flows() > TrafficPattern.MAX_FLOWS) {
      return List.of(
          Text.of("design.matrixLong", TrafficPattern.MAX_DEMANDS, TrafficPattern.MAX_FLOWS));
    }
    for (int i = 0; i < matrix.demands().size(); i++) {
      TrafficPattern.Demand d = matrix.demands().get(i);
      if (!isRange(d.from()) || !isRange(d.to())) {
        return List.of(Text.of("design.matrixRange", i));
      }
      if (d.from().equals(d.to()) && d.from().size() == 1) {
        return List.of(Text.of("design.matrixSelf", i, d.from().first()));
      }
      if (!isWeight(d.weight()) || !isLimit(d.limitBytesPerS().orElse(0))) {
        return List.of(Text.of("design.matrixNumber", i, LEAST_WEIGHT, MOST_WEIGHT));
      }
    }
    return List.of();
  }

  private static boolean isRange(TrafficPattern.Range r) {
    return r.first() >= 0 && r.first() <= r.last() && r.last() < Bounds.MAX_COUNT;
  }

  static boolean isWeight(double weight) {
    return weight >= LEAST_WEIGHT && weight <= MOST_WEIGHT;
  }

  static boolean isLimit(double bytesPerS) {
    return bytesPerS >= 0 && bytesPerS <= MOST_BYTES_PER_S;
  }

  static Text weightProblem(String scenario) {
    return Text.of("design.trafficWeight", scenario, LEAST_WEIGHT, MOST_WEIGHT);
  }
}
