package supernode.interop.graph;

import java.util.Arrays;
import supernode.topology.CsrGraph;
import supernode.topology.Islands;

/**
 * Whether hosts must pass traffic on: where two hosts of one piece share no patch of joined
 * switches and no link.
 */
final class HostTransit {
  /** Hosts looked at from other hosts at most, some tenths of a second. */
  private static final long MOST_WORK = 200_000_000L;

  private final CsrGraph graph;
  private final Islands pieces;

  /** Patch of each switch. */
  private final int[] patch;

  private final int[] hostsOfPiece;

  private HostTransit(CsrGraph graph) {
    this.graph = graph;
    pieces = Islands.of(graph);
    patch = new int[graph.vertexCount()];
    Arrays.fill(patch, -1);
    hostsOfPiece = new int[pieces.count()];
    for (int i = 0; i < graph.endpointCount(); i++) {
      hostsOfPiece[pieces.islandOf(graph.endpoint(i))]++;
    }
    int[] queue = new int[graph.vertexCount()];
    for (int v = 0; v < patch.length; v++) {
      if (!graph.isEndpoint(v) && patch[v] < 0) {
        fill(v, queue);
      }
    }
  }

  static boolean isNeeded(CsrGraph graph) {
    return new HostTransit(graph).anyPairApart();
  }

  private void fill(int first, int[] queue) {
    patch[first] = first;
    queue[0] = first;
    int count = 1;
    for (int i = 0; i < count; i++) {
      for (int arc = graph.arcStart(queue[i]); arc < graph.arcStart(queue[i] + 1); arc++) {
        int w = graph.arcHead(arc);
        if (!graph.isEndpoint(w) && patch[w] < 0) {
          patch[w] = first;
          queue[count++] = w;
        }
      }
    }
  }

  private boolean anyPairApart() {
    int n = graph.vertexCount();
    int[] first = new int[n + 1];
    int[] lastOf = new int[n];
    Arrays.fill(lastOf, -1);
    eachPatch(lastOf, (p, _) -> first[p + 1]++);
    for (int p = 0; p < n; p++) {
      first[p + 1] += first[p];
    }
    int[] members = new int[first[n]];
    int[] at = first.clone();
    Arrays.fill(lastOf, -1);
    eachPatch(lastOf, (p, host) -> members[at[p]++] = host);
    boolean[] joinsAll = new boolean[pieces.count()];
    for (int p = 0; p < n; p++) {
      int island = pieces.islandOf(p);
      int size = first[p + 1] - first[p];
      joinsAll[island] |= size > 0 && size == hostsOfPiece[island];
    }
    int[] seenFrom = new int[n];
    Arrays.fill(seenFrom, -1);
    Arrays.fill(lastOf, -1);
    long work = 0;
    for (int i = 0; i < graph.endpointCount(); i++) {
      int host = graph.endpoint(i);
      int island = pieces.islandOf(host);
      if (joinsAll[island]) {
        continue;
      }
      int found = 1;
      seenFrom[host] = host;
      for (int arc = graph.arcStart(host); arc < graph.arcStart(host + 1); arc++) {
        int w = graph.arcHead(arc);
        if (graph.isEndpoint(w)) {
          found += seenFrom[w] == host ? 0 : 1;
          seenFrom[w] = host;
        } else if (lastOf[patch[w]] != host) {
          lastOf[patch[w]] = host;
          work += first[patch[w] + 1] - first[patch[w]];
          for (int m = first[patch[w]]; m < first[patch[w] + 1]; m++) {
            found += seenFrom[members[m]] == host ? 0 : 1;
            seenFrom[members[m]] = host;
          }
        }
      }
      if (found < hostsOfPiece[island] || work > MOST_WORK) {
        return true;
      }
    }
    return false;
  }

  private interface HostOfPatch {
    void accept(int patch, int host);
  }

  /** Every host at every patch that it touches, once. */
  private void eachPatch(int[] lastOf, HostOfPatch visit) {
    for (int i = 0; i < graph.endpointCount(); i++) {
      int host = graph.endpoint(i);
      for (int arc = graph.arcStart(host); arc < graph.arcStart(host + 1); arc++) {
        int p = patch[graph.arcHead(arc)];
        if (p >= 0 && lastOf[p] != host) {
          lastOf[p] = host;
          visit.accept(p, host);
        }
      }
    }
  }
}
