package supernode.ui.panel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import supernode.design.Routing;
import supernode.design.TrafficPattern;
import supernode.quantity.Dimension;
import supernode.quantity.QuantityException;
import supernode.quantity.QuantityFormat;

/**
 * A number of a pattern or a routing that can be typed.
 *
 * @param name what it is called in texts
 * @param value as it is now
 * @param typed what is typed as the pattern or routing with it; empty where it is no such number
 */
record NumberForm<T>(String name, String value, Function<String, Optional<T>> typed) {
  static List<NumberForm<TrafficPattern>> of(TrafficPattern pattern) {
    List<NumberForm<TrafficPattern>> all = new ArrayList<>();
    switch (pattern) {
      case TrafficPattern.Uniform(int peers, long seed) -> {
        whole("peers", peers, n -> new TrafficPattern.Uniform(n, seed), all);
        seed(seed, s -> new TrafficPattern.Uniform(peers, s), all);
      }
      case TrafficPattern.RingShift(int shift) ->
          whole("shift", shift, TrafficPattern.RingShift::new, all);
      case TrafficPattern.Permutation(long seed) ->
          seed(seed, TrafficPattern.Permutation::new, all);
      case TrafficPattern.NeighbourExchange(List<Integer> dims, boolean wrapped) ->
          dims(dims, d -> new TrafficPattern.NeighbourExchange(d, wrapped), all);
      case TrafficPattern.Incast(int root, int fanIn) -> {
        whole("root", root, n -> new TrafficPattern.Incast(n, fanIn), all);
        whole("fanIn", fanIn, n -> new TrafficPattern.Incast(root, n), all);
      }
      case TrafficPattern.HotSpot(int target, double share, long seed) -> {
        whole("target", target, n -> new TrafficPattern.HotSpot(n, share, seed), all);
        all.add(
            new NumberForm<>(
                "share",
                share(share),
                text -> readShare(text).map(s -> new TrafficPattern.HotSpot(target, s, seed))));
        seed(seed, s -> new TrafficPattern.HotSpot(target, share, s), all);
      }
      case TrafficPattern.Tornado(List<Integer> dims) ->
          dims(dims, TrafficPattern.Tornado::new, all);
      case TrafficPattern.PipelineStages(int stages) ->
          whole("stages", stages, TrafficPattern.PipelineStages::new, all);
      case TrafficPattern.ExpertParallel(int ranks, int experts, int topK) -> {
        whole("ranks", ranks, n -> new TrafficPattern.ExpertParallel(n, experts, topK), all);
        whole("experts", experts, n -> new TrafficPattern.ExpertParallel(ranks, n, topK), all);
        whole("topK", topK, n -> new TrafficPattern.ExpertParallel(ranks, experts, n), all);
      }
      case TrafficPattern.AllToAll _, TrafficPattern.BitComplement _, TrafficPattern.Matrix _ -> {}
    }
    return all;
  }

  static List<NumberForm<Routing>> of(Routing routing) {
    List<NumberForm<Routing>> all = new ArrayList<>();
    switch (routing) {
      case Routing.HashedEqualCost(long seed) -> seed(seed, Routing.HashedEqualCost::new, all);
      case Routing.RailAware(int perServer) ->
          whole("perServer", perServer, Routing.RailAware::new, all);
      case Routing.Valiant(Routing.Leg leg) -> legs(leg, Routing.Valiant::new, all);
      case Routing.Adaptive(Routing.Leg leg) -> legs(leg, Routing.Adaptive::new, all);
      case Routing.Leg leg -> legs(leg, l -> l, all);
      case Routing.UpDown _, Routing.PlaneStriping _ -> {}
    }
    return all;
  }

  private static void legs(
      Routing.Leg leg, Function<Routing.Leg, Routing> with, List<NumberForm<Routing>> out) {
    switch (leg) {
      case Routing.DimensionOrder(List<Integer> dims) ->
          dims(dims, d -> with.apply(new Routing.DimensionOrder(d)), out);
      case Routing.Minimal(int perGroup) ->
          whole("routersPerGroup", perGroup, n -> with.apply(new Routing.Minimal(n)), out);
      case Routing.EqualCost _ -> {}
    }
  }

  private static <T> void whole(
      String name, int value, IntFunction<T> with, List<NumberForm<T>> out) {
    out.add(
        new NumberForm<>(
            name, Integer.toString(value), text -> Numbers.whole(text).map(with::apply)));
  }

  private static <T> void seed(long seed, LongFunction<T> with, List<NumberForm<T>> out) {
    out.add(
        new NumberForm<>(
            "seed", Long.toString(seed), text -> Numbers.whole(text).map(n -> with.apply(n))));
  }

  private static <T> void dims(
      List<Integer> dims, Function<List<Integer>, T> with, List<NumberForm<T>> out) {
    String value = dims.stream().map(String::valueOf).collect(Collectors.joining("x"));
    out.add(new NumberForm<>("dims", value, text -> readDims(text).map(with)));
  }

  /** "8x8x4"; nothing typed is what the wiring has. */
  private static Optional<List<Integer>> readDims(String text) {
    if (text.isBlank()) {
      return Optional.of(List.of());
    }
    List<Optional<Integer>> sizes =
        Arrays.stream(text.strip().split("[x×*, ]+", -1)).map(Numbers::whole).toList();
    return sizes.stream().allMatch(Optional::isPresent)
        ? Optional.of(sizes.stream().map(Optional::orElseThrow).toList())
        : Optional.empty();
  }

  private static String share(double share) {
    return QuantityFormat.format(share, Dimension.RATIO);
  }

  private static Optional<Double> readShare(String text) {
    try {
      return Optional.of(QuantityFormat.parse(text, Dimension.RATIO));
    } catch (QuantityException _) {
      return Optional.empty();
    }
  }
}
