package supernode.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import supernode.design.TrafficPattern;
import supernode.solve.Outcome;
import supernode.solve.network.traffic.Traffic;
import supernode.topology.CsrGraph;
import supernode.topology.Islands;

/** A scenario's traffic as flows among the endpoints of a fabric that are up. */
final class FabricTraffic {
  /** Endpoints that pass on, up to which all patterns are answered whether sent or not. */
  private static final int MOST_MEASURED = 8192;

  private final CsrGraph graph;
  private final List<Integer> wired;
  private final Once<Pieces> pieces = new Once<>();

  /**
   * What patterns are laid out on.
   *
   * @param endpoints of an island, where all are of one size; else of the whole
   */
  private record Pieces(int endpoints, boolean apart) {
    static Pieces of(CsrGraph graph) {
      if (Islands.of(graph).countWithEndpoints() < 2) {
        return new Pieces(graph.endpointCount(), false);
      }
      List<List<Integer>> islands = Islands.of(graph).endpoints();
      int first = islands.getFirst().size();
      boolean apart = islands.stream().allMatch(i -> i.size() == first);
      return new Pieces(apart ? first : graph.endpointCount(), apart);
    }
  }

  /**
   * @param wired dimensions of the fabric's wiring, where it is a grid of its endpoints; empty
   *     otherwise
   */
  FabricTraffic(CsrGraph graph, List<Integer> wired) {
    this.graph = graph;
    this.wired = wired;
  }

  private int endpoints() {
    return pieces.get(() -> Pieces.of(graph)).endpoints();
  }

  private boolean inPieces() {
    return pieces.get(() -> Pieces.of(graph)).apart();
  }

  private List<Integer> dims() {
    return product(wired) == endpoints() ? wired : List.of(endpoints());
  }

  /**
   * The same where nobody has asked for it: on a large direct network single flows with far ends
   * cross millions of links, a tenth of a second and more.
   */
  Outcome<Traffic> measured(TrafficPattern pattern) {
    return graph.switchCount() == 0 && graph.endpointCount() > MOST_MEASURED
        ? Outcome.notApplicable("traffic.whenSent", graph.endpointCount())
        : of(pattern);
  }

  /**
   * @return not applicable where the fabric has not the endpoints that the pattern names
   */
  Outcome<Traffic> of(TrafficPattern pattern) {
    Outcome<Traffic> whole = pattern(pattern);
    return switch (pattern) {
      // All-to-all takes only pairs that have a way; the others name single endpoints.
      case TrafficPattern.AllToAll _,
          TrafficPattern.Incast _,
          TrafficPattern.HotSpot _,
          TrafficPattern.Matrix _ ->
          whole;
      case TrafficPattern.RingShift _, TrafficPattern.Permutation _, TrafficPattern.Uniform _ ->
          whole.map(t -> t.withinIslands(graph));
      case TrafficPattern.BitComplement _,
          TrafficPattern.NeighbourExchange _,
          TrafficPattern.Tornado _,
          TrafficPattern.PipelineStages _,
          TrafficPattern.ExpertParallel _ ->
          inPieces() ? whole.map(t -> t.withinIslands(graph)) : whole;
    };
  }

  private Outcome<Traffic> pattern(TrafficPattern pattern) {
    return switch (pattern) {
      case TrafficPattern.AllToAll _ -> Outcome.solved(new Traffic.AllToAll());
      case TrafficPattern.Uniform(int peers, long seed) ->
          Outcome.solved(new Traffic.Uniform(peers, seed));
      case TrafficPattern.RingShift(int shift) -> Outcome.solved(new Traffic.RingShift(shift));
      case TrafficPattern.Permutation(long seed) -> Outcome.solved(new Traffic.Permutation(seed));
      case TrafficPattern.BitComplement _ -> Outcome.solved(new Traffic.BitComplement());
      case TrafficPattern.NeighbourExchange(List<Integer> own, boolean wrapped) ->
          onGrid(own, new Traffic.Neighbours(grid(own), wrapped));
      case TrafficPattern.Tornado(List<Integer> own) -> onGrid(own, new Traffic.Tornado(grid(own)));
      case TrafficPattern.Incast(int root, int fanIn) ->
          at(root, fanIn == 0 ? new Traffic.Incast(root) : new Traffic.Incast(root, fanIn));
      case TrafficPattern.HotSpot(int target, double share, long seed) ->
          at(target, new Traffic.HotSpot(target, share, seed));
      case TrafficPattern.PipelineStages(int stages) ->
          endpoints() % stages == 0
              ? Outcome.solved(new Traffic.PipelineStages(stages))
              : Outcome.notApplicable("traffic.notStages", endpoints(), stages);
      case TrafficPattern.ExpertParallel(int ranks, int experts, int topK) -> {
        int group = ranks == 0 ? endpoints() : ranks;
        yield group > 1 && endpoints() % group == 0
            ? Outcome.solved(new Traffic.ExpertExchange(group, experts, topK))
            : Outcome.notApplicable("traffic.notGroups", endpoints(), group);
      }
      case TrafficPattern.Matrix matrix -> matrix(matrix);
    };
  }

  private List<Integer> grid(List<Integer> own) {
    return own.isEmpty() ? dims() : own;
  }

  private Outcome<Traffic> onGrid(List<Integer> own, Traffic traffic) {
    return own.isEmpty() || product(own) == endpoints()
        ? Outcome.solved(traffic)
        : Outcome.notApplicable("traffic.notGrid", endpoints(), product(own));
  }

  private static long product(List<Integer> sizes) {
    return sizes.stream().mapToLong(Integer::longValue).reduce(1, (a, b) -> a * b);
  }

  private Outcome<Traffic> at(int endpoint, Traffic traffic) {
    return endpoint < graph.endpointCount()
        ? Outcome.solved(traffic)
        : Outcome.notApplicable("traffic.noEndpoint", endpoint, graph.endpointCount() - 1);
  }

  private Outcome<Traffic> matrix(TrafficPattern.Matrix matrix) {
    List<Traffic.Demand> flows = new ArrayList<>();
    for (TrafficPattern.Demand d : matrix.demands()) {
      int last = Math.max(d.from().last(), d.to().last());
      if (last >= graph.endpointCount()) {
        return Outcome.notApplicable("traffic.noEndpoint", last, graph.endpointCount() - 1);
      }
      double limit = d.limitBytesPerS().orElse(Traffic.UNLIMITED);
      for (int from = d.from().first(); from <= d.from().last(); from++) {
        int source = from;
        IntStream.rangeClosed(d.to().first(), d.to().last())
            .filter(to -> to != source)
            .forEach(to -> flows.add(new Traffic.Demand(source, to, d.weight(), limit)));
      }
    }
    return flows.isEmpty()
        ? Outcome.notApplicable("traffic.matrixEmpty")
        : Outcome.solved(new Traffic.Matrix(flows));
  }
}
