package supernode.solve.network.traffic;

import java.util.Arrays;
import supernode.solve.network.route.FabricClasses;
import supernode.solve.network.route.FlowPairs;
import supernode.topology.CsrGraph;

/** Pairs of endpoints of a traffic that direct links join, numbered by source and destination. */
final class DirectPairs {
  /** By vertex, where its pairs begin. */
  private final int[] start;

  /** Destinations of a source, ascending. */
  private final int[] destination;

  private DirectPairs(int[] start, int[] destination) {
    this.start = start;
    this.destination = destination;
  }

  static DirectPairs of(FabricClasses fabric, FlowPairs pairs) {
    CsrGraph graph = fabric.graph();
    long[] found = new long[16];
    int count = 0;
    for (int f = 0; f < pairs.count(); f++) {
      int source = graph.endpoint(pairs.source(f));
      int destination = graph.endpoint(pairs.destination(f));
      if (fabric.directLinks(source, destination) > 0) {
        if (count == found.length) {
          found = Arrays.copyOf(found, 2 * count);
        }
        found[count++] = (long) source << Integer.SIZE | destination;
      }
    }
    Arrays.sort(found, 0, count);
    int[] start = new int[graph.vertexCount() + 1];
    int[] destination = new int[count];
    int pair = 0;
    for (int i = 0; i < count; i++) {
      if (i == 0 || found[i] != found[i - 1]) {
        start[(int) (found[i] >> Integer.SIZE) + 1]++;
        destination[pair++] = (int) found[i];
      }
    }
    for (int v = 1; v < start.length; v++) {
      start[v] += start[v - 1];
    }
    return new DirectPairs(start, Arrays.copyOf(destination, pair));
  }

  int count() {
    return destination.length;
  }

  /** Number of a pair; -1 where no traffic takes direct links between the two. */
  int find(int source, int to) {
    int at = Arrays.binarySearch(destination, start[source], start[source + 1], to);
    return Math.max(at, -1);
  }

  /** Takes the pairs one after the other. */
  @FunctionalInterface
  interface Taker {
    void take(int number, int source, int destination);
  }

  void forEach(Taker out) {
    for (int v = 0; v + 1 < start.length; v++) {
      for (int p = start[v]; p < start[v + 1]; p++) {
        out.take(p, v, destination[p]);
      }
    }
  }
}
