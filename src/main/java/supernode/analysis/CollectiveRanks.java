package supernode.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import supernode.catalog.PartKind;
import supernode.catalog.Property;
import supernode.design.Design;
import supernode.design.Fabric;
import supernode.design.InstancePath;
import supernode.solve.Outcome;
import supernode.solve.network.collective.Grid;
import supernode.solve.network.collective.LinkCalibration;
import supernode.solve.network.collective.RankNetwork;
import supernode.solve.network.collective.Tier;
import supernode.solve.network.route.EcmpRoutes;
import supernode.solve.network.route.Routing;
import supernode.topology.CsrGraph;
import supernode.topology.FabricGraph;
import supernode.topology.Instance;
import supernode.topology.SystemModel;

/**
 * The accelerators of a design as ranks of a collective, on its scale-up fabric and, across nodes,
 * on its network.
 *
 * @param names of the ranks, in order
 * @param grid how they lie in nodes and racks
 */
public record CollectiveRanks(
    RankNetwork network, Grid grid, List<String> names, List<LinkNames> links) {
  public CollectiveRanks {
    names = List.copyOf(names);
    links = List.copyOf(links);
  }

  /**
   * The same ranks as points of another grid, the first dimension innermost.
   *
   * @throws IllegalArgumentException unless the grid has as many points
   */
  public CollectiveRanks on(List<Integer> dims) {
    Grid other = new Grid(dims);
    if (other.ranks() != network.ranks()) {
      throw new IllegalArgumentException(dims + " for " + network.ranks() + " ranks");
    }
    return new CollectiveRanks(network, other, names, links);
  }

  /** The axes of the torus, mesh or HyperX that all ranks are wired as, if they are. */
  public CollectiveRanks asWired(Design design) {
    for (Fabric fabric : List.of(Fabric.SCALE_UP, Fabric.SCALE_OUT)) {
      List<Integer> dims = WiredNetwork.dims(WiredNetwork.of(design, fabric));
      long points = dims.stream().mapToLong(Integer::longValue).reduce(1, (a, b) -> a * b);
      if (dims.size() > 1 && points == network.ranks()) {
        return on(dims);
      }
    }
    return this;
  }

  /** Names of the ends of the channels of a tier. */
  public interface LinkNames {
    String from(int channel);

    String to(int channel);
  }

  /**
   * Ranks of a design, with the routings that it chose.
   *
   * @param chosen which of its live accelerators take part
   * @return not applicable with fewer than two, without a fabric between them, or where a routing
   *     is not possible
   */
  public static Outcome<CollectiveRanks> of(
      SystemModel model, Design design, Predicate<Instance> chosen, BooleanSupplier cancelled) {
    List<Instance> ranks = candidates(model).stream().filter(chosen).toList();
    if (ranks.size() < 2) {
      return Outcome.notApplicable("collective.oneRank", ranks.size());
    }
    boolean alongRails =
        design.routing(Fabric.SCALE_OUT) instanceof supernode.design.Routing.RailAware;
    List<Tier> tiers = new ArrayList<>();
    List<LinkNames> links = new ArrayList<>();
    for (Fabric fabric : List.of(Fabric.SCALE_UP, Fabric.SCALE_OUT)) {
      FabricGraph graph =
          among(
              fabric == Fabric.SCALE_UP
                  ? FabricGraph.of(model, fabric)
                  : ScaleOutGraph.of(model, ranks),
              ranks);
      if (graph.graph().endpointCount() < 2) {
        continue;
      }
      EcmpRoutes routes =
          EcmpRoutes.of(graph.graph())
              .asOptional()
              .orElseGet(() -> EcmpRoutes.ofSinglePairs(graph.graph()));
      // Along rails each leg takes shortest paths: on its rail there is no choice.
      Outcome<Routing> routing =
          fabric == Fabric.SCALE_OUT && alongRails
              ? Outcome.solved(new Routing.EqualCost())
              : FabricRouting.of(design.routing(fabric), WiredNetwork.of(design, fabric));
      if (routing.asOptional().isEmpty()) {
        return routing.map(_ -> null);
      }
      tiers.add(tier(model, graph, routes, routing.asOptional().get(), fabric, ranks));
      links.add(names(model, graph));
    }
    if (tiers.isEmpty()) {
      return Outcome.notApplicable("collective.noFabric");
    }
    return Outcome.solved(
        new CollectiveRanks(
            new RankNetwork(ranks.size(), tiers, alongRails && tiers.size() > 1),
            grid(ranks),
            ranks.stream().map(Instance::name).toList(),
            links));
  }

  static Tier tier(
      SystemModel model,
      FabricGraph graph,
      EcmpRoutes routes,
      Routing routing,
      Fabric fabric,
      List<Instance> ranks) {
    int[] endpointOf = new int[model.instances().size()];
    Arrays.fill(endpointOf, -1);
    for (int e = 0; e < graph.graph().endpointCount(); e++) {
      endpointOf[graph.instanceOf()[graph.graph().endpoint(e)]] = e;
    }
    BitSet reducing = new BitSet();
    for (int v = 0; v < graph.graph().vertexCount(); v++) {
      Instance i = model.instances().get(graph.instanceOf()[v]);
      reducing.set(
          v,
          i.part().kind() == PartKind.SWITCH
              && i.values().get(Property.IN_NETWORK_REDUCTION, 0) >= 1);
    }
    return new Tier(
        fabric == Fabric.SCALE_UP ? Tier.Kind.SCALE_UP : Tier.Kind.SCALE_OUT,
        routes,
        routing,
        // A kernel on the chip sends step after step: the ends' software is not in each.
        NetworkAssumptions.terms(model, graph).withoutEnds(),
        ranks.stream().mapToInt(i -> endpointOf[i.index()]).toArray(),
        reducing,
        LinkCalibration.ofProtocol(NetworkAssumptions.protocol(model, fabric)));
  }

  /** Accelerators that are up, in order; NICs where a design has none. */
  public static List<Instance> candidates(SystemModel model) {
    List<Instance> chips = up(model, PartKind.ACCELERATOR);
    return chips.isEmpty() ? up(model, PartKind.NIC) : chips;
  }

  /** Accelerators that are up, in order. */
  static List<Instance> accelerators(SystemModel model) {
    return up(model, PartKind.ACCELERATOR);
  }

  static List<Instance> up(SystemModel model, PartKind kind) {
    return model.instances().stream().filter(i -> i.part().kind() == kind && !i.failed()).toList();
  }

  /**
   * The fabric without endpoints that do not take part, where those pass nothing on: fewer routes
   * to look up.
   */
  private static FabricGraph among(FabricGraph whole, List<Instance> ranks) {
    CsrGraph graph = whole.graph();
    BitSet taking = new BitSet();
    ranks.forEach(r -> taking.set(r.index()));
    BitSet others = new BitSet();
    for (int e = 0; e < graph.endpointCount(); e++) {
      int v = graph.endpoint(e);
      others.set(v, !taking.get(whole.instanceOf()[v]) && !graph.forwards(v));
    }
    return others.isEmpty()
        ? whole
        : new FabricGraph(graph.without(others, new BitSet()), whole.instanceOf(), whole.linkOf());
  }

  private static LinkNames names(SystemModel model, FabricGraph graph) {
    return new LinkNames() {
      @Override
      public String from(int channel) {
        return name(graph.graph().channelFrom(channel));
      }

      @Override
      public String to(int channel) {
        return name(graph.graph().channelTo(channel));
      }

      private String name(int vertex) {
        return model.instances().get(graph.instanceOf()[vertex]).name();
      }
    };
  }

  /** The counts of the hierarchy, innermost first, where the ranks fill it evenly. */
  static Grid grid(List<Instance> ranks) {
    List<InstancePath.Step> first = ranks.getFirst().path().steps();
    List<Integer> sizes = new ArrayList<>();
    for (int level = first.size() - 1; level >= 0; level--) {
      int at = level;
      sizes.add(
          (int)
              ranks.stream()
                  .map(r -> r.path().steps())
                  .filter(steps -> steps.size() == first.size())
                  .map(steps -> steps.get(at))
                  .distinct()
                  .count());
    }
    long product = sizes.stream().mapToLong(Integer::longValue).reduce(1, (a, b) -> a * b);
    return product == ranks.size() ? new Grid(sizes) : Grid.of(ranks.size());
  }

  /** Both ends of a channel of the network. */
  public String linkName(int channel) {
    LinkNames tier = links.get(network.tierOfChannel(channel));
    int in = network.channelInTier(channel);
    return tier.from(in) + " → " + tier.to(in);
  }
}
