package supernode.solve.network.traffic;

import java.util.BitSet;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import supernode.solve.network.rate.FlowIncidence;
import supernode.solve.network.rate.LevelHeap;
import supernode.solve.network.rate.MaxMinCertificate;
import supernode.solve.network.route.FlowPairs;
import supernode.solve.network.route.TorusBoxes;
import supernode.topology.CsrGraph;

/**
 * Max-min fair rates of single flows on a torus. Who crosses which link is never written down: a
 * flow fills a box between its ends, and those on a link are the ones whose boxes reach over it in
 * every dimension.
 */
final class TorusFilling {
  private static final double FULL = 1 - MaxMinCertificate.TOLERANCE;
  private static final double SAME_LEVEL = 1e-12;

  /** Share of its first value below which a link's running sum is summed afresh. */
  private static final double REFRESH = 1e-3;

  private final TorusBoxes boxes;
  private final CsrGraph graph;
  private final TorusBoxes.Ways[] ways;

  /** By dimension and coordinate, the flows that come there. */
  private final long[][][] over;

  /** By dimension, direction and coordinate, the flows that go on from there. */
  private final long[][][] on;

  private final long[] rising;
  private final double[] rate;

  /** Of each link how fast it fills, and what is left of it. */
  private final double[] filling;

  private final double[] slopeWhenSummed;
  private final long[] found;

  private TorusFilling(TorusBoxes boxes, FlowPairs pairs) {
    this.boxes = boxes;
    graph = boxes.graph();
    int flows = pairs.count();
    ways = new TorusBoxes.Ways[flows];
    int words = (flows + 63) / 64;
    int dimensions = boxes.dimensions();
    over = new long[dimensions][][];
    on = new long[2 * dimensions][][];
    for (int d = 0; d < dimensions; d++) {
      over[d] = new long[boxes.size(d)][words];
      on[2 * d] = new long[boxes.size(d)][words];
      on[2 * d + 1] = new long[boxes.size(d)][words];
    }
    rising = new long[words];
    found = new long[words];
    rate = new double[flows];
    filling = new double[2 * boxes.links()];
    for (int f = 0; f < flows; f++) {
      int from = graph.endpoint(pairs.source(f));
      int to = graph.endpoint(pairs.destination(f));
      ways[f] = boxes.ways(from, to);
      rising[f >> 6] |= 1L << f;
      for (int d = 0; d < dimensions; d++) {
        mark(f, from, to, d);
      }
      boxes.add(ways[f], 1, 0, filling);
    }
    slopeWhenSummed = new double[boxes.links()];
    for (int l = 0; l < slopeWhenSummed.length; l++) {
      slopeWhenSummed[l] = filling[2 * l];
      filling[2 * l + 1] = boxes.capacityBytesPerS(l);
    }
  }

  private void mark(int f, int from, int to, int d) {
    int size = boxes.size(d);
    int at = boxes.coordinate(from, d);
    int by = boxes.ahead(from, to, d);
    long bit = 1L << f;
    int word = f >> 6;
    over[d][at][word] |= bit;
    for (int i = 0; 2 * by <= size && i < by; i++) {
      on[2 * d][(at + i) % size][word] |= bit;
      over[d][(at + i + 1) % size][word] |= bit;
    }
    for (int i = 0; 2 * by >= size && i < size - by; i++) {
      on[2 * d + 1][(at - i + size) % size][word] |= bit;
      over[d][(at - i - 1 + size) % size][word] |= bit;
    }
  }

  /** The rates; flows are of weight 1 and without limit, and none is from an endpoint to itself. */
  static Optional<FilledRates> rates(TorusBoxes boxes, FlowPairs pairs, BooleanSupplier cancelled) {
    for (int f = 0; f < pairs.count(); f++) {
      if (pairs.source(f) == pairs.destination(f)) {
        return Optional.empty();
      }
    }
    return pairs.isWeighted()
        ? Optional.empty()
        : Optional.of(new TorusFilling(boxes, pairs).fill(cancelled));
  }

