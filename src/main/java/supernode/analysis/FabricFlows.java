package supernode.analysis;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import supernode.solve.Outcome;
import supernode.solve.network.traffic.LinkFlow;
import supernode.solve.network.traffic.RateClass;
import supernode.solve.network.traffic.TrafficResult;
import supernode.topology.CsrGraph;
import supernode.topology.FabricGraph;
import supernode.topology.SystemModel;

/** Who is on which link under a traffic pattern; worked out when asked. */
public final class FabricFlows {
  private final SystemModel model;
  private final FabricGraph fabric;
  private final TrafficResult result;

  private final Once<int[]> firstOf = new Once<>();

  FabricFlows(SystemModel model, FabricGraph fabric, TrafficResult result) {
    this.model = model;
    this.fabric = fabric;
    this.result = result;
  }

  /** First physical link of the fabric that is one of the model's link; -1 for none. */
  private int firstOf(int link) {
    return firstOf.get(this::firstOfLinks)[link];
  }

  private int[] firstOfLinks() {
    int[] first = new int[model.links().size()];
    Arrays.fill(first, -1);
    for (int l = fabric.linkOf().length - 1; l >= 0; l--) {
      if (fabric.linkOf()[l] >= 0 && fabric.graph().isUsable(l)) {
        first[fabric.linkOf()[l]] = l;
      }
    }
    return first;
  }

  /**
   * Equal flows on a link.
   *
   * @param from where an example of theirs comes from
   * @param to where the example goes
   * @param flows how many, a flow that splits counted by the share of it here
   * @param rateBytesPerS of each, all its ways together
   * @param bytesPerS what they put on the link together
   * @param limited whether this link is what holds them back
   */
  public record Flow(
      String from,
      String to,
      double flows,
      double rateBytesPerS,
      double bytesPerS,
      boolean limited) {}

  /** One direction of a physical link. */
  public record Direction(
      int channel, String from, String to, double capacityBytesPerS, double utilisation) {}

  /** Whether a link of the model is one of this fabric that is up. */
  public boolean has(int link) {
    return firstOf(link) >= 0;
  }

  /**
   * A direction of a model's link, the first of its parallels standing for all.
   *
   * @param forward from the link's first end to its second
   */
  public Direction direction(int link, boolean forward) {
    return direction(2 * firstOf(link) + (forward ? 0 : 1));
  }

  /** A directed link as the fabric's graph counts them. */
  Direction direction(int channel) {
    CsrGraph graph = fabric.graph();
    return new Direction(
        channel,
        name(graph.channelFrom(channel)),
        name(graph.channelTo(channel)),
        graph.capacityBytesPerS(channel / 2),
        result.utilisation(channel));
  }

  /**
   * The flows on a direction of a physical link, most load first.
   *
   * @return not applicable where there are too many to tell
   */
  public Outcome<List<Flow>> on(Direction direction, BooleanSupplier cancelled) {
    return result
        .flowsOn(direction.channel(), cancelled)
        .map(flows -> flows.stream().map(this::named).toList());
  }

  private Flow named(LinkFlow f) {
    CsrGraph graph = fabric.graph();
    return new Flow(
        name(graph.endpoint(f.source())),
        name(graph.endpoint(f.destination())),
        f.flows(),
        f.rateBytesPerS(),
        f.bytesPerS(),
        f.limited());
  }

  /** The busiest directions of links, parallel ones named once. */
  public List<Direction> busiest(int most) {
    CsrGraph graph = fabric.graph();
    return IntStream.range(0, graph.channelCount())
        .filter(c -> graph.isUsable(c >> 1))
        .filter(c -> fabric.linkOf()[c >> 1] < 0 || firstOf(fabric.linkOf()[c >> 1]) == c >> 1)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer c) -> result.utilisation(c)).reversed())
        .limit(most)
        .map(this::direction)
        .toList();
  }

  /** How the rates of flows are spread, ascending. */
  public List<RateClass> rates() {
    return result.rateClasses();
  }

  private String name(int vertex) {
    return model.instances().get(fabric.instanceOf()[vertex]).name();
  }
}
