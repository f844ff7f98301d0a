package supernode.ui.panel;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import supernode.design.Assembly;
import supernode.design.Design;
import supernode.design.InstancePath;
import supernode.design.Placement;

/**
 * The hierarchy of a design as a tree of lines: an assembly, its placements with their counts, and
 * under each its instances. Long placements are split into ranges, so that a million instances cost
 * no more than the lines that are open.
 */
record Structure(Design design) {
  /** Lines under a line of several instances, at most. */
  static final int FAN = 100;

  /** Instances that selecting a line of several selects, at most; more are not edited by hand. */
  static final int SELECTED = 4096;

  List<PlaceNode> children(PlaceNode node) {
    return switch (node) {
      case PlaceNode.One(InstancePath path) -> {
        List<PlaceNode> lines = new ArrayList<>();
        placements(path)
            .forEach((name, p) ->
                lines.add(
                    p.count() == 1
                        ? new PlaceNode.One(path.child(name, 0))
                        : new PlaceNode.Some(path, name, 0, p.count(), true)));
        yield lines;
      }
      case PlaceNode.Some some -> {
        int step = 1;
        while ((some.count() + step - 1L) / step > FAN) {
          step *= FAN;
        }
        List<PlaceNode> lines = new ArrayList<>();
        for (int i = some.first(); i < some.end(); i += step) {
          int end = Math.min(some.end(), i + step);
          lines.add(
              step == 1
                  ? new PlaceNode.One(some.parent().child(some.placement(), i))
                  : new PlaceNode.Some(some.parent(), some.placement(), i, end, false));
        }
        yield lines;
      }
    };
  }

  boolean isLeaf(PlaceNode node) {
    return node instanceof PlaceNode.One(InstancePath path) && placements(path).isEmpty();
  }

  /** The lines from the root down to an instance, both included. */
  List<PlaceNode> trail(InstancePath path) {
    List<PlaceNode> trail = new ArrayList<>();
    PlaceNode at = PlaceNode.ROOT;
    trail.add(at);
    int depth = 0;
    while (depth < path.steps().size()) {
      InstancePath.Step step = path.steps().get(depth);
      InstancePath want = new InstancePath(path.steps().subList(0, depth + 1));
      PlaceNode next = null;
      for (PlaceNode child : children(at)) {
        if ((child instanceof PlaceNode.Some some && some.holds(step))
            || child.equals(new PlaceNode.One(want))) {
          next = child;
          break;
        }
      }
      if (next == null) {
        return trail;
      }
      trail.add(next);
      at = next;
      if (next instanceof PlaceNode.One) {
        depth++;
      }
    }
    return trail;
  }

  /** Paths of the instances that a line stands for; none for the root. */
  static List<String> places(PlaceNode node) {
    return switch (node) {
      case PlaceNode.One(InstancePath path) -> path.isRoot() ? List.of() : List.of(path.toString());
      case PlaceNode.Some some ->
          IntStream.range(some.first(), Math.min(some.end(), some.first() + SELECTED))
              .mapToObj(i -> some.parent().child(some.placement(), i).toString())
              .toList();
    };
  }

  private Map<String, Placement> placements(InstancePath path) {
    String at = design.root();
    for (InstancePath.Step step : path.steps()) {
      Assembly inside = design.assemblies().get(at);
      Placement p = inside == null ? null : inside.placements().get(step.placement());
      if (p == null) {
        return Map.of();
      }
      at = p.of();
    }
    Assembly here = design.assemblies().get(at);
    return here == null ? Map.of() : here.placements();
  }
}
