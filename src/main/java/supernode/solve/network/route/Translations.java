package supernode.solve.network.route;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import supernode.solve.network.rate.Colours;
import supernode.topology.CsrGraph;

/**
 * The translations of a torus or HyperX: what holds of one vertex holds of all. The sides are
 * guessed from the numbers of a vertex's neighbours, the first dimension fastest; that every
 * translation keeps all links is then checked, so nothing is taken for such a grid that is none.
 */
public final class Translations {
  /** Steps whose orbit is kept at hand. */
  private static final int RECENT = 256;

  private final CsrGraph graph;
  private final int[] stride;
  private final int[] size;

  /** Made when first asked for. */
  private int[] orbit = {};

  private int orbits;

  private Translations(CsrGraph graph, List<Integer> strides) {
    this.graph = graph;
    int n = graph.vertexCount();
    stride = strides.stream().mapToInt(Integer::intValue).toArray();
    size = new int[stride.length];
    for (int d = 0; d < size.length; d++) {
      size[d] = (d + 1 < size.length ? stride[d + 1] : n) / stride[d];
    }
  }

  /** Those of a fabric of endpoints alone; empty where it is no such grid, or a damaged one. */
  public static Optional<Translations> of(CsrGraph graph) {
    int n = graph.vertexCount();
    if (n < 3 || graph.endpointCount() < n || !graph.forwards(0)) {
      return Optional.empty();
    }
    boolean[] neighbour = new boolean[n];
    for (int arc = graph.arcStart(0); arc < graph.arcStart(1); arc++) {
      neighbour[graph.arcHead(arc)] = true;
    }
    List<Integer> strides = strides(neighbour);
    if (!neighbour[1] || !neighbour[n - strides.getLast()]) {
      return Optional.empty();
    }
    return Optional.of(new Translations(graph.byKind(), strides)).filter(Translations::keepLinks);
  }

  private static List<Integer> strides(boolean[] neighbour) {
    int n = neighbour.length;
    List<Integer> strides = new ArrayList<>(List.of(1));
    for (int next = 2; next < n; next++) {
      int last = strides.getLast();
      boolean ends = isFull(neighbour, last, next) || isRing(neighbour, last, next);
      if (neighbour[next] && n % next == 0 && next % last == 0 && ends) {
        strides.add(next);
      }
    }
    return strides;
  }

  /** Where a ring of more than three ends, its last vertex is the first one's neighbour. */
  private static boolean isRing(boolean[] neighbour, int last, int next) {
    return neighbour[next - last] && !neighbour[2 * last];
  }

  /** Whether a vertex has links to all along a dimension up to the next, and not in one beyond. */
  private static boolean isFull(boolean[] neighbour, int last, int next) {
    for (int v = last; v < next; v += last) {
      if (!neighbour[v]) {
        return false;
      }
    }
    int beyond = next + last;
    return beyond >= neighbour.length || !neighbour[beyond];
  }

  /** Vertices along each dimension, the fastest first; dimensions of one are left out. */
  public List<Integer> sides() {
    return IntStream.of(size).filter(n -> n > 1).boxed().toList();
  }

  public int vertices() {
    return graph.vertexCount();
  }

  public int dimensions() {
    return size.length;
  }

  public int size(int dimension) {
    return size[dimension];
  }

  public int coordinate(int vertex, int dimension) {
    return vertex / stride[dimension] % size[dimension];
  }

  public int shifted(int vertex, int dimension, int by) {
    int at = coordinate(vertex, dimension);
    return vertex + ((at + by) % size[dimension] - at) * stride[dimension];
  }

  private boolean keepLinks() {
    int n = graph.vertexCount();
    int[] moved = new int[n];
    long[] looks = new long[n];
    for (int v = 0; v < n; v++) {
      moved[v] = v;
    }
    for (int v = 0; v < n; v++) {
      looks[v] = look(v, moved);
    }
    for (int d = 0; d < stride.length; d++) {
      for (int v = 0; v < n; v++) {
        int at = v / stride[d] % size[d];
        moved[v] = at + 1 < size[d] ? v + stride[d] : v - at * stride[d];
      }
      for (int v = 0; v < n; v++) {
        if (!graph.forwards(v) || look(v, moved) != looks[moved[v]]) {
          return false;
        }
      }
    }
    return true;
  }

  private long look(int v, int[] moved) {
    long sum = 0;
    for (int arc = graph.arcStart(v); arc < graph.arcStart(v + 1); arc++) {
      double kind = graph.capacityBytesPerS(graph.arcChannel(arc) >> 1);
      sum += Colours.mix(moved[graph.arcHead(arc)] + Colours.mix(Colours.bits(kind)));
    }
    return sum;
  }

  /** The vertex that a translation which takes one vertex to another takes a third one to. */
  public int moved(int vertex, int from, int to) {
    int moved = vertex;
    for (int d = 0; d < stride.length; d++) {
      int at = vertex / stride[d] % size[d];
      int by = to / stride[d] % size[d] - from / stride[d] % size[d];
      moved += (Math.floorMod(at + by, size[d]) - at) * stride[d];
    }
    return moved;
  }

  /**
   * Orbit of each channel: those that lead on alike and are of one kind; -1 where it is down. A
   * number below {@link #orbits}.
   */
  public int[] orbitOfChannel() {
    number();
    return orbit;
  }

  public int orbits() {
    number();
    return orbits;
  }

  private synchronized void number() {
    if (orbit.length > 0) {
      return;
    }
    int[] numbers = new int[graph.channelCount()];
    Arrays.fill(numbers, -1);
    Map<Long, Integer> known = new HashMap<>();
    // Few orbits follow each other in turns: most steps were seen a moment ago.
    long[] seen = new long[RECENT];
    int[] number = new int[RECENT];
    Arrays.fill(number, -1);
    for (int c = 0; c < numbers.length; c++) {
      if (graph.isUsable(c >> 1)) {
        long step = step(c);
        int at = (int) (Colours.mix(step) >>> Long.SIZE - 8);
        if (number[at] < 0 || seen[at] != step) {
          seen[at] = step;
          number[at] = known.computeIfAbsent(step, _ -> known.size());
        }
        numbers[c] = number[at];
      }
    }
    orbits = known.size();
    orbit = numbers;
  }

  /**
   * What all channels carry when every vertex is a destination, from what they carry for one.
   *
   * @param ofOne flows on each channel when all send to a single destination
   */
  public double[] ofAll(double[] ofOne) {
    number();
    double[] sum = new double[orbits];
    int[] count = new int[orbits];
    for (int c = 0; c < ofOne.length; c++) {
      if (orbit[c] >= 0) {
        sum[orbit[c]] += ofOne[c];
        count[orbit[c]]++;
      }
    }
    double[] all = new double[ofOne.length];
    for (int c = 0; c < all.length; c++) {
      if (orbit[c] >= 0) {
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
