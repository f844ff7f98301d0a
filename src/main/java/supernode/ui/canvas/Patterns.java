package supernode.ui.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import supernode.design.Pattern;
import supernode.design.Selector;

/** Patterns with other selectors. */
final class Patterns {
  private Patterns() {}

  /** With placements of the wired assembly under other names. */
  static Pattern renamed(Pattern pattern, Map<String, String> names) {
    return pattern.mapEnds(s -> {
      Selector.Step first = s.steps().getFirst();
      List<Selector.Step> steps = new ArrayList<>(s.steps());
      String name = names.getOrDefault(first.placement(), first.placement());
      steps.set(0, new Selector.Step(name, first.first(), first.last()));
      return new Selector(steps, s.port());
    });
  }
}
