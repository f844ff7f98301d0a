package supernode.topology;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import supernode.catalog.PartKind;
import supernode.design.Fabric;

/**
 * The planes of a fabric: what hangs together when its endpoints are taken away, in the order of
 * the drawing.
 *
 * @param members names of the instances of each
 */
public record Planes(List<List<String>> members) {
  /** Of what is up. */
  static Planes of(SystemModel model, Fabric fabric) {
    return of(model, fabric, i -> !model.instances().get(i).failed());
  }

  /**
   * @param up by index of an instance; planes are counted as if single links had not failed
   */
  public static Planes of(SystemModel model, Fabric fabric, IntPredicate up) {
    List<Link> links =
        model.links().stream()
            .filter(l -> l.fabric() == fabric && up.test(l.a()) && up.test(l.b()))
            .toList();
    IntPredicate chip = i -> model.instances().get(i).part().kind() == PartKind.ACCELERATOR;
    boolean chips = links.stream().anyMatch(l -> chip.test(l.a()) || chip.test(l.b()));
    PartKind endpoint = chips ? PartKind.ACCELERATOR : PartKind.NIC;
    int[] root = new int[model.instances().size()];
    Arrays.fill(root, -1);
    for (Link l : links) {
      boolean a = model.instances().get(l.a()).part().kind() != endpoint;
      boolean b = model.instances().get(l.b()).part().kind() != endpoint;
      int ra = a ? find(root, l.a()) : -1;
      int rb = b ? find(root, l.b()) : -1;
      if (a && b) {
        root[Math.max(ra, rb)] = Math.min(ra, rb);
      }
    }
    Map<Integer, List<String>> planes = new HashMap<>();
    List<List<String>> members = new ArrayList<>();
    for (Instance i : model.instances()) {
      if (root[i.index()] >= 0) {
        planes
            .computeIfAbsent(
                find(root, i.index()),
                _ -> {
                  List<String> next = new ArrayList<>();
                  members.add(next);
                  return next;
                })
            .add(i.name());
      }
    }
    return new Planes(members.stream().map(List::copyOf).toList());
  }

  private static int find(int[] root, int i) {
    if (root[i] < 0) {
      root[i] = i;
    }
    int at = i;
    while (root[at] != at) {
      root[at] = root[root[at]];
      at = root[at];
    }
    return at;
  }

  /** Those of one plane; none where there is no such plane. */
  public List<String> at(int index) {
    return index < members.size() ? members.get(index) : List.of();
  }

  public int count() {
    return members.size();
  }
}
