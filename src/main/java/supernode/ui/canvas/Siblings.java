package supernode.ui.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import supernode.design.Assembly;
import supernode.design.Design;
import supernode.design.Pattern;
import supernode.design.Placement;
import supernode.design.Selector;
import supernode.design.Wiring;
import supernode.design.edit.Edit;
import supernode.quantity.Text;

/** Wires a new placement as others of the same thing are wired in the same assembly. */
public final class Siblings {
  private Siblings() {}

  /**
   * The edit that does so.
   *
   * @param name the new placement
   * @return empty when no sibling is wired, or the placement has all their wirings already
   */
  public static Optional<Edit.Compound> wiring(Design design, String assembly, String name) {
    Assembly a = design.assemblies().get(assembly);
    Placement placed = a.placements().get(name);
    if (placed == null) {
      return Optional.empty();
    }
    return a.placements().entrySet().stream()
        .filter(e -> !e.getKey().equals(name) && e.getValue().of().equals(placed.of()))
        .map(e -> like(a, assembly, e.getKey(), name))
        .filter(edits -> !edits.isEmpty())
        .findFirst()
        .map(edits -> new Edit.Compound(Text.of("canvas.wireLikeSiblings", name), edits));
  }

  private static List<Edit> like(Assembly a, String assembly, String sibling, String name) {
    List<Edit> edits = new ArrayList<>();
    for (Wiring w : a.wirings()) {
      boolean among = w.pattern().ends().size() == 1;
      boolean touches =
          w.pattern().ends().stream()
              .anyMatch(s -> s.steps().getFirst().placement().equals(sibling));
      if (among || !touches) {
        // A ring, mesh or torus holds the members of one selector; a second one would not join it.
        continue;
      }
      Pattern pattern =
          Patterns.renamed(w.pattern(), Map.of(sibling, name)).mapEnds(s -> all(s, name));
      Wiring like = new Wiring(w.name(), w.fabric(), w.link(), w.lengthM(), pattern);
      if (!a.wirings().contains(like)) {
        edits.add(new Edit.AddWiring(assembly, like));
      }
    }
    return edits;
  }

  private static Selector all(Selector s, String name) {
    Selector.Step first = s.steps().getFirst();
    if (!first.placement().equals(name)) {
      return s;
    }
    List<Selector.Step> steps = new ArrayList<>(s.steps());
    steps.set(0, new Selector.Step(name, 0, Selector.Step.ALL));
    return new Selector(steps, s.port());
  }
}
