package supernode.solve.network.latency;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.IntToDoubleFunction;
import supernode.solve.network.rate.FlowIncidence;
import supernode.solve.network.route.FlowPairs;
import supernode.topology.CsrGraph;

/**
 * Latency under an offered load along any routing, as of {@link OfferedLatency}. Means are exact
 * for the shares in which flows split. For the spread a packet is taken to go on from where it is
 * by the shares of its flow there, however it came: the same where ways only part and meet again.
 */
public final class RoutedLatency {
  private static final double SETTLED = 1e-12;
  private static final int MOST_ROUNDS = 1000;
  private static final int SUMS = 5;

  private final CsrGraph graph;
  private final LinkWaits waits;
  private final double[] leastS;
  private final double[] idleS;
  private final double[] meanS;
  private final double[] squareS2;
  private final double[] atOnce;

  /** By vertex, one more than the first entry that leaves it; 0 for none. */
  private final int[] first;

  private final boolean[] open;
  private final boolean[] seen;
  private int[] next = new int[64];

  /** Vertices of the flow, those after which the packet goes on first. */
  private final int[] order;

  private int length;

  /** The share of packets at the destination that end there. */
  private double ends;

  /** Of one vertex: shares, and what is left weighed by them. */
  private final double[] sums = new double[SUMS];

  private boolean circular;

  private RoutedLatency(CsrGraph graph, LinkWaits waits) {
    this.graph = graph;
    this.waits = waits;
    int n = graph.vertexCount();
    leastS = new double[n];
    idleS = new double[n];
    meanS = new double[n];
    squareS2 = new double[n];
    atOnce = new double[n];
    first = new int[n];
    open = new boolean[n];
    seen = new boolean[n];
    order = new int[n];
  }

  /**
   * Of flows, one packet of each as likely as of another.
   *
   * @param ways which flow crosses which channel with what share
   * @param offeredLoad by channel: offered rate over capacity
   * @throws CancellationException when cancelled
   */
  public static OfferedLatency of(
      CsrGraph graph,
      FlowPairs pairs,
      FlowIncidence ways,
      IntToDoubleFunction offeredLoad,
      PacketMix packets,
      double headerBytes,
      BooleanSupplier cancelled) {
    LinkWaits waits = new LinkWaits(graph, offeredLoad, packets, headerBytes);
    RoutedLatency walk = new RoutedLatency(graph, waits);
    LatencySums sums = new LatencySums();
    for (int f = 0; f < ways.flows(); f++) {
      if (f % 256 == 0 && cancelled.getAsBoolean()) {
        throw new CancellationException();
      }
      if (ways.start(f) < ways.start(f + 1)) {
        int from = graph.endpoint(pairs.source(f));
        walk.follow(ways, f, from, graph.endpoint(pairs.destination(f)));
        double mean = walk.meanS[from];
        double variance = Math.max(0, walk.squareS2[from] - mean * mean);
        sums.add(1, walk.leastS[from], walk.idleS[from], mean, variance, walk.atOnce[from]);
      }
    }
    return sums.result(waits.busiest);
  }

  private void follow(FlowIncidence ways, int flow, int from, int to) {
    int start = ways.start(flow);
    int count = ways.start(flow + 1) - start;
    if (count > next.length) {
      next = new int[2 * count];
    }
    for (int i = 0; i < count; i++) {
      int v = graph.channelFrom(ways.link(start + i));
      next[i] = first[v];
      first[v] = i + 1;
    }
    length = 0;
    circular = false;
    double passing = 0;
    for (int i = first[to]; i > 0; i = next[i - 1]) {
      passing += ways.share(start + i - 1);
    }
    // A detour may lead over the destination: of the packets that come there these go on.
    ends = 1 / (1 + passing);
    visit(ways, start, from);
    double change = 1;
    for (int round = 0; change > SETTLED && round < MOST_ROUNDS; round++) {
      change = 0;
      for (int i = 0; i < length; i++) {
        if (first[order[i]] > 0) {
          change = Math.max(change, settle(ways, start, order[i], to));
        }
      }
      change = circular ? change : 0;
    }
    for (int i = 0; i < length; i++) {
      seen[order[i]] = false;
    }
    for (int i = 0; i < count; i++) {
      first[graph.channelFrom(ways.link(start + i))] = 0;
    }
  }

  /** Depth first; ways have no more hops than a fabric has levels, or than a walk over all. */
  private void visit(FlowIncidence ways, int start, int source) {
    int[] stack = new int[next.length + 2];
    int[] at = new int[next.length + 2];
    int depth = 0;
    stack[0] = source;
    at[0] = first[source];
    begin(source);
    while (depth >= 0) {
      int v = stack[depth];
      if (at[depth] == 0) {
        open[v] = false;
        order[length++] = v;
        depth--;
        continue;
      }
      int e = at[depth] - 1;
      at[depth] = next[e];
      int head = graph.channelTo(ways.link(start + e));
      if (open[head]) {
        circular = true;
      } else if (!seen[head]) {
        begin(head);
        stack[++depth] = head;
        at[depth] = first[head];
      }
    }
  }

  private void begin(int v) {
    seen[v] = true;
    open[v] = true;
    leastS[v] = Double.POSITIVE_INFINITY;
    idleS[v] = 0;
    meanS[v] = 0;
    squareS2[v] = 0;
    atOnce[v] = 0;
  }

  /**
   * @return by how much the mean and the spread of what is left from a vertex changed, in parts
   */
  private double settle(FlowIncidence ways, int start, int v, int to) {
    Arrays.fill(sums, 0);
    leastS[v] = Double.POSITIVE_INFINITY;
    for (int i = first[v]; i > 0; i = next[i - 1]) {
      int c = ways.link(start + i - 1);
      double share = ways.share(start + i - 1);
      int head = graph.channelTo(c);
      double end = head == to ? ends : 0;
      if (end > 0) {
        leastS[v] = Math.min(leastS[v], waits.lastHopS[c]);
        add(share * end, c, waits.lastHopS[c], 0, 0, 0, 1);
      }
      if (end < 1) {
        leastS[v] = Math.min(leastS[v], waits.hopS[c] + leastS[head]);
        double on = share * (1 - end);
        add(on, c, waits.hopS[c], idleS[head], meanS[head], squareS2[head], atOnce[head]);
      }
    }
    double before = meanS[v];
    double squareBefore = squareS2[v];
    idleS[v] = sums[1] / sums[0];
    meanS[v] = sums[2] / sums[0];
    squareS2[v] = sums[3] / sums[0];
    atOnce[v] = sums[4] / sums[0];
    return Math.max(change(before, meanS[v]), change(squareBefore, squareS2[v]));
  }

  /** Adds a channel and what is left behind it. */
  private void add(
      double share, int c, double here, double idle, double mean, double square, double free) {
    double crossing = here + waits.meanS[c];
    sums[0] += share;
    sums[1] += share * (here + idle);
    sums[2] += share * (crossing + mean);
    sums[3] += share * (crossing * crossing + waits.varianceS2[c] + 2 * crossing * mean + square);
    sums[4] += share * waits.free[c] * free;
  }

  private static double change(double before, double now) {
    return now == before ? 0 : Math.abs(now - before) / now;
  }
}
