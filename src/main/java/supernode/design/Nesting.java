package supernode.design;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import supernode.quantity.Text;

/** Whether assemblies stand inside each other without end, or deeper than is sensible. */
final class Nesting {
  private final Design design;
  private final SequencedSet<String> above = new LinkedHashSet<>();
  private final Map<String, Integer> heights = new HashMap<>();

  private Nesting(Design design) {
    this.design = design;
  }

  static Optional<Text> problem(Design design) {
    Nesting nesting = new Nesting(design);
    try {
      design.assemblies().keySet().forEach(nesting::height);
      return Optional.empty();
    } catch (DesignException e) {
      return Optional.of(e.text());
    }
  }

  /** Levels of assemblies below one. */
  private int height(String id) {
    Assembly assembly = design.assemblies().get(id);
    if (assembly == null) {
      return 0;
    }
    Integer known = heights.get(id);
    if (known == null) {
      if (!above.add(id)) {
        throw new DesignException(Text.of("design.cycle", id, String.join(" › ", above)));
      }
      requireDepth(id, above.size());
      int height = 0;
      for (Placement p : assembly.placements().values()) {
        height = Math.max(height, height(p.of()));
      }
      above.remove(id);
      known = height + 1;
      heights.put(id, known);
    }
    requireDepth(id, above.size() + known);
    return known;
  }

  private static void requireDepth(String id, int depth) {
    if (depth > Bounds.MAX_DEPTH) {
      throw new DesignException(Text.of("design.tooDeep", id, Bounds.MAX_DEPTH));
    }
  }
}
