package supernode.solve.network.route;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import supernode.topology.CsrGraph;

/**
 * Shortest paths on a torus: those of a pair fill a box between its ends, and how a flow splits in
 * it depends on the sides of the box alone. Links between the same two neighbours count as one,
 * which is named by the vertex that it leaves, its dimension and its direction. Not for use by
 * several threads.
 */
public final class TorusBoxes {
  private final CsrGraph graph;
  private final Translations moves;
  private final int dimensions;
  private final int[] linkOf;

  /** Links side by side in each dimension. */
  private final int[] parallel;

  private final double[] capacity;
  private final Map<Integer, Box> boxes = new HashMap<>();
  private final int[][] place;
  private final int[] on;

  /**
   * A box of shortest paths from one corner to the opposite one.
   *
   * @param steps along each dimension
   * @param at of each state, how many steps of each dimension are done
   * @param share by state and dimension, what leaves the state along it
   */
  private record Box(int[] steps, int[] at, double[] share) {}

  /** The shortest paths of a pair. */
  public static final class Ways {
    private final Box box;
    private final int source;
    private final int destination;

    private Ways(Box box, int source, int destination) {
      this.box = box;
      this.source = source;
      this.destination = destination;
    }
  }

  private TorusBoxes(CsrGraph graph, Translations moves, int[] linkOf, int[] parallel) {
    this.graph = graph;
    this.moves = moves;
    this.linkOf = linkOf;
    this.parallel = parallel;
    dimensions = moves.dimensions();
    capacity = new double[graph.vertexCount() * 2 * dimensions];
    for (int c = 0; c < linkOf.length; c++) {
      if (linkOf[c] >= 0) {
        capacity[linkOf[c]] += graph.capacityBytesPerS(c >> 1);
      }
    }
    on = new int[dimensions];
    place = new int[dimensions][];
    for (int d = 0; d < dimensions; d++) {
      place[d] = new int[moves.size(d) / 2 + 1];
    }
  }

  /** Empty where a dimension is no ring of three or more, or links side by side differ. */
  public static Optional<TorusBoxes> of(CsrGraph graph, Translations moves) {
    int d = moves.dimensions();
    int[] linkOf = new int[graph.channelCount()];
    Arrays.fill(linkOf, -1);
    int[] kindOf = new int[2 * d];
    int[] parallel = new int[2 * d];
    Arrays.fill(kindOf, -1);
    for (int i = 0; i < d; i++) {
      if (moves.size(i) < 3) {
        return Optional.empty();
      }
    }
    int[] orbit = moves.orbitOfChannel();
    for (int c = 0; c < linkOf.length; c++) {
      if (!graph.isUsable(c >> 1)) {
        continue;
      }
      int from = graph.channelFrom(c);
      int way = way(moves, from, graph.channelTo(c));
      if (way < 0
          || (kindOf[way] >= 0 && kindOf[way] != orbit[c])
          || graph.capacityBytesPerS(c >> 1) == Double.POSITIVE_INFINITY) {
        return Optional.empty();
      }
      kindOf[way] = orbit[c];
      parallel[way] += from == 0 ? 1 : 0;
      linkOf[c] = from * 2 * d + way;
    }
    int[] each = new int[d];
    for (int i = 0; i < d; i++) {
      each[i] = parallel[2 * i];
      if (each[i] == 0 || each[i] != parallel[2 * i + 1]) {
        return Optional.empty();
      }
    }
    return Optional.of(new TorusBoxes(graph, moves, linkOf, each));
  }

  /** Twice the dimension, and one more where it leads back; -1 to who is no neighbour. */
  private static int way(Translations moves, int from, int to) {
    for (int i = 0; i < moves.dimensions(); i++) {
      if (moves.shifted(from, i, 1) == to) {
        return 2 * i;
      }
      if (moves.shifted(from, i, moves.size(i) - 1) == to) {
        return 2 * i + 1;
      }
    }
    return -1;
  }

  public int dimensions() {
    return dimensions;
  }

  public int size(int dimension) {
    return moves.size(dimension);
  }

  public int coordinate(int vertex, int dimension) {
    return moves.coordinate(vertex, dimension);
  }

  public int links() {
    return capacity.length;
  }

  /** The link that a channel is one of; -1 where it is down. */
  public int linkOf(int channel) {
    return linkOf[channel];
  }

  /** How many channels are side by side. */
  public int parallel(int link) {
    return parallel[link % (2 * dimensions) / 2];
  }

  /** Of all side by side, byte/s. */
  public double capacityBytesPerS(int link) {
    return capacity[link];
  }

  /** Steps along a dimension from one vertex on to another, ahead. */
  public int ahead(int from, int to, int dimension) {
    int by = coordinate(to, dimension) - coordinate(from, dimension);
    return Math.floorMod(by, size(dimension));
  }

