package supernode.solve.network.traffic;

import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import supernode.solve.network.rate.FlowIncidence;
import supernode.solve.network.rate.MaxMin;
import supernode.solve.network.rate.MaxMinCertificate;
import supernode.solve.network.rate.MaxMinProblem;
import supernode.solve.network.rate.MaxMinResult;
import supernode.solve.network.route.ClassRoutes;
import supernode.solve.network.route.FabricClasses;
import supernode.solve.network.route.FlowPairs;
import supernode.topology.CsrGraph;

/**
 * Single flows over links by class: what lies between two cells of switches is loaded alike by each
 * flow and is one; an endpoint's own links are its own, and the direct links of a pair are the
 * pair's. For fabrics whose endpoints pass nothing on.
 */
final class CellFlows {
  /** Crossings up to which they are kept for questions on single links (24 MB). */
  private static final int MOST_KEPT = 2_000_000;

  /** Flows after which it is guessed how much room all of them take. */
  private static final int FIRST_FLOWS = 256;

  private final FabricClasses fabric;
  private final CsrGraph graph;
  private final FlowPairs pairs;

  /** By endpoint's vertex, what makes the number of its link of an arc. */
  private final int[] ownBase;

  /** Number of the first own link of a cell's endpoints. */
  private final int[] ownLinks;

  /** For an arc into a cell of endpoints the arc back; -1 for others. */
  private final int[] back;

  private final int firstSwitchArc;
  private final int own;

  /** Pairs with direct links between them. */
  private final DirectPairs directOf;

  private int source;
  private int destination;

  private CellFlows(FabricClasses fabric, FlowPairs pairs) {
    this.fabric = fabric;
    this.graph = fabric.graph();
    this.pairs = pairs;
    directOf = DirectPairs.of(fabric, pairs);
    int cells = fabric.endpointCells();
    firstSwitchArc = fabric.arcStart(cells);
    ownLinks = new int[cells];
    int count = 0;
    for (int c = 0; c < cells; c++) {
      ownLinks[c] = count;
      count += fabric.size(c) * degree(c);
    }
    own = count;
    ownBase = new int[graph.vertexCount()];
    int[] seen = new int[cells];
    for (int i = 0; i < graph.endpointCount(); i++) {
      int v = graph.endpoint(i);
      int c = fabric.cellOf(v);
      ownBase[v] = ownLinks[c] + seen[c]++ * degree(c) - fabric.arcStart(c);
    }
    back = new int[fabric.arcs()];
    Arrays.fill(back, -1);
    for (int c = 0; c < cells; c++) {
      for (int a = fabric.arcStart(c); a < fabric.arcStart(c + 1); a++) {
        int x = fabric.arcHead(a);
        for (int b = fabric.arcStart(x); b < fabric.arcStart(x + 1); b++) {
          if (fabric.arcHead(b) == c && fabric.arcCapacity(b) == fabric.arcCapacity(a)) {
            back[b] = a;
          }
        }
      }
    }
  }

  /** Whether endpoints pass nothing on. */
  static boolean fits(FabricClasses fabric) {
    return IntStream.range(0, fabric.endpointCells()).noneMatch(fabric::forwards);
  }

  /** The rates; empty where more than so many crossings are needed. */
  static Optional<FilledRates> rates(
      FabricClasses fabric, FlowPairs pairs, int mostCrossings, BooleanSupplier cancelled) {
    return new CellFlows(fabric, pairs).rates(mostCrossings, cancelled);
  }

  private Optional<FilledRates> rates(int mostCrossings, BooleanSupplier cancelled) {
    int[] order = byDestination();
    FlowIncidence.Builder rows = new FlowIncidence.Builder(links());
    ClassRoutes routes = new ClassRoutes(fabric);
    ClassRoutes.Crossing crossing = (arc, share) -> rows.cross(link(arc), share);
    int prepared = -1;
    for (int i = 0; i < order.length; i++) {
      if (i % 256 == 0 && cancelled.getAsBoolean()) {
        throw new CancellationException();
      }
      source = graph.endpoint(pairs.source(order[i]));
      destination = graph.endpoint(pairs.destination(order[i]));
      int direct = directOf.find(source, destination);
      if (direct >= 0) {
        rows.cross(firstDirect() + direct, 1).endFlow();
        continue;
      }
      if (fabric.cellOf(destination) != prepared) {
        prepared = fabric.cellOf(destination);
        routes.prepare(prepared);
      }
      boolean _ = routes.follow(fabric.cellOf(source), crossing);
      rows.endFlow();
      if (i == FIRST_FLOWS) {
        // The others will be much like them.
        long expected = 9L * rows.nonZeros() / 8 * order.length / FIRST_FLOWS;
        rows.expect((int) Math.min(expected, mostCrossings));
      }
      if (rows.nonZeros() > mostCrossings) {
        return Optional.empty();
      }
    }
    FlowIncidence incidence = rows.build();
    MaxMinProblem problem = problem(incidence, order);
    MaxMinResult result = MaxMin.solve(problem, cancelled);
    double[] rate = new double[order.length];
    for (int i = 0; i < order.length; i++) {
      rate[order[i]] = result.rateBytesPerS(i);
    }
    FilledRates filled = lifted(problem, result, rate);
    return Optional.of(
        incidence.nonZeros() > MOST_KEPT
            ? filled
            : filled.with((channel, out) -> crossing(incidence, order, channel, out)));
  }

