package supernode.solve.network.route;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import supernode.solve.network.rate.Colours;
import supernode.topology.CsrGraph;

/**
 * The translations of a torus: what holds of one vertex holds of all. The sides are guessed from
 * the numbers of a vertex's neighbours, the first dimension fastest; that every translation keeps
 * all links is then checked, so nothing is taken for a torus that is none.
 */
public final class Translations {
  private final CsrGraph graph;
  private final int[] stride;
  private final int[] size;

  private Translations(CsrGraph graph, List<Integer> strides) {
    this.graph = graph;
    int n = graph.vertexCount();
    stride = strides.stream().mapToInt(Integer::intValue).toArray();
    size = new int[stride.length];
    for (int d = 0; d < size.length; d++) {
      size[d] = (d + 1 < size.length ? stride[d + 1] : n) / stride[d];
    }
  }

  /** Those of a fabric of endpoints alone; empty where it is no torus, or a damaged one. */
  public static Optional<Translations> of(CsrGraph graph) {
    int n = graph.vertexCount();
    if (n < 3 || graph.endpointCount() < n || !graph.forwards(0)) {
      return Optional.empty();
    }
    CsrGraph kinds = graph.byKind();
    return strides(graph).map(s -> new Translations(kinds, s)).filter(Translations::keepLinks);
  }

  /** Where a ring ends, its last vertex is the first one's neighbour. */
  private static Optional<List<Integer>> strides(CsrGraph graph) {
    int n = graph.vertexCount();
    boolean[] neighbour = new boolean[n];
    for (int arc = graph.arcStart(0); arc < graph.arcStart(1); arc++) {
      neighbour[graph.arcHead(arc)] = true;
    }
    List<Integer> strides = new ArrayList<>(List.of(1));
    for (int next = 2; next < n; next++) {
      int last = strides.getLast();
      if (neighbour[next] && n % next == 0 && next % last == 0 && neighbour[next - last]) {
        strides.add(next);
      }
    }
    return neighbour[1] && neighbour[n - strides.getLast()]
        ? Optional.of(strides)
        : Optional.empty();
  }

  /** Vertices along each dimension, the fastest first; dimensions of one are left out. */
  public List<Integer> sides() {
    return IntStream.of(size).filter(n -> n > 1).boxed().toList();
  }

  private boolean keepLinks() {
    for (int d = 0; d < stride.length; d++) {
      for (int v = 0; v < graph.vertexCount(); v++) {
        int to = moved(v, d, 1);
        if (!graph.forwards(v) || look(v, d, 1) != look(to, d, 0)) {
          return false;
        }
      }
    }
    return true;
  }

  private long look(int v, int dimension, int by) {
    long sum = 0;
    for (int arc = graph.arcStart(v); arc < graph.arcStart(v + 1); arc++) {
      double kind = graph.capacityBytesPerS(graph.arcChannel(arc) >> 1);
      int head = moved(graph.arcHead(arc), dimension, by);
      sum += Colours.mix(head + Colours.mix(Colours.bits(kind)));
    }
    return sum;
  }

  private int moved(int v, int dimension, int by) {
    int at = v / stride[dimension] % size[dimension];
    return v + ((at + by) % size[dimension] - at) * stride[dimension];
  }

  /**
   * What all channels carry when every vertex is a destination, from what they carry for one.
   *
   * @param ofOne flows on each channel when all send to a single destination
   */
  public double[] ofAll(double[] ofOne) {
    int[] orbit = new int[ofOne.length];
    Map<Long, Integer> known = new HashMap<>();
    double[] sum = new double[ofOne.length];
    int[] count = new int[ofOne.length];
    for (int c = 0; c < ofOne.length; c++) {
      if (graph.isUsable(c >> 1)) {
        orbit[c] = known.computeIfAbsent(step(c), _ -> known.size());
        sum[orbit[c]] += ofOne[c];
        count[orbit[c]]++;
      }
    }
    double[] all = new double[ofOne.length];
    for (int c = 0; c < all.length; c++) {
      if (graph.isUsable(c >> 1)) {
        all[c] = sum[orbit[c]] * graph.vertexCount() / count[orbit[c]];
      }
    }
    return all;
  }

  /** By how much a channel leads on along each dimension, and of what kind it is. */
  private long step(int channel) {
    int from = graph.channelFrom(channel);
    int to = graph.channelTo(channel);
    long step = 0;
    for (int d = 0; d < stride.length; d++) {
      int by = to / stride[d] % size[d] - from / stride[d] % size[d];
      step += (long) Math.floorMod(by, size[d]) * stride[d];
    }
    return Colours.mix(step) + Colours.bits(graph.capacityBytesPerS(channel >> 1));
  }
}
