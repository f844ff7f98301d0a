package supernode.ui.canvas;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import supernode.design.Arrangement;
import supernode.design.Assembly;
import supernode.design.InstancePath;
import supernode.design.Placement;
import supernode.design.edit.Edit;
import supernode.figure.Box;
import supernode.figure.drawing.Layout;
import supernode.figure.drawing.RackGrid;
import supernode.quantity.Text;

/**
 * A move of instances within the assembly that is entered, planned and not yet done. What lies on a
 * grid moves with all its placement; what is mounted moves by itself, from slot to slot.
 */
final class Move {
  private final String id;
  private final Assembly assembly;
  private final Layout layout;
  private final double scale;
  private final List<String> grids = new ArrayList<>();
  private final Map<String, Set<Integer>> mounted = new LinkedHashMap<>();

  Move(Board board, Collection<InstancePath.Step> steps) {
    this.id = board.assemblyId();
    this.assembly = board.assembly();
    this.layout = board.layout();
    this.scale = board.camera().scale();
    for (InstancePath.Step step : steps) {
      Placement p = assembly.placements().get(step.placement());
      if (p == null) {
        continue;
      }
      if (p.arrangement() instanceof Arrangement.Slots) {
        mounted.computeIfAbsent(step.placement(), _ -> new TreeSet<>()).add(step.index());
      } else if (!grids.contains(step.placement())) {
        grids.add(step.placement());
      }
    }
  }

  /**
   * What the move comes to.
   *
   * @param ghosts where things would be, in the world
   * @param refusal why it cannot be; then there are no edits
   */
  record Plan(
      List<Edit> edits, List<Box> ghosts, List<Preview.Guide> guides, Optional<Text> refusal) {}

  /**
   * @param dx in world units
   * @param free whether snapping is suspended
   */
  Plan by(double dx, double dy, boolean free) {
    return planned(dx, dy, up(dy), free);
  }

  /** By whole steps of the grid; slots by one for each step. */
  Plan steps(int right, int down) {
    double step = Snap.step(scale);
    return planned(right * step, down * step, -down, true);
  }

  /** Slots that the first mounted thing passes on its way; rows differ in height. */
  private int up(double dy) {
    for (Map.Entry<String, Set<Integer>> e : mounted.entrySet()) {
      if (assembly.placements().get(e.getKey()).arrangement()
          instanceof Arrangement.Slots(List<Integer> bottoms)) {
        int bottom = bottoms.get(e.getValue().iterator().next());
        RackGrid rack = layout.rack(id).orElseThrow();
        return rack.slotAt(rack.slot(bottom, 1).centerY() + dy) - bottom;
      }
    }
    return 0;
  }

  private Plan planned(double dx, double dy, int up, boolean free) {
    List<Edit> edits = new ArrayList<>();
    List<Box> ghosts = new ArrayList<>();
    List<Preview.Guide> guides = new ArrayList<>();
    Optional<Text> refusal = slots(up, edits, ghosts);
    if (!grids.isEmpty()) {
      double toX = dx;
      double toY = dy;
      if (!free) {
        Snap.Snapped s = new Snap(others(), scale).snap(around(), dx, dy);
        toX = s.dx();
        toY = s.dy();
        guides.addAll(s.guides());
      }
      for (String name : grids) {
        shift(name, toX, toY, edits, ghosts);
      }
    }
    return new Plan(refusal.isPresent() ? List.of() : edits, ghosts, guides, refusal);
  }

  private void shift(String name, double dx, double dy, List<Edit> edits, List<Box> ghosts) {
    Placement p = assembly.placements().get(name);
    if (p.arrangement() instanceof Arrangement.Free f) {
      Arrangement to = f.moved(dx, dy);
      if (dx != 0 || dy != 0) {
        edits.add(new Edit.Arrange(id, name, to));
      }
      Placement moved = p.withArrangement(to);
      for (int i = 0; i < Math.min(p.count(), MAX_GHOSTS); i++) {
        ghosts.add(layout.cell(id, moved, i));
      }
    }
  }

  /** Ghosts drawn of one placement. */
  private static final int MAX_GHOSTS = 256;

  private Optional<Text> slots(int up, List<Edit> edits, List<Box> ghosts) {
    if (mounted.isEmpty()) {
      return Optional.empty();
    }
    Set<InstancePath.Step> moving =
        new java.util.HashSet<>(
            mounted.entrySet().stream()
                .flatMap(e -> e.getValue().stream().map(i -> new InstancePath.Step(e.getKey(), i)))
                .toList());
    RackSlots slots = RackSlots.of(layout, id, moving).orElseThrow();
    Optional<Text> refusal = Optional.empty();
    for (Map.Entry<String, Set<Integer>> e : mounted.entrySet()) {
      Placement p = assembly.placements().get(e.getKey());
      int heightU = layout.heightU(p.of());
      List<Integer> bottoms = new ArrayList<>(((Arrangement.Slots) p.arrangement()).bottomU());
      for (int i : e.getValue()) {
        if (i < bottoms.size()) {
          int to = bottoms.get(i) + up;
          refusal = refusal.or(() -> slots.refusal(to, heightU));
          bottoms.set(i, to);
          ghosts.add(slots.rack().grown(to, heightU));
        }
      }
      if (up != 0) {
        edits.add(new Edit.Arrange(id, e.getKey(), new Arrangement.Slots(bottoms)));
      }
    }
    return refusal;
  }

  private Box around() {
    return Box.around(
        grids.stream().map(n -> layout.cells(id, assembly.placements().get(n))).toList());
  }

  private List<Box> others() {
    List<Box> others = new ArrayList<>();
    assembly
        .placements()
        .forEach((name, p) -> {
          if (!grids.contains(name)) {
            others.add(layout.cells(id, p));
            for (int i = 0; i < Math.min(p.count(), MAX_GHOSTS); i++) {
              others.add(layout.cell(id, p, i));
            }
          }
        });
    return others;
  }
}
