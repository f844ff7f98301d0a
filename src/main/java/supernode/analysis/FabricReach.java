package supernode.analysis;

import java.util.ArrayList;
import java.util.List;
import supernode.catalog.PartKind;
import supernode.design.Fabric;
import supernode.topology.CsrGraph;
import supernode.topology.Instance;
import supernode.topology.Islands;
import supernode.topology.Link;
import supernode.topology.SystemModel;

/**
 * Endpoints that failures cut off: they are up, and reach fewer than the most of those that they
 * were joined to.
 */
final class FabricReach {
  private FabricReach() {}

  /**
   * Whether it is plain that nothing is cut off: all endpoints that are up have live links, and are
   * joined.
   */
  static boolean isWhole(Unrolled unrolled, Fabric fabric) {
    CsrGraph graph = unrolled.graph(fabric).graph();
    return graph.endpointCount() == unrolled.endpointsUp(fabric)
        && (unrolled.isWhole(fabric) || Islands.of(graph).countWithEndpoints() == 1);
  }

  /** Their paths, in the order of the drawing. */
  static List<String> cutOff(SystemModel model, Fabric fabric) {
    int n = model.instances().size();
    List<Link> links = new ArrayList<>();
    int[] live = apart(n);
    boolean[] on = new boolean[n];
    boolean chips = false;
    boolean sound = true;
    for (Link l : model.links()) {
      if (l.fabric() == fabric) {
        links.add(l);
        on[l.a()] = true;
        on[l.b()] = true;
        chips = chips || isChip(model, l.a()) || isChip(model, l.b());
        sound &= l.live() == l.count();
        if (live[l.a()] != live[l.b()] && l.live() > 0) {
          live[root(live, l.a())] = root(live, l.b());
        }
      }
    }
    if (sound) {
      return List.of();
    }
    settle(live);
    PartKind kind = chips ? PartKind.ACCELERATOR : PartKind.NIC;
    List<Instance> endpoints = new ArrayList<>();
    boolean whole = true;
    for (Instance i : model.instances()) {
      if (on[i.index()] && i.part().kind() == kind && !i.failed()) {
        endpoints.add(i);
        whole &= live[i.index()] == live[endpoints.getFirst().index()];
      }
    }
    if (whole) {
      return List.of();
    }
    int[] drawn = apart(n);
    links.forEach(l -> drawn[root(drawn, l.a())] = root(drawn, l.b()));
    settle(drawn);
    int[] size = new int[n];
    endpoints.forEach(i -> size[live[i.index()]]++);
    int[] largest = new int[n];
    java.util.Arrays.fill(largest, -1);
    for (Instance i : endpoints) {
      int island = drawn[i.index()];
      int piece = live[i.index()];
      if (largest[island] < 0 || size[piece] > size[largest[island]]) {
        largest[island] = piece;
      }
    }
    List<String> names = new ArrayList<>();
    for (Instance i : endpoints) {
      if (live[i.index()] != largest[drawn[i.index()]]) {
        names.add(i.name());
      }
    }
    return names;
  }

  private static boolean isChip(SystemModel model, int instance) {
    return model.instances().get(instance).part().kind() == PartKind.ACCELERATOR;
  }

  private static int[] apart(int instances) {
    int[] parent = new int[instances];
    java.util.Arrays.setAll(parent, i -> i);
    return parent;
  }

  /** Then each instance has one that stands for all that it is joined to. */
  private static void settle(int[] parent) {
    for (int i = 0; i < parent.length; i++) {
      parent[i] = root(parent, i);
    }
  }

  private static int root(int[] parent, int i) {
    int at = i;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }
}