  private FilledRates fill(BooleanSupplier cancelled) {
    LevelHeap heap = new LevelHeap(boxes.links());
    for (int l = 0; l < boxes.links(); l++) {
      if (filling[2 * l] > 0) {
        heap.append(l, filling[2 * l + 1] / filling[2 * l]);
      }
    }
    heap.order();
    double level = 0;
    int levels = 0;
    int stops = 0;
    while (!heap.isEmpty()) {
      int link = heap.top();
      if (filling[2 * link] < REFRESH * slopeWhenSummed[link]) {
        sumAfresh(link);
      }
      if (filling[2 * link] <= 0) {
        heap.removeTop();
        continue;
      }
      double full = Math.max(level, filling[2 * link + 1] / filling[2 * link]);
      if (full > heap.topLevel() * (1 + SAME_LEVEL)) {
        heap.raiseTop(full);
        continue;
      }
      if (++stops % 256 == 0 && cancelled.getAsBoolean()) {
        throw new CancellationException();
      }
      levels += levels == 0 || full > level * (1 + SAME_LEVEL) ? 1 : 0;
      level = full;
      stop(link, level);
      heap.removeTop();
    }
    return answer(levels);
  }

  private void sumAfresh(int link) {
    findOn(link);
    if (!anyRising()) {
      filling[2 * link] = 0;
      return;
    }
    double sum = 0;
    double used = 0;
    for (int w = 0; w < found.length; w++) {
      for (long rest = found[w]; rest != 0; rest &= rest - 1) {
        int f = (w << 6) + Long.numberOfTrailingZeros(rest);
        double share = boxes.share(ways[f], link);
        if ((rising[w] >> f & 1) == 1) {
          sum += share;
        } else {
          used += share * rate[f];
        }
      }
    }
    filling[2 * link] = sum;
    slopeWhenSummed[link] = sum;
    filling[2 * link + 1] = Math.max(0, boxes.capacityBytesPerS(link) - used);
  }

  private boolean anyRising() {
    for (int w = 0; w < found.length; w++) {
      if ((found[w] & rising[w]) != 0) {
        return true;
      }
    }
    return false;
  }

  private void findOn(int link) {
    int dimensions = boxes.dimensions();
    int way = link % (2 * dimensions);
    int vertex = link / (2 * dimensions);
    long[] first = on[way][boxes.coordinate(vertex, way / 2)];
    System.arraycopy(first, 0, found, 0, found.length);
    for (int d = 0; d < dimensions; d++) {
      if (d != way / 2) {
        long[] there = over[d][boxes.coordinate(vertex, d)];
        for (int w = 0; w < found.length; w++) {
          found[w] &= there[w];
        }
      }
    }
  }

  private void stop(int link, double level) {
    findOn(link);
    for (int w = 0; w < found.length; w++) {
      for (long rest = found[w] & rising[w]; rest != 0; rest &= rest - 1) {
        int f = (w << 6) + Long.numberOfTrailingZeros(rest);
        rate[f] = level;
        boxes.add(ways[f], -1, -level, filling);
      }
      rising[w] &= ~found[w];
    }
  }

  private FilledRates answer(int levels) {
    double[] fastest = new double[boxes.links()];
    double[] used = new double[boxes.links()];
    BitSet limited = new BitSet();
    for (int l = 0; l < used.length; l++) {
      used[l] = Math.clamp(1 - filling[2 * l + 1] / boxes.capacityBytesPerS(l), 0, 1);
      if (used[l] >= FULL) {
        findOn(l);
        for (int f = next(0); f >= 0; f = next(f + 1)) {
          fastest[l] = Math.max(fastest[l], rate[f]);
        }
        for (int f = next(0); f >= 0; f = next(f + 1)) {
          limited.set(f, limited.get(f) || rate[f] >= FULL * fastest[l]);
        }
      }
    }
    BottleneckTally tally = new BottleneckTally(graph);
    double[] utilisation = new double[graph.channelCount()];
    for (int c = 0; c < utilisation.length; c++) {
      int l = boxes.linkOf(c);
      if (l >= 0) {
        utilisation[c] = used[l];
        if (fastest[l] > 0) {
          tally.addChannel(c);
        }
      }
    }
    limited.stream().forEach(f -> tally.addFlows(tally.mask(0), 1, rate[f]));
    return new FilledRates(rate, utilisation, tally.bottlenecks(), levels).with(this::onChannel);
  }

  private int next(int from) {
    int w = from >> 6;
    long rest = w < found.length ? found[w] & -1L << from : 0;
    while (rest == 0) {
      if (++w >= found.length) {
        return -1;
      }
      rest = found[w];
    }
    return (w << 6) + Long.numberOfTrailingZeros(rest);
  }

  private synchronized void onChannel(int channel, FlowIncidence.Crossing out) {
    int link = boxes.linkOf(channel);
    if (link < 0) {
      return;
    }
    findOn(link);
    for (int f = next(0); f >= 0; f = next(f + 1)) {
      out.take(f, boxes.share(ways[f], link) / boxes.parallel(link));
    }
  }
}
