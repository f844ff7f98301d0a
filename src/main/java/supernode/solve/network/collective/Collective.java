package supernode.solve.network.collective;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import supernode.quantity.Text;
import supernode.solve.Outcome;

/**
 * One operation on one set of ranks: every algorithm that can do it, placed once, timed at any
 * size. An algorithm that cannot says why; none is put in the place of another.
 */
public final class Collective {
  /** Single transfers beyond which an algorithm that cannot use symmetry takes too long. */
  private static final long MOST_TRANSFERS = 4_200_000L;

  /** Routes looked up times the size of the fabric: some seconds. */
  private static final long MOST_WORK = 700_000_000L;

  /** Ranks from which all pairs are placed by what is alike, where that can be done. */
  private static final int MANY_RANKS = 64;

  private final Operation operation;
  private final RankNetwork network;
  private final int[][] nodes;
  private final double[] drawn;
  private final double[] effective;
  private final Calibrated calibrated;
  private final Map<Algorithm, PlacedAlgorithm> placed = new EnumMap<>(Algorithm.class);
  private final Map<Algorithm, Text> refused = new EnumMap<>(Algorithm.class);

  private Collective(Operation operation, RankNetwork network) {
    this.operation = operation;
    this.network = network;
    drawn = network.secondsPerByte(false);
    effective = network.secondsPerByte(true);
    nodes = network.nodes();
    calibrated = new Calibrated(operation, network);
  }

  /**
   * Places all algorithms of an operation.
   *
   * @param grid how the ranks lie in nodes, racks or the axes of a torus
   * @throws CancellationException when cancelled
   */
  public static Collective of(
      Operation operation, RankNetwork network, Grid grid, BooleanSupplier cancelled) {
    return of(operation, network, grid, Algorithm.of(operation), cancelled);
  }

  /**
   * Places some algorithms of an operation, where the others are not asked for.
   *
   * @throws CancellationException when cancelled
   */
  public static Collective of(
      Operation operation,
      RankNetwork network,
      Grid grid,
      Set<Algorithm> algorithms,
      BooleanSupplier cancelled) {
    Collective c = new Collective(operation, network);
    for (Algorithm a : algorithms) {
      if (cancelled.getAsBoolean()) {
        throw new CancellationException();
      }
      c.place(a, grid, cancelled);
    }
    return c;
  }

  private void place(Algorithm algorithm, Grid grid, BooleanSupplier cancelled) {
    if (algorithm == Algorithm.DIRECT
        && operation != Operation.POINT_TO_POINT
        && network.ranks() > MANY_RANKS
        && placeAllPairs(cancelled)) {
      return;
    }
    long transfers =
        switch (algorithm) {
          case DIRECT, PAIRWISE -> (long) network.ranks() * network.ranks();
          default -> network.ranks();
        };
    if (transfers > MOST_TRANSFERS) {
      refused.put(algorithm, Text.of("collective.tooManyTransfers", network.ranks()));
      return;
    }
    Placement placement = new Placement(network);
    Outcome<Schedule> schedule = schedule(algorithm, grid, placement);
    Outcome<List<PlacedStage>> stages =
        schedule.flatMap(s ->
            s.work(network) > MOST_WORK
                ? Outcome.notApplicable("collective.tooManyRoutes", network.ranks())
                : placement.place(s));
    stages.whyNot().ifPresent(why -> refused.put(algorithm, why));
    stages
        .asOptional()
        .ifPresent(s -> {
          boolean chunked = schedule.asOptional().orElseThrow().chunked();
          placed.put(
              algorithm, new PlacedAlgorithm(algorithm, network, s, chunked, drawn, effective));
        });
  }

  /** Whether every rank with every other one could be placed by what is alike. */
  boolean placeAllPairs(BooleanSupplier cancelled) {
    int steps = operation == Operation.ALL_REDUCE ? 2 : 1;
    Optional<PlacedStage> stage =
        new AllPairsPlacement(network, nodes, cancelled).place(1.0 / network.ranks(), steps);
    stage.ifPresent(s ->
        placed.put(
            Algorithm.DIRECT,
            new PlacedAlgorithm(Algorithm.DIRECT, network, List.of(s), false, drawn, effective)));
    return stage.isPresent();
  }

