package supernode.ui.canvas;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import supernode.design.Arrangement;
import supernode.design.Assembly;
import supernode.design.Design;
import supernode.design.InstancePath;
import supernode.design.Pattern;
import supernode.design.Placement;
import supernode.design.Selector;
import supernode.design.Wiring;
import supernode.design.edit.Edit;
import supernode.figure.drawing.Layout;
import supernode.quantity.Text;

/**
 * Things that were copied: placements with the wirings among them, and the assemblies that they are
 * of, so that they can go into another design.
 */
record Snippet(
    Map<String, Placement> placements, List<Wiring> wirings, Map<String, Assembly> assemblies) {
  static final Snippet EMPTY = new Snippet(Map.of(), List.of(), Map.of());

  /** Instances of an assembly; of a placement only those that are named. */
  static Snippet of(Design design, String assembly, Collection<InstancePath.Step> steps) {
    Assembly a = design.assemblies().get(assembly);
    Map<String, Set<Integer>> indices = new LinkedHashMap<>();
    steps.forEach(s -> indices.computeIfAbsent(s.placement(), _ -> new TreeSet<>()).add(s.index()));
    Map<String, Placement> placements = new LinkedHashMap<>();
    Map<String, Assembly> needed = new LinkedHashMap<>();
    indices.forEach((name, which) -> {
      Placement p = a.placements().get(name);
      if (p != null) {
        placements.put(name, part(p, which));
        need(design, p.of(), needed);
      }
    });
    List<Wiring> wirings =
        a.wirings().stream()
            .filter(w ->
                w.pattern().ends().stream().allMatch(s -> whole(s, a.placements(), placements)))
            .toList();
    return new Snippet(placements, wirings, needed);
  }

  // Wirings of part of a placement would name instances that were not copied.
  private static boolean whole(
      Selector s, Map<String, Placement> all, Map<String, Placement> copied) {
    Selector.Step first = s.steps().getFirst();
    Placement p = copied.get(first.placement());
    return p != null && (first.isAll() || p.count() == all.get(first.placement()).count());
  }

  private static Placement part(Placement p, Set<Integer> which) {
    if (!(p.arrangement() instanceof Arrangement.Slots(List<Integer> bottoms))) {
      return p.withCount(which.size());
    }
    List<Integer> kept = which.stream().filter(i -> i < bottoms.size()).map(bottoms::get).toList();
    return p.withCount(which.size()).withArrangement(new Arrangement.Slots(kept));
  }

  private static void need(Design design, String of, Map<String, Assembly> needed) {
    Assembly a = design.assemblies().get(of);
    if (a != null && !needed.containsKey(of)) {
      a.placements().values().forEach(p -> need(design, p.of(), needed));
      needed.put(of, a);
    }
  }

  boolean isEmpty() {
    return placements.isEmpty();
  }

  /** What pasting does, and the names that the pasted placements get. */
  record Paste(Edit edit, List<String> names, Optional<Text> refusal) {}

  /**
   * Pastes into an assembly.
   *
   * @param dx how far from where it was copied, in drawing units; slots take free ones instead
   */
  Paste into(Layout layout, String target, double dx, double dy, Text label) {
    Design design = layout.design();
    List<Edit> edits = new ArrayList<>();
    assemblies.forEach((id, a) -> {
      if (!design.assemblies().containsKey(id)) {
        edits.add(new Edit.AddAssembly(id, a));
      }
    });
    Map<String, String> renamed = new HashMap<>();
    Set<String> taken = new TreeSet<>(design.assemblies().get(target).placements().keySet());
    Optional<RackSlots> slots = RackSlots.of(layout, target, Set.of());
    List<String> names = new ArrayList<>();
    for (Map.Entry<String, Placement> e : placements.entrySet()) {
      Placement p = e.getValue();
      String name = freeName(taken, e.getKey());
      taken.add(name);
      renamed.put(e.getKey(), name);
      names.add(name);
      Optional<Arrangement> at = arranged(layout, p, slots, dx, dy);
      if (at.isEmpty()) {
        return new Paste(
            new Edit.Compound(label, List.of()),
            List.of(),
            Optional.of(Text.of("canvas.noSlots", p.count(), e.getKey())));
      }
      edits.add(new Edit.AddPlacement(target, name, p.withArrangement(at.get())));
    }
    for (Wiring w : wirings) {
      Pattern pattern = Patterns.renamed(w.pattern(), renamed);
      edits.add(
          new Edit.AddWiring(
              target, new Wiring(w.name(), w.fabric(), w.link(), w.lengthM(), pattern)));
    }
    return new Paste(new Edit.Compound(label, edits), names, Optional.empty());
  }

  private static Optional<Arrangement> arranged(
      Layout layout, Placement p, Optional<RackSlots> slots, double dx, double dy) {
    return switch (p.arrangement()) {
      case Arrangement.Free f -> Optional.of(f.moved(dx, dy));
      case Arrangement.Slots(List<Integer> bottoms) -> {
        int heightU = layout.heightU(p.of());
        if (slots.isEmpty()) {
          yield Optional.of(Sizes.grid(layout, p.of(), dx, dy));
        }
        int from = bottoms.isEmpty() ? 1 : bottoms.getFirst();
        List<Integer> free = slots.get().free(p.count(), heightU, from);
        yield free.size() < p.count() ? Optional.empty() : Optional.of(new Arrangement.Slots(free));
      }
    };
  }

  /** A name that is not taken: the wish itself, or with a number. */
  static String freeName(Set<String> taken, String wish) {
    String base = wish.replaceAll("[^A-Za-z0-9_-]", "-");
    String name = base;
    for (int i = 2; taken.contains(name); i++) {
      name = base.replaceAll("-\\d+$", "") + "-" + i;
    }
    return name;
  }
}
