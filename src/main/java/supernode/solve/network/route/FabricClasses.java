package supernode.solve.network.route;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import supernode.solve.network.rate.Colours;
import supernode.topology.CsrGraph;
import supernode.topology.Remains;

/**
 * A fabric whose equal parts are kept once: endpoints that hang on the same switches by the same
 * links form a cell (see {@link EndpointCells}), and so do switches that look the same from every
 * cell of endpoints (the coarsest equitable partition in which every cell of endpoints has a colour
 * of its own).
 *
 * <p>This is exact for shortest paths with equal splitting. Distances to a destination and numbers
 * of next hops are constant on a cell of switches, hence so is what one flow puts on each, hop by
 * hop from its source: all links between two cells of switches carry the same share of it. Colours
 * of vertices with all endpoints alike would not do (network.md, 1.4).
 */
public final class FabricClasses {
  private final CsrGraph graph;
  private final int[] cellOf;
  private final int endpointCells;
  private final int[] size;

  /** By cell, whether its vertices pass on what is not for them. */
  private final boolean[] passes;

  private final int[] arcStart;
  private final int[] arcHead;
  private final int[] arcCount;
  private final double[] arcCapacity;
  private volatile int[] arcOf = {};

  private FabricClasses(CsrGraph graph, int[] cellOf, int endpointCells, CellArcs arcs) {
    this.graph = graph;
    this.cellOf = cellOf;
    this.endpointCells = endpointCells;
    this.size = arcs.size;
    passes = new boolean[size.length];
    for (int c = 0; c < passes.length; c++) {
      passes[c] = graph.forwards(arcs.member[c]);
    }
    this.arcStart = arcs.start;
    this.arcHead = arcs.head();
    this.arcCount = arcs.count();
    this.arcCapacity = arcs.capacity();
  }

  /**
   * Finds the cells.
   *
   * @throws CancellationException when cancelled
   */
  public static FabricClasses of(CsrGraph graph, BooleanSupplier cancelled) {
    return of(graph, new EndpointCells(graph).numbers(), cancelled);
  }

  /** The same with each endpoint in a cell of its own. */
  public static FabricClasses ofSingleEndpoints(CsrGraph graph, BooleanSupplier cancelled) {
    return of(graph, IntStream.range(0, graph.endpointCount()).toArray(), cancelled);
  }

  private static FabricClasses of(CsrGraph graph, int[] endpointCell, BooleanSupplier cancelled) {
    int n = graph.vertexCount();
    long[] colour = new long[n];
    int endpointCells = colourEndpoints(graph, endpointCell, colour);
    int[] switches = new int[graph.switchCount()];
    int found = 0;
    for (int v = 0; v < n; v++) {
      if (graph.isUp(v) && !graph.isEndpoint(v)) {
        switches[found++] = v;
        colour[v] = Colours.mix(graph.forwards(v) ? 1 : 2) ^ Colours.bits(graph.transitS(v));
      }
    }
    long[] next = new long[found];
    int cells = 0;
    int[] numbers = new int[0];
    for (int now = found > 0 ? 1 : 0; now > cells; now = Colours.count(numbers)) {
      if (cancelled.getAsBoolean()) {
        throw new CancellationException();
      }
      cells = now;
      for (int i = 0; i < found; i++) {
        next[i] = seen(graph, switches[i], colour);
      }
      for (int i = 0; i < found; i++) {
        colour[switches[i]] = next[i];
      }
      numbers = Colours.number(next);
    }
    int[] cellOf = new int[n];
    Arrays.fill(cellOf, -1);
    for (int i = 0; i < graph.endpointCount(); i++) {
      cellOf[graph.endpoint(i)] = (int) colour[graph.endpoint(i)] - FIRST_ENDPOINT;
    }
    for (int i = 0; i < found; i++) {
      cellOf[switches[i]] = endpointCells + numbers[i];
    }
    int all = endpointCells + cells;
    return new FabricClasses(graph, cellOf, endpointCells, new CellArcs(graph, cellOf, all));
  }

