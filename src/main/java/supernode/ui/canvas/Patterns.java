package supernode.ui.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import supernode.design.Pattern;
import supernode.design.Selector;

/** Patterns with other selectors. */
final class Patterns {
  private Patterns() {}

  /** With placements of the wired assembly under other names. */
  static Pattern renamed(Pattern pattern, Map<String, String> names) {
    return mapped(
        pattern,
        s -> {
          Selector.Step first = s.steps().getFirst();
          List<Selector.Step> steps = new ArrayList<>(s.steps());
          String name = names.getOrDefault(first.placement(), first.placement());
          steps.set(0, new Selector.Step(name, first.first(), first.last()));
          return new Selector(steps, s.port());
        });
  }

  static Pattern mapped(Pattern pattern, UnaryOperator<Selector> f) {
    return switch (pattern) {
      case Pattern.PointToPoint(Selector a, Selector b, int n) ->
          new Pattern.PointToPoint(f.apply(a), f.apply(b), n);
      case Pattern.Ring(Selector s, int n) -> new Pattern.Ring(f.apply(s), n);
      case Pattern.FullMesh(Selector s, int n) -> new Pattern.FullMesh(f.apply(s), n);
      case Pattern.EveryToEvery(Selector a, Selector b, int n) ->
          new Pattern.EveryToEvery(f.apply(a), f.apply(b), n);
      case Pattern.Rail(Selector a, Selector b, int n) ->
          new Pattern.Rail(f.apply(a), f.apply(b), n);
      case Pattern.EachToGroup(Selector a, Selector b, int size, int n) ->
          new Pattern.EachToGroup(f.apply(a), f.apply(b), size, n);
      case Pattern.LeafSpine(Selector h, Selector down, Selector up, Selector s, int n) ->
          new Pattern.LeafSpine(f.apply(h), f.apply(down), f.apply(up), f.apply(s), n);
    };
  }
}
