package supernode.analysis;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import supernode.design.Fabric;
import supernode.quantity.Text;

/**
 * Bandwidth and latency of one fabric.
 *
 * @param routing how its ways are picked
 * @param results headline numbers of the fabric
 * @param traffics per traffic pattern: rates and what limits them
 * @param sentKey key of the pattern that the scenario sends
 * @param latency one-way zero-load latencies over all pairs, smallest first
 * @param allReduce curves of bus bandwidth over message size, worked out when first asked for
 * @param utilisation busiest direction of the links at each instance under what the scenario sends,
 *     made when first asked for
 * @param links what links carry under what the scenario sends
 * @param views what there is to look at besides, worked out when first asked for
 * @param portBytesPerS what one endpoint's live ports could send
 * @param missing what has no answer, each with the reason
 * @param cutOff endpoints that are up and that failures part from the others
 * @param degradation how it suffers from random failures, worked out when asked
 * @param perInstance results of single instances by path, made when first asked for
 */
public record FabricAnswer(
    Fabric fabric,
    RoutingAnswer routing,
    List<Result> results,
    List<TrafficAnswer> traffics,
    String sentKey,
    List<LatencyBin> latency,
    Supplier<List<CollectiveCurve>> allReduce,
    Supplier<OverlayValues> utilisation,
    LinkLoads links,
    FabricViews views,
    double portBytesPerS,
    List<Missing> missing,
    List<String> cutOff,
    FabricDegradation degradation,
    Supplier<Map<String, List<Result>>> perInstance) {
  /**
   * How the ways of a fabric are picked.
   *
   * @param name of the routing
   * @param whyNot why it is not possible here; empty where it is
   * @param virtualChannels with which it is free of deadlock; 1 as it is, 0 where none is known
   * @param deadlock what is said of deadlock
   */
  public record RoutingAnswer(
      Text name, Optional<Text> whyNot, int virtualChannels, Text deadlock) {
    public boolean deadlockFree() {
      return virtualChannels == 1;
    }
  }

  /**
   * A traffic pattern on the fabric.
   *
   * @param key for example "all-to-all"; each once
   * @param label the pattern's name with its numbers
   * @param minRateBytesPerS lowest rate of a pair
   * @param meanRateBytesPerS mean over pairs
   * @param injectionBytesPerS what the slowest endpoint sends in all
   * @param copiesPerToken to how many others a token goes; empty where no tokens are sent
   * @param loads utilisation of every live link and direction, added up when first asked for
   * @param bottlenecks the links that limit, worst first
   * @param flows who is on which link, worked out when asked
   */
  public record TrafficAnswer(
      String key,
      Text label,
      double minRateBytesPerS,
      double meanRateBytesPerS,
      double injectionBytesPerS,
      OptionalDouble copiesPerToken,
      Supplier<double[]> loads,
      List<Bottleneck> bottlenecks,
      FabricFlows flows) {
    /** Tokens that the slowest endpoint sends, each counted once however often it is copied. */
    public OptionalDouble tokenBytesPerS() {
      return copiesPerToken.isPresent()
          ? OptionalDouble.of(injectionBytesPerS / copiesPerToken.getAsDouble())
          : OptionalDouble.empty();
    }

    /** Utilisation of every live link and direction, one value each. */
    public double[] utilisation() {
      return loads.get();
    }
  }

  /** An answer that there is not, and why. */
  public record Missing(Text what, Text why) {}

  /** A group of equal links that limits a pattern. */
  public record Bottleneck(String from, String to, double capacityBytesPerS, long flows) {}

  /** How many ordered pairs have this latency. */
  public record LatencyBin(double latencyS, long pairs) {}

  /**
   * An algorithm over message sizes.
   *
   * @param key of the algorithm
   * @param calibrated by published efficiencies, or the bound of the links as drawn
   */
  public record CollectiveCurve(String key, boolean calibrated, Curve busBytesPerS, Curve timeS) {}

  /** A named curve. */
  @SuppressWarnings("ArrayRecordComponent") // Drawn as they are, never compared.
  public record Curve(String key, double[] x, double[] y) {}

  /** What the scenario sends; empty where it has no answer. */
  public Optional<TrafficAnswer> sent() {
    return traffics.stream().filter(t -> t.key().equals(sentKey)).findFirst();
  }

  /** These rates, and of an earlier answer all that was not solved again. */
  FabricAnswer withDepthOf(FabricAnswer before) {
    Set<String> solved = traffics.stream().map(TrafficAnswer::key).collect(Collectors.toSet());
    return new FabricAnswer(
        fabric,
        routing,
        Stream.concat(
                results.stream(), before.results.stream().filter(r -> !FabricResults.isRate(r)))
            .toList(),
        Stream.concat(
                traffics.stream(), before.traffics.stream().filter(t -> !solved.contains(t.key())))
            .toList(),
        sentKey,
        before.latency,
        before.allReduce,
        utilisation,
        links,
        views,
        portBytesPerS,
        before.missing,
        cutOff,
        degradation,
        perInstance);
  }

  /** The same with the loads that another fabric's flows put on its links, which they cross. */
  FabricAnswer crossedBy(FabricAnswer other) {
    return new FabricAnswer(
        fabric,
        routing,
        results,
        traffics,
        sentKey,
        latency,
        allReduce,
        other.utilisation,
        LinkLoads.of(List.of(other.links, links)),
        views,
        portBytesPerS,
        missing,
        cutOff,
        degradation,
        perInstance);
  }

  public List<Result> at(String place) {
    return perInstance.get().getOrDefault(place, List.of());
  }
}