  /** The flows on a channel: those on links of its class, each with an equal part on all. */
  private void crossing(
      FlowIncidence incidence, int[] order, int channel, FlowIncidence.Crossing out) {
    int arc = fabric.arcOf(channel);
    if (arc < 0) {
      return;
    }
    source = graph.channelFrom(channel);
    destination = graph.channelTo(channel);
    int cell = fabric.cellOf(source);
    boolean direct = fabric.isDirect(cell, arc);
    int pair = direct ? directOf.find(source, destination) : -1;
    if (direct && pair < 0) {
      return;
    }
    int l = direct ? firstDirect() + pair : link(arc);
    double links =
        direct
            ? fabric.directLinks(source, destination)
            : l < 2 * own
                ? fabric.arcCount(back[arc] >= 0 ? back[arc] : arc)
                : (double) fabric.size(cell) * fabric.arcCount(arc);
    incidence.forEachOn(l, (f, share) -> out.take(order[f], share / links));
  }

  /** Flows to one cell together, else in their order. */
  private int[] byDestination() {
    int[] start = new int[fabric.endpointCells() + 1];
    for (int f = 0; f < pairs.count(); f++) {
      start[cell(pairs.destination(f)) + 1]++;
    }
    for (int c = 1; c < start.length; c++) {
      start[c] += start[c - 1];
    }
    int[] order = new int[pairs.count()];
    for (int f = 0; f < order.length; f++) {
      order[start[cell(pairs.destination(f))]++] = f;
    }
    return order;
  }

  private int cell(int endpoint) {
    return fabric.cellOf(graph.endpoint(endpoint));
  }

  private int degree(int cell) {
    return fabric.arcStart(cell + 1) - fabric.arcStart(cell);
  }

  private int links() {
    return firstDirect() + directOf.count();
  }

  private int firstDirect() {
    return 2 * own + fabric.arcs() - firstSwitchArc;
  }

  /** An arc as the present flow crosses it. */
  private int link(int arc) {
    if (arc < firstSwitchArc) {
      return ownLink(source, arc);
    }
    return back[arc] >= 0 ? own + ownLink(destination, back[arc]) : 2 * own + arc - firstSwitchArc;
  }

  private int ownLink(int vertex, int arc) {
    return ownBase[vertex] + arc;
  }

  private MaxMinProblem problem(FlowIncidence rows, int[] order) {
    double[] capacity = new double[links()];
    double[] count = new double[links()];
    for (int c = 0; c < fabric.cells(); c++) {
      for (int a = fabric.arcStart(c); a < fabric.arcStart(c + 1); a++) {
        if (a >= firstSwitchArc) {
          capacity[2 * own + a - firstSwitchArc] = fabric.arcCapacity(a);
          count[2 * own + a - firstSwitchArc] = (double) fabric.size(c) * fabric.arcCount(a);
          continue;
        }
        for (int m = 0; m < fabric.size(c); m++) {
          int l = ownLinks[c] + m * degree(c) + a - fabric.arcStart(c);
          capacity[l] = fabric.arcCapacity(a);
          capacity[own + l] = fabric.arcCapacity(a);
          count[l] = fabric.arcCount(a);
          count[own + l] = fabric.arcCount(a);
        }
      }
    }
    directOf.forEach((pair, from, to) -> {
      capacity[firstDirect() + pair] = fabric.directBytesPerS(from, to);
      count[firstDirect() + pair] = 1;
    });
    return SingleFlows.problem(rows, capacity, count, pairs, order);
  }

  private FilledRates lifted(MaxMinProblem problem, MaxMinResult result, double[] rate) {
    FullLinks full = FullLinks.of(problem, result);
    BottleneckTally tally = new BottleneckTally(graph);
    int[] mask = new int[links()];
    double[] utilisation = new double[graph.channelCount()];
    for (int c = 0; c < utilisation.length; c++) {
      int arc = fabric.arcOf(c);
      if (arc >= firstSwitchArc && back[arc] < 0) {
        int l = link(arc);
        utilisation[c] = result.utilisation(l);
        if (full.limits(l)) {
          mask[l] = mask[l] == 0 ? tally.mask(c) : mask[l];
          tally.addChannel(c, mask[l]);
        }
      } else if (arc >= 0) {
        source = graph.channelFrom(c);
        destination = graph.channelTo(c);
        boolean direct = arc < firstSwitchArc && fabric.isDirect(fabric.cellOf(source), arc);
        int pair = direct ? directOf.find(source, destination) : -1;
        if (direct && pair < 0) {
          continue;
        }
        int l = direct ? firstDirect() + pair : link(arc);
        // The slowest of a pair's direct links is full with the pair; a faster one is not.
        double share =
            direct
                ? fabric.directBytesPerS(source, destination)
                    / fabric.directLinks(source, destination)
                    / graph.capacityBytesPerS(c >> 1)
                : 1;
        utilisation[c] = result.utilisation(l) * share;
        if (share < 1 - MaxMinCertificate.TOLERANCE) {
          continue;
        }
        if (full.limits(l)) {
          mask[l] = tally.mask(c);
          tally.addChannel(c, mask[l]);
        }
      }
    }
    full.tally(tally, l -> mask[l]);
    return new FilledRates(rate, utilisation, tally.bottlenecks(), result.levels());
  }
}