  private Outcome<Schedule> schedule(Algorithm algorithm, Grid grid, Placement placement) {
    if (nodes.length > 1 && network.tiers().size() > 1) {
      RailSchedules rails = new RailSchedules(nodes);
      switch (algorithm) {
        case RING -> {
          return Outcome.solved(rails.ring(operation));
        }
        case TREE, DOUBLE_BINARY_TREE -> {
          return Outcome.solved(rails.trees(operation, algorithm == Algorithm.DOUBLE_BINARY_TREE));
        }
        default -> {
          // The others know no nodes, or know them by their dimensions.
        }
      }
    }
    if (algorithm != Algorithm.HIERARCHICAL
        && algorithm != Algorithm.ROTATED
        && algorithm != Algorithm.IN_NETWORK_TREE) {
      return Outcome.solved(Schedules.of(operation, algorithm, network.ranks()));
    }
    if (algorithm == Algorithm.IN_NETWORK_TREE && (nodes.length < 2 || !evenNodes())) {
      return Outcome.notApplicable("collective.oneNode", nodes.length);
    }
    Grid by =
        algorithm == Algorithm.IN_NETWORK_TREE ? Grid.of(nodes[0].length, nodes.length) : grid;
    if (by.dimensions() < 2 || by.ranks() != network.ranks()) {
      return Outcome.notApplicable("collective.oneDimension");
    }
    boolean alike = isTorusOf(by);
    // Each dimension is tried in three manners before one is chosen.
    long looks = 3L * by.dimensions() * network.ranks();
    boolean slow = network.tiers().stream().anyMatch(t -> t.pairs().isEmpty());
    if (!alike && slow && algorithm != Algorithm.IN_NETWORK_TREE && looks * largest() > MOST_WORK) {
      return Outcome.notApplicable("collective.tooManyRoutes", network.ranks());
    }
    GridSchedules schedules =
        new GridSchedules(
            by,
            alike && algorithm != Algorithm.IN_NETWORK_TREE,
            stage ->
                placement
                    .place(stage)
                    .asOptional()
                    .map(s -> new HeaviestLoads(network, s.load()).perByteS(drawn))
                    .orElse(Double.POSITIVE_INFINITY));
    return switch (algorithm) {
      case HIERARCHICAL -> Outcome.solved(schedules.of(operation));
      case ROTATED ->
          by.isCube()
              ? Outcome.solved(schedules.rotated(operation))
              : Outcome.notApplicable("collective.unevenDimensions");
      default -> Outcome.solved(schedules.inNetworkTree());
    };
  }

  /** Vertices and arcs of the largest fabric. */
  private long largest() {
    return network.tiers().stream().mapToLong(Tier::size).max().orElseThrow();
  }

  /** Whether the ranks are the vertices of a whole torus of these dimensions, in its order. */
  private boolean isTorusOf(Grid by) {
    Tier tier = network.tiers().getFirst();
    if (network.tiers().size() > 1 || tier.graph().vertexCount() != network.ranks()) {
      return false;
    }
    for (int r = 0; r < network.ranks(); r++) {
      if (tier.endpoint(r) != r) {
        return false;
      }
    }
    return tier.splitsEvenly()
        && tier.translations().filter(t -> t.sides().equals(by.sizes())).isPresent();
  }

  /** Whether the nodes have equally many ranks, one node after the other. */
  private boolean evenNodes() {
    int size = nodes[0].length;
    for (int i = 0; i < nodes.length; i++) {
      if (nodes[i].length != size
          || nodes[i][0] != i * size
          || nodes[i][size - 1] != i * size + size - 1) {
        return false;
      }
    }
    return true;
  }

  public Operation operation() {
    return operation;
  }

  public RankNetwork network() {
    return network;
  }

  /** Algorithms that work here. */
  public List<Algorithm> algorithms() {
    return List.copyOf(placed.keySet());
  }

  /** Why the others do not. */
  public Map<Algorithm, Text> refused() {
    return Map.copyOf(refused);
  }

  /** One of {@link #algorithms} at one size. */
  public Run run(Algorithm algorithm, double bytes, Mode mode) {
    PlacedAlgorithm p = placed.get(algorithm);
    return mode == Mode.BOUND ? bound(p, bytes) : calibrated(p, bytes);
  }

  /** All of them, fastest first. */
  public List<Run> runs(double bytes, Mode mode) {
    List<Run> runs = new ArrayList<>();
    placed.keySet().forEach(a -> runs.add(run(a, bytes, mode)));
    runs.sort(Comparator.comparingDouble(Run::timeS));
    return runs;
  }

  /** Whether the machine's library has an algorithm. */
  public boolean inLibrary(Algorithm algorithm) {
    return network.tiers().getFirst().calibration().library().has(operation, algorithm);
  }

  /**
   * The fastest at a size; when calibrated, of those that the machine's library has. Empty when
   * nothing works.
   */
  public Optional<Run> best(double bytes, Mode mode) {
    return runs(bytes, mode).stream()
        .filter(r -> mode == Mode.BOUND || inLibrary(r.algorithm()))
        .findFirst();
  }

  private Run bound(PlacedAlgorithm p, double bytes) {
    return run(p, bytes, p.bound(bytes), Optional.empty(), List.of());
  }

  private Run calibrated(PlacedAlgorithm p, double bytes) {
    Calibrated.Timing best = calibrated.time(p, bytes);
    StageTime.Total total = best.total();
    // Links of many kilometres take longer than the published start-up times allow for.
    double seconds = Math.max(total.seconds(), p.bound(bytes).seconds());
    return run(
        p,
        bytes,
        new StageTime.Total(seconds, total.steps(), total.chunks()),
        Optional.of(best.protocol()),
        best.constants());
  }

  private Run run(
      PlacedAlgorithm p,
      double bytes,
      StageTime.Total total,
      Optional<NcclLatency.Protocol> protocol,
      List<Constant> constants) {
    double time = total.seconds();
    double rate = time > 0 ? bytes / time : 0;
    return new Run(
        p.algorithm,
        bytes,
        time,
        rate,
        rate * operation.busFactor(network.ranks()),
        p.drawn.togetherPerByteS * rate,
        p.drawn.meanPerByteS * rate,
        p.drawn.busiest,
        total.steps(),
        total.chunks(),
        protocol,
        constants);
  }
}