  /** Finds the ways of a pair; those of pairs alike are found once. */
  public Ways ways(int source, int destination) {
    int key = 0;
    for (int d = 0; d < dimensions; d++) {
      int by = ahead(source, destination, d);
      key = key * (size(d) / 2 + 1) + Math.min(by, size(d) - by);
    }
    Box box = boxes.computeIfAbsent(key, _ -> split(source, destination));
    return new Ways(box, source, destination);
  }

  private Box split(int source, int destination) {
    int[] steps = new int[dimensions];
    int[] stride = new int[dimensions];
    int states = 1;
    for (int d = 0; d < dimensions; d++) {
      int by = ahead(source, destination, d);
      steps[d] = Math.min(by, size(d) - by);
      stride[d] = states;
      states *= steps[d] + 1;
    }
    int[] at = new int[states * dimensions];
    double[] share = new double[states * dimensions];
    double[] amount = new double[states];
    amount[0] = 1;
    for (int s = 0; s < states; s++) {
      double all = 0;
      for (int d = 0; d < dimensions; d++) {
        int i = s / stride[d] % (steps[d] + 1);
        at[s * dimensions + d] = i;
        all += i < steps[d] ? links(i, d, steps[d]) : 0;
      }
      for (int d = 0; d < dimensions; d++) {
        int i = at[s * dimensions + d];
        if (i < steps[d]) {
          double part = amount[s] * links(i, d, steps[d]) / all;
          share[s * dimensions + d] = part;
          amount[s + stride[d]] += part;
        }
      }
    }
    return new Box(steps, at, share);
  }

  /** Half way round a ring both ways are as short. */
  private int links(int done, int dimension, int steps) {
    return parallel[dimension] * (done == 0 && 2 * steps == size(dimension) ? 2 : 1);
  }

  /**
   * Adds what a flow puts on links, multiplied by two numbers.
   *
   * @param sums two of each link
   */
  public void add(Ways ways, double once, double twice, double[] sums) {
    Box box = ways.box;
    int ties = 0;
    for (int d = 0; d < dimensions; d++) {
      ties |= 2 * box.steps[d] == size(d) ? 1 << d : 0;
    }
    double part = 1.0 / (1 << Integer.bitCount(ties));
    for (int turned = ties; ; turned = (turned - 1) & ties) {
      place(ways, turned);
      addPlaced(box, once * part, twice * part, sums);
      if (turned == 0) {
        return;
      }
    }
  }

  /** Where each step along a dimension starts, and the direction of what goes on from there. */
  private void place(Ways ways, int turned) {
    for (int d = 0; d < dimensions; d++) {
      int size = size(d);
      boolean down = (turned >> d & 1) == 1 || ahead(ways.source, ways.destination, d) > size / 2;
      on[d] = 2 * d + (down ? 1 : 0);
      int stride = moves.shifted(0, d, 1) * 2 * dimensions;
      int c = coordinate(ways.source, d);
      for (int i = 0; i <= ways.box.steps[d]; i++) {
        place[d][i] = c * stride;
        c = down ? (c == 0 ? size : c) - 1 : c + 1 == size ? 0 : c + 1;
      }
    }
  }

  private void addPlaced(Box box, double once, double twice, double[] sums) {
    double[] share = box.share;
    int[] at = box.at;
    for (int s = 0; s < share.length; s += dimensions) {
      int link = 0;
      for (int d = 0; d < dimensions; d++) {
        link += place[d][at[s + d]];
      }
      for (int d = 0; d < dimensions; d++) {
        int l = 2 * (link + on[d]);
        sums[l] += once * share[s + d];
        sums[l + 1] += twice * share[s + d];
      }
    }
  }

  /** The share of a flow on a link; 0 where it does not cross it. */
  public double share(Ways ways, int link) {
    Box box = ways.box;
    int vertex = link / (2 * dimensions);
    int way = link % (2 * dimensions);
    int state = 0;
    int stride = 1;
    double part = 1;
    for (int d = 0; d < dimensions; d++) {
      int size = size(d);
      int steps = box.steps[d];
      int there = ahead(ways.source, ways.destination, d);
      int done = ahead(ways.source, vertex, d);
      boolean tie = 2 * steps == size;
      boolean down = tie ? (way == 2 * d + 1) : there > size / 2;
      if (way / 2 == d) {
        done = down ? (size - done) % size : done;
        if (done >= steps || down != (way == 2 * d + 1)) {
          return 0;
        }
        part *= tie ? 0.5 : 1;
      } else if (tie) {
        done = Math.min(done, size - done);
        part *= done == 0 || done == steps ? 1 : 0.5;
      } else {
        done = down ? (size - done) % size : done;
        if (done > steps) {
          return 0;
        }
      }
      state += done * stride;
      stride *= steps + 1;
    }
    return part * box.share[state * dimensions + way / 2];
  }

  /** The graph that it is of. */
  public CsrGraph graph() {
    return graph;
  }
}
