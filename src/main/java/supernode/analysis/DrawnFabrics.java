package supernode.analysis;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import supernode.design.Design;
import supernode.design.DirectNetwork;
import supernode.design.Fabric;
import supernode.solve.network.route.Routing;
import supernode.solve.workload.machine.DrawnFabric;
import supernode.solve.workload.machine.DrawnGroups;
import supernode.topology.FabricGraph;
import supernode.topology.Instance;
import supernode.topology.Islands;
import supernode.topology.SystemModel;

/**
 * The fabrics between the chips of a design, the chips of one domain of high bandwidth next to each
 * other: inner groups of a workload lie in it first.
 */
final class DrawnFabrics {
  private final Design design;
  private final SystemModel model;
  private final List<Instance> chips;
  private final int[] domainOf;

  private DrawnFabrics(
      Design design, SystemModel model, List<Instance> chips, Map<Integer, Integer> islandOf) {
    this.design = design;
    this.model = model;
    this.chips = chips;
    domainOf = chips.stream().mapToInt(c -> islandOf.get(c.index())).toArray();
  }

  static DrawnFabrics of(Analysis analysis, SystemModel model, List<Instance> chips) {
    Map<Integer, Integer> islandOf = islands(model, chips);
    List<Instance> order =
        chips.stream()
            .sorted(Comparator.comparingInt((Instance c) -> islandOf.get(c.index())))
            .toList();
    return new DrawnFabrics(analysis.design(), model, order, islandOf);
  }

  /** Of each chip, the scale-up fabric that it is on; all apart where one is on none. */
  private static Map<Integer, Integer> islands(SystemModel model, List<Instance> chips) {
    FabricGraph graph = FabricGraph.of(model, Fabric.SCALE_UP);
    Islands islands = Islands.of(graph.graph());
    Map<Integer, Integer> islandOf = new HashMap<>();
    for (int e = 0; e < graph.graph().endpointCount(); e++) {
      int v = graph.graph().endpoint(e);
      if (islands.islandOf(v) >= 0) {
        islandOf.put(graph.instanceOf()[v], islands.islandOf(v));
      }
    }
    if (!chips.stream().allMatch(c -> islandOf.containsKey(c.index()))) {
      islandOf.clear();
      IntStream.range(0, chips.size()).forEach(i -> islandOf.put(chips.get(i).index(), i));
    }
    return islandOf;
  }

  List<Instance> chips() {
    return chips;
  }

  /** Chips of the smallest domain; one where any chip has none. */
  int domainSize() {
    Map<Integer, Integer> sizes = new HashMap<>();
    Arrays.stream(domainOf).forEach(d -> sizes.merge(d, 1, Integer::sum));
    return sizes.values().stream().mapToInt(Integer::intValue).min().orElse(1);
  }

  /**
   * A chip that does not reach the others over the network, through those of its domain where it
   * must; empty where all do.
   */
  Optional<Instance> apart() {
    FabricGraph graph = FabricGraph.of(model, Fabric.SCALE_OUT);
    Islands islands = Islands.of(graph.graph());
    int[][] endpoints = ScaleOutGraph.attached(model, graph, chips).endpoints();
    // Sets of what reaches each other: islands of the network first, then domains.
    int[] root = IntStream.range(0, islands.count() + chips.size()).toArray();
    int[] domains = Arrays.stream(domainOf).distinct().toArray();
    Map<Integer, Integer> place = new HashMap<>();
    Arrays.stream(domains).forEach(d -> place.put(d, islands.count() + place.size()));
    for (int c = 0; c < endpoints.length; c++) {
      for (int e : endpoints[c]) {
        int island = e < 0 ? -1 : islands.islandOf(graph.graph().endpoint(e));
        if (island >= 0) {
          root[root(root, island)] = root(root, place.get(domainOf[c]));
        }
      }
    }
    int[] rootOf = Arrays.stream(domainOf).map(d -> root(root, place.get(d))).toArray();
    int[] reached = new int[root.length];
    Arrays.stream(rootOf).forEach(r -> reached[r]++);
    int most = Arrays.stream(rootOf).reduce(rootOf[0], (x, y) -> reached[y] > reached[x] ? y : x);
    return IntStream.range(0, rootOf.length)
        .filter(c -> rootOf[c] != most)
        .mapToObj(chips::get)
        .findFirst();
  }

  private static int root(int[] root, int of) {
    int at = of;
    while (root[at] != at) {
      root[at] = root[root[at]];
      at = root[at];
    }
    return at;
  }

  DrawnGroups groups() {
    Routing up = routing(Fabric.SCALE_UP);
    Routing out = routing(Fabric.SCALE_OUT);
    return new DrawnGroups(
        List.of(new Same(model), up, out),
        domainOf,
        () ->
            new DrawnGroups.Fabrics(
                drawn(Fabric.SCALE_UP, domainSize(), up), drawn(Fabric.SCALE_OUT, 1, out)));
  }

  /** What the rates of groups follow from; compared only where a second analysis asks. */
  private record Same(SystemModel model) {
    private static final Set<Fabric> READ =
        EnumSet.of(Fabric.SCALE_UP, Fabric.SCALE_OUT, Fabric.HOST);

    @Override
    public boolean equals(Object o) {
      return o instanceof Same(SystemModel other)
          && (model == other
              || StageInputs.wiring(model, READ).equals(StageInputs.wiring(other, READ)));
    }

    @Override
    public int hashCode() {
      return model.instances().size();
    }
  }

  private Optional<DirectNetwork> wired(Fabric fabric) {
    return WiredNetwork.of(design, fabric);
  }

  private Routing routing(Fabric fabric) {
    return FabricRouting.of(design.routing(fabric), wired(fabric))
        .asOptional()
        .orElse(new Routing.EqualCost());
  }

  private Optional<DrawnFabric> drawn(Fabric fabric, int perDomain, Routing routing) {
    FabricGraph graph = FabricGraph.of(model, fabric);
    if (graph.graph().endpointCount() < 2 || (fabric == Fabric.SCALE_UP && perDomain < 2)) {
      return Optional.empty();
    }
    ScaleOutGraph.Attached at = ScaleOutGraph.attached(model, graph, chips);
    List<Integer> dims = WiredNetwork.dims(wired(fabric));
    int points = dims.stream().reduce(1, (a, b) -> a * b);
    boolean whole = dims.size() > 1 && (points == chips.size() || points == perDomain);
    return Optional.of(
        new DrawnFabric(
            graph.graph(),
            routing,
            NetworkAssumptions.terms(model, graph),
            at.endpoints(),
            at.bytesPerS(),
            whole ? dims : List.of(),
            new DrawnFabric.Names(
                v -> model.instances().get(graph.instanceOf()[v]).name(),
                c -> chips.get(c).name())));
  }
}