  /**
   * What failures leave, from the classes of the sound fabric: as exact, and found by what was lost
   * alone.
   *
   * @param sound classes of what the loss is taken from
   * @param graph what is left
   * @throws CancellationException when cancelled
   */
  public static FabricClasses left(
      FabricClasses sound, CsrGraph graph, Remains.Loss loss, BooleanSupplier cancelled) {
    if (cancelled.getAsBoolean()) {
      throw new CancellationException();
    }
    int[] cellOf = CellSplits.of(sound, graph, loss);
    int cells = Colours.count(cellOf);
    int endpoints = 0;
    for (int i = 0; i < graph.endpointCount(); i++) {
      endpoints = Math.max(endpoints, cellOf[graph.endpoint(i)] + 1);
    }
    return new FabricClasses(graph, cellOf, endpoints, new CellArcs(graph, cellOf, cells));
  }

  private static final int MIXED = -2;

  /** Colours of endpoints are small numbers from here, so that they can be read back. */
  private static final int FIRST_ENDPOINT = 16;

  private static int colourEndpoints(CsrGraph graph, int[] number, long[] colour) {
    for (int i = 0; i < number.length; i++) {
      colour[graph.endpoint(i)] = (long) FIRST_ENDPOINT + number[i];
    }
    return Colours.count(number);
  }

  private static long seen(CsrGraph graph, int v, long[] colour) {
    long sum = 0;
    int to = graph.arcStart(v + 1);
    for (int arc = graph.arcStart(v); arc < to; arc++) {
      double capacity = graph.capacityBytesPerS(graph.arcChannel(arc) >> 1);
      sum += Colours.mix(colour[graph.arcHead(arc)] ^ Colours.bits(capacity));
    }
    return Colours.mix(colour[v] + Colours.mix(sum));
  }

  /**
   * Classes of the same fabric that are alike in latency too, see {@link CsrGraph#byKind}: these
   * with kinds in place of rates where all links of an arc are of one kind, finer ones otherwise.
   *
   * @throws CancellationException when cancelled
   */
  public FabricClasses byKind(BooleanSupplier cancelled) {
    CsrGraph kinds = graph.byKind();
    double[] kindOf = new double[arcs()];
    for (int channel = 0; channel < graph.channelCount(); channel++) {
      int arc = arcOf(channel);
      double kind = kinds.capacityBytesPerS(channel >> 1);
      if (arc >= 0 && kindOf[arc] != kind) {
        if (kindOf[arc] > 0) {
          return of(kinds, cancelled);
        }
        kindOf[arc] = kind;
      }
    }
    return new FabricClasses(kinds, cellOf, endpointCells, new CellArcs(kinds, cellOf, cells()));
  }

  public CsrGraph graph() {
    return graph;
  }

  /** Cells; those of endpoints come first. */
  public int cells() {
    return size.length;
  }

  public int endpointCells() {
    return endpointCells;
  }

  /** Cell of a vertex; -1 when it is down. */
  public int cellOf(int vertex) {
    return cellOf[vertex];
  }

  /** Vertices of a cell. */
  public int size(int cell) {
    return size[cell];
  }

  public boolean forwards(int cell) {
    return passes[cell];
  }

  /**
   * Whether an arc joins endpoints that pass nothing on: its links serve the pairs that they join,
   * and nobody else.
   */
  public boolean isDirect(int from, int arc) {
    int to = arcHead[arc];
    return from < endpointCells && to < endpointCells && !passes[from] && !passes[to];
  }

  /** Links that join two endpoints directly, where neither passes anything on; 0 for none. */
  public int directLinks(int source, int destination) {
    int links = 0;
    for (int arc = graph.arcStart(source); arc < graph.arcStart(source + 1); arc++) {
      links += graph.arcHead(arc) == destination ? 1 : 0;
    }
    return graph.forwards(source) || graph.forwards(destination) ? 0 : links;
  }

