package supernode.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import supernode.catalog.PartKind;
import supernode.design.Fabric;
import supernode.topology.Instance;
import supernode.topology.Link;
import supernode.topology.SystemModel;

/**
 * Endpoints that failures cut off: they are up, and reach fewer than the most of those that they
 * were joined to.
 */
final class FabricReach {
  private FabricReach() {}

  /** Their paths, in the order of the drawing. */
  static List<String> cutOff(SystemModel model, Fabric fabric) {
    List<Link> links = model.links(fabric);
    if (links.stream().allMatch(l -> l.live() == l.count())) {
      return List.of();
    }
    int[] drawn = pieces(model, links, _ -> true);
    int[] live = pieces(model, links, l -> l.live() > 0);
    PartKind kind = endpointKind(model, links);
    boolean[] on = new boolean[model.instances().size()];
    for (Link l : links) {
      on[l.a()] = true;
      on[l.b()] = true;
    }
    List<Instance> endpoints =
        model.instances().stream()
            .filter(i -> on[i.index()] && i.part().kind() == kind && !i.failed())
            .toList();
    int[] size = new int[model.instances().size()];
    endpoints.forEach(i -> size[live[i.index()]]++);
    int[] largest = new int[model.instances().size()];
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

  private static PartKind endpointKind(SystemModel model, List<Link> links) {
    boolean chips = links.stream().anyMatch(l -> isChip(model, l.a()) || isChip(model, l.b()));
    return chips ? PartKind.ACCELERATOR : PartKind.NIC;
  }

  private static boolean isChip(SystemModel model, int instance) {
    return model.instances().get(instance).part().kind() == PartKind.ACCELERATOR;
  }

  /** For each instance one that stands for all that it is joined to. */
  private static int[] pieces(SystemModel model, List<Link> links, Predicate<Link> counts) {
    int[] parent = new int[model.instances().size()];
    java.util.Arrays.setAll(parent, i -> i);
    for (Link l : links) {
      if (counts.test(l)) {
        parent[root(parent, l.a())] = root(parent, l.b());
      }
    }
    for (int i = 0; i < parent.length; i++) {
      parent[i] = root(parent, i);
    }
    return parent;
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
