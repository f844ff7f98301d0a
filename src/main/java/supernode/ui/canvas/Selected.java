package supernode.ui.canvas;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import supernode.design.InstancePath;

/** The selection as the canvas works with it. */
final class Selected {
  private Selected() {}

  static List<InstancePath> paths(Board board) {
    return board.workspace().selection().places().stream().map(InstancePath::parse).toList();
  }

  /** The instances of the entered assembly that are selected, or hold what is. */
  static Set<InstancePath.Step> steps(Board board) {
    Set<InstancePath.Step> steps = new LinkedHashSet<>();
    for (InstancePath p : paths(board)) {
      board.child(p).ifPresent(c -> steps.add(c.last()));
    }
    return steps;
  }

  /** Whether all that is selected stands directly in the entered assembly. */
  static boolean isDirect(Board board) {
    int depth = board.entered().steps().size() + 1;
    List<InstancePath> paths = paths(board);
    return !paths.isEmpty()
        && paths.stream().allMatch(p -> p.steps().size() == depth && p.isWithin(board.entered()));
  }

  /** A placement by the assembly that holds it. */
  record Held(String assembly, String name) {}

  /** What is selected, by placement. */
  static Map<Held, Set<Integer>> held(Board board) {
    Map<Held, Set<Integer>> held = new LinkedHashMap<>();
    for (InstancePath p : paths(board)) {
      if (!p.isRoot()) {
        board
            .workspace()
            .places()
            .find(p.parent())
            .flatMap(f -> f.inner())
            .ifPresent(id ->
                held.computeIfAbsent(new Held(id, p.last().placement()), _ -> new TreeSet<>())
                    .add(p.last().index()));
      }
    }
    return held;
  }

  static Snippet snippet(Board board) {
    return Snippet.of(board.workspace().design(), board.assemblyId(), steps(board));
  }
}