  /** What a pair gets over its direct links, in equal parts, byte/s. */
  public double directBytesPerS(int source, int destination) {
    double least = Double.POSITIVE_INFINITY;
    for (int arc = graph.arcStart(source); arc < graph.arcStart(source + 1); arc++) {
      if (graph.arcHead(arc) == destination) {
        least = Math.min(least, graph.capacityBytesPerS(graph.arcChannel(arc) >> 1));
      }
    }
    return least * directLinks(source, destination);
  }

  /** First arc of a cell: links of one rate to one other cell. */
  public int arcStart(int cell) {
    return arcStart[cell];
  }

  public int arcs() {
    return arcHead.length;
  }

  public int arcHead(int arc) {
    return arcHead[arc];
  }

  /** Links of an arc at each vertex of the cell that it leaves. */
  public int arcCount(int arc) {
    return arcCount[arc];
  }

  /** Rate of each link of an arc, byte/s. */
  public double arcCapacity(int arc) {
    return arcCapacity[arc];
  }

  /** The arc that a channel belongs to; -1 when it is down. */
  public int arcOf(int channel) {
    int[] known = arcOf;
    return (known.length > 0 ? known : arcsOfChannels())[channel];
  }

  /** All are looked up when one is first asked for: then the others are. */
  private synchronized int[] arcsOfChannels() {
    if (arcOf.length == 0) {
      int[] found = new int[graph.channelCount()];
      Arrays.fill(found, -1);
      Lookup lookup = new Lookup();
      for (int v = 0; v < cellOf.length; v++) {
        int from = cellOf[v];
        if (from < 0) {
          continue;
        }
        for (int arc = graph.arcStart(v); arc < graph.arcStart(v + 1); arc++) {
          int channel = graph.arcChannel(arc);
          int to = cellOf[graph.arcHead(arc)];
          double capacity = graph.capacityBytesPerS(channel >> 1);
          found[channel] = lookup.arc(from, to, capacity);
        }
      }
      arcOf = found;
    }
    return arcOf;
  }

  /** Takes a channel that is up and what its arc is numbered by. */
  public interface NumberedChannel {
    void take(int channel, int number);
  }

  /**
   * Goes through the channels of arcs that have a number, without looking up those of cells whose
   * arcs all have the same.
   *
   * @param number of each arc, below 0 for those that are left out
   */
  public void forEachChannel(int[] number, NumberedChannel out) {
    int[] common = new int[size.length];
    for (int c = 0; c < size.length; c++) {
      common[c] = arcStart[c] < arcStart[c + 1] ? number[arcStart[c]] : -1;
      for (int a = arcStart[c]; a < arcStart[c + 1]; a++) {
        common[c] = number[a] == common[c] ? common[c] : MIXED;
      }
    }
    Lookup lookup = new Lookup();
    for (int v = 0; v < cellOf.length; v++) {
      int from = cellOf[v];
      int all = from < 0 ? -1 : common[from];
      if (all < 0 && all != MIXED) {
        continue;
      }
      for (int arc = graph.arcStart(v); arc < graph.arcStart(v + 1); arc++) {
        int channel = graph.arcChannel(arc);
        int own =
            all != MIXED
                ? all
                : number[
                    lookup.arc(
                        from, cellOf[graph.arcHead(arc)], graph.capacityBytesPerS(channel >> 1))];
        if (own >= 0) {
          out.take(channel, own);
        }
      }
    }
  }

  /** Arcs by the cells that they join, the last from each cell kept. */
  private final class Lookup {
    private final int[] arcTo = new int[size.length];
    private final int[] seenFrom = new int[size.length];

    Lookup() {
      Arrays.fill(seenFrom, -1);
    }

    int arc(int from, int to, double capacity) {
      // Most cells are joined to another by links of one rate: the last answer is the next.
      if (seenFrom[to] != from || arcCapacity[arcTo[to]] != capacity) {
        int arc = arcStart[from];
        while (arcHead[arc] != to || arcCapacity[arc] != capacity) {
          arc++;
        }
        arcTo[to] = arc;
        seenFrom[to] = from;
      }
      return arcTo[to];
    }
  }
}
