package supernode.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import supernode.design.Fabric;
import supernode.solve.Outcome;
import supernode.solve.network.NetworkResult;
import supernode.solve.network.collective.Algorithm;
import supernode.solve.network.collective.Collective;
import supernode.solve.network.collective.Mode;
import supernode.solve.network.collective.Operation;
import supernode.solve.network.collective.RankNetwork;
import supernode.solve.network.collective.Run;
import supernode.solve.network.collective.Tier;
import supernode.solve.network.route.Routing;
import supernode.topology.FabricGraph;
import supernode.topology.Instance;
import supernode.topology.SystemModel;

/**
 * All-reduce over message sizes for the chart, bound and calibrated. Worked out when first looked
 * at, not in every edit, and only for fabrics that take a few seconds; for larger ones there is the
 * command.
 */
final class CollectiveCurves implements Supplier<List<FabricAnswer.CollectiveCurve>> {
  private static final int MOST_RANKS = 1200;

  /** The same where pairs are looked up by what is alike, of the algorithms that scale. */
  private static final int MOST_ALIKE = 70_000;

  private static final Set<Algorithm> SCALING =
      EnumSet.of(
          Algorithm.RING,
          Algorithm.DOUBLE_BINARY_TREE,
          Algorithm.DIRECT,
          Algorithm.HIERARCHICAL,
          Algorithm.ROTATED,
          Algorithm.IN_NETWORK);

  /** As many as can be told apart: the fastest with large messages, the ring among them. */
  private static final int MOST_ALGORITHMS = 4;

  /** Message sizes: 64 KiB to 8 GiB in steps of two. */
  private static final int SMALLEST_LOG2 = 16;

  private static final int LARGEST_LOG2 = 33;
  private static final double LARGE_BYTES = 1e9;

  private final SystemModel model;
  private final Fabric fabric;
  private final FabricGraph graph;
  private final NetworkResult solved;
  private final Outcome<Routing> routing;
  private List<FabricAnswer.CollectiveCurve> curves;

  /**
   * @param routing of the fabric; without one there is no curve
   */
  CollectiveCurves(
      SystemModel model,
      Fabric fabric,
      FabricGraph graph,
      NetworkResult solved,
      Outcome<Routing> routing) {
    this.routing = routing;
    this.model = model;
    this.fabric = fabric;
    this.graph = graph;
    this.solved = solved;
  }

  @Override
  public synchronized List<FabricAnswer.CollectiveCurve> get() {
    if (curves == null) {
      curves = routing.asOptional().map(this::draw).orElse(List.of());
    }
    return curves;
  }

  private List<FabricAnswer.CollectiveCurve> draw(Routing along) {
    List<Instance> ranks =
        IntStream.range(0, graph.graph().endpointCount())
            .mapToObj(e -> model.instances().get(graph.instanceOf()[graph.graph().endpoint(e)]))
            .toList();
    Tier tier = CollectiveRanks.tier(model, graph, solved.routes(), along, fabric, ranks);
    boolean many = ranks.size() > MOST_RANKS;
    if (many && (ranks.size() > MOST_ALIKE || !tier.knowsAlikePairs())) {
      return List.of();
    }
    Collective collective =
        Collective.of(
            Operation.ALL_REDUCE,
            new RankNetwork(ranks.size(), List.of(tier)),
            CollectiveRanks.grid(ranks),
            many ? SCALING : Algorithm.of(Operation.ALL_REDUCE),
            () -> false);
    List<FabricAnswer.CollectiveCurve> all = new ArrayList<>();
    for (Algorithm algorithm : drawn(collective)) {
      for (Mode mode : Mode.values()) {
        all.add(curve(collective, algorithm, mode));
      }
    }
    return List.copyOf(all);
  }

  private static List<Algorithm> drawn(Collective collective) {
    Comparator<Algorithm> ringFirst = Comparator.comparing(a -> a != Algorithm.RING);
    return collective.algorithms().stream()
        .sorted(
            ringFirst.thenComparingDouble(
                a -> collective.run(a, LARGE_BYTES, Mode.CALIBRATED).timeS()))
        .limit(MOST_ALGORITHMS)
        .toList();
  }

  private static FabricAnswer.CollectiveCurve curve(
      Collective collective, Algorithm algorithm, Mode mode) {
    double[] bytes = new double[LARGEST_LOG2 - SMALLEST_LOG2 + 1];
    double[] rate = new double[bytes.length];
    double[] time = new double[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = Math.scalb(1.0, SMALLEST_LOG2 + i);
      Run run = collective.run(algorithm, bytes[i], mode);
      rate[i] = run.busBytesPerS();
      time[i] = run.timeS();
    }
    return new FabricAnswer.CollectiveCurve(
        algorithm.key(),
        mode == Mode.CALIBRATED,
        new FabricAnswer.Curve(algorithm.key(), bytes, rate),
        new FabricAnswer.Curve(algorithm.key(), bytes, time));
  }
}
