package supernode.topology;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import supernode.design.Fabric;

/** Who can reach whom over the live links of a fabric, without a graph: asked at every edit. */
public final class Reach {
  private final int[] above;
  private int pieces;

  private Reach(int instances) {
    above = new int[instances];
    for (int i = 0; i < instances; i++) {
      above[i] = i;
    }
  }

  /** Whether all parts that have a live link of the fabric hang together. */
  public static boolean isWhole(SystemModel model, Fabric fabric) {
    return of(model, fabric, new boolean[model.instances().size()]).pieces < 2;
  }

  /** The parts that hang together over live links of the fabric, in the order of the first. */
  public static List<List<Instance>> pieces(SystemModel model, Fabric fabric) {
    boolean[] seen = new boolean[model.instances().size()];
    Reach reach = of(model, fabric, seen);
    Map<Integer, List<Instance>> pieces = new LinkedHashMap<>();
    for (Instance i : model.instances()) {
      if (seen[i.index()]) {
        pieces.computeIfAbsent(reach.top(i.index()), _ -> new ArrayList<>()).add(i);
      }
    }
    return List.copyOf(pieces.values());
  }

  private static Reach of(SystemModel model, Fabric fabric, boolean[] seen) {
    Reach reach = new Reach(model.instances().size());
    for (Link link : model.links()) {
      if (link.fabric() == fabric && !link.failed()) {
        reach.see(link.a(), seen);
        reach.see(link.b(), seen);
        reach.join(link.a(), link.b());
      }
    }
    return reach;
  }

  /**
   * Whether all vertices hang together by links that carry something: most often known long before
   * all links are looked at.
   *
   * @param graph of which nothing is down
   */
  public static boolean isWhole(CsrGraph graph) {
    int n = graph.vertexCount();
    boolean[] seen = new boolean[n];
    int[] queue = new int[n];
    int found = Math.min(n, 1);
    if (n > 0) {
      seen[0] = true;
    }
    for (int i = 0; i < found && found < n; i++) {
      for (int arc = graph.arcStart(queue[i]); arc < graph.arcStart(queue[i] + 1); arc++) {
        int head = graph.arcHead(arc);
        if (!seen[head]) {
          seen[head] = true;
          queue[found++] = head;
        }
      }
    }
    return found == n;
  }

  private void see(int instance, boolean[] seen) {
    pieces += seen[instance] ? 0 : 1;
    seen[instance] = true;
  }

  private void join(int a, int b) {
    if (above[a] == above[b]) {
      return;
    }
    int first = top(a);
    int second = top(b);
    if (first != second) {
      above[second] = first;
      pieces--;
    }
  }

  private int top(int instance) {
    int i = instance;
    while (above[i] != i) {
      above[i] = above[above[i]];
      i = above[i];
    }
    return i;
  }
}
