package supernode.ui.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import supernode.design.Arrangement;
import supernode.design.InstancePath;
import supernode.design.Placement;
import supernode.design.edit.Edit;
import supernode.quantity.Text;
import supernode.ui.Selection;
import supernode.ui.Workspace;

/**
 * What can be done to what is selected on the canvas. Each does nothing where it does not apply.
 * Edits inside an entered assembly change all instances of it.
 */
public final class CanvasActions {
  // How far a copy lies from its original, in steps of the grid.
  private static final int COPY_STEPS = 4;

  private final Board board;
  private final Workspace workspace;
  private final LinkFaults linkFaults;
  private Snippet clipboard = Snippet.EMPTY;

  public CanvasActions(Board board) {
    this.board = board;
    this.workspace = board.workspace();
    this.linkFaults = new LinkFaults(workspace);
  }

  /** What fails of links. */
  public LinkFaults linkFaults() {
    return linkFaults;
  }

  /** Removes exactly the instances that are selected, or the wiring that is. */
  public void delete() {
    Optional<Selection.WiringRef> wiring = workspace.selection().wiring();
    if (wiring.isPresent()) {
      String id = wiring.get().assembly();
      workspace.perform(
          new Edit.RemoveWiring(
              id, workspace.design().assemblies().get(id).wirings().get(wiring.get().index())),
          Selection.NONE);
      return;
    }
    List<Edit> edits = new ArrayList<>();
    Selected.held(board)
        .forEach((held, which) ->
            edits.add(new Edit.RemoveInstances(held.assembly(), held.name(), which)));
    perform(Text.of("canvas.delete"), edits, Selection.NONE);
  }

  private boolean perform(Text label, List<Edit> edits, Selection after) {
    if (edits.isEmpty()) {
      return false;
    }
    Edit edit = edits.size() == 1 ? edits.getFirst() : new Edit.Compound(label, edits);
    return workspace.perform(edit, after);
  }

  public void copy() {
    Snippet next = Selected.snippet(board);
    if (!next.isEmpty()) {
      clipboard = next;
    }
  }

  public void cut() {
    copy();
    delete();
  }

  public void paste() {
    double step = copyStep();
    Pasting.paste(board, clipboard, step, step, Text.of("canvas.paste"));
  }

  public void duplicate() {
    double step = copyStep();
    Snippet snippet = Selected.snippet(board);
    Pasting.paste(board, snippet, step, step, Text.of("canvas.duplicate"));
  }

  private double copyStep() {
    return COPY_STEPS * Snap.step(board.camera().scale());
  }

  boolean canPaste() {
    return !clipboard.isEmpty();
  }

  /**
   * Makes so many of what is selected: the placement gets that count, in as many columns; what is
   * mounted takes free slots.
   */
  public void arrayCopy(int count, int columns) {
    List<Edit> edits = new ArrayList<>();
    Set<String> names = new java.util.LinkedHashSet<>();
    Selected.steps(board).forEach(s -> names.add(s.placement()));
    for (String name : names) {
      Placement p = board.assembly().placements().get(name);
      Optional<Arrangement> arrangement = arranged(p, count, columns);
      if (arrangement.isEmpty()) {
        board.hint(Optional.of(Text.of("canvas.noSlots", count - p.count(), name)));
        return;
      }
      // Slots must be there before the instances that stand in them, and after those that go.
      Edit arrange = new Edit.Arrange(board.assemblyId(), name, arrangement.get());
      Edit set = new Edit.SetCount(board.assemblyId(), name, count);
      edits.addAll(List.of(set, arrange));
    }
    perform(Text.of("canvas.array", count), edits, workspace.selection());
  }

  private Optional<Arrangement> arranged(Placement p, int count, int columns) {
    return switch (p.arrangement()) {
      case Arrangement.Grid g ->
          Optional.of(
              new Arrangement.Grid(
                  g.x(), g.y(), g.width(), g.height(), Math.max(1, columns), g.gap()));
      case Arrangement.Circle c -> Optional.of(c);
      case Arrangement.Slots(List<Integer> bottoms) -> {
        List<Integer> next = new ArrayList<>(bottoms.subList(0, Math.min(count, bottoms.size())));
        RackSlots slots = RackSlots.of(board.layout(), board.assemblyId(), Set.of()).orElseThrow();
        int missing = count - next.size();
        next.addAll(
            slots.free(
                missing,
                board.layout().heightU(p.of()),
                bottoms.isEmpty() ? 1 : bottoms.getLast()));
        yield next.size() < count ? Optional.empty() : Optional.of(new Arrangement.Slots(next));
      }
    };
  }

  /** Lines up or spreads out the placements that are selected. */
  public void align(Alignment alignment) {
    perform(
        Text.of("canvas.align"),
        alignment.edits(board, Selected.steps(board)),
        workspace.selection());
  }

  /** Moves what is selected by steps of the grid, or by slots. */
  public void nudge(int right, int down) {
    Move.Plan plan = new Move(board, Selected.steps(board)).steps(right, down);
    if (plan.refusal().isPresent()) {
      board.hint(plan.refusal());
    } else {
      perform(Text.of("canvas.move", plan.edits().size()), plan.edits(), workspace.selection());
    }
  }

  /** Goes into the assembly that is selected. */
  public void enter() {
    Selected.paths(board).stream()
        .flatMap(p -> board.child(p).stream())
        .filter(this::isAssembly)
        .findFirst()
        .ifPresent(workspace.enteredProperty()::set);
  }

  private boolean isAssembly(InstancePath path) {
    return workspace.places().find(path).flatMap(f -> f.inner()).isPresent();
  }

  /** Goes out to the assembly around; what was entered is selected there. */
  public void leave() {
    InstancePath inside = board.entered();
    if (!inside.isRoot()) {
      workspace.enteredProperty().set(inside.parent());
      workspace.select(Selection.of(inside.toString()));
    }
  }

  public void selectAll() {
    List<String> all = new ArrayList<>();
    board
        .childrenIn(board.layout().drawing(board.assemblyId()))
        .forEach(p -> all.add(p.toString()));
    workspace.select(Selection.of(all));
  }

  /** Fails each selected instance in the scenario shown, or mends those that have failed. */
  public void setFailed(boolean failed) {
    String scenario = workspace.scenarioProperty().get();
    List<Edit> edits = new ArrayList<>();
    for (String place : workspace.selection().places()) {
      if (isFailed(place) != failed) {
        edits.add(new Edit.SetFault(scenario, place, failed));
      }
    }
    perform(Text.of(failed ? "canvas.fail" : "canvas.mend"), edits, workspace.selection());
  }

  boolean isFailed(String place) {
    return workspace
        .design()
        .scenarios()
        .get(workspace.scenarioProperty().get())
        .faults()
        .contains(place);
  }

  /** Wires the selected placement as its siblings are wired. */
  public void wireLikeSiblings() {
    siblingWiring().ifPresent(workspace::perform);
  }

  Optional<Edit.Compound> siblingWiring() {
    return Selected.steps(board).stream()
        .map(InstancePath.Step::placement)
        .distinct()
        .flatMap(name -> Siblings.wiring(workspace.design(), board.assemblyId(), name).stream())
        .findFirst();
  }

  /** Selects the next or previous instance at the level that is entered. */
  public void selectNext(int by) {
    List<String> all = new ArrayList<>();
    for (Map.Entry<String, Placement> e : board.assembly().placements().entrySet()) {
      for (int i = 0; i < Math.min(e.getValue().count(), 1000); i++) {
        all.add(board.entered().child(e.getKey(), i).toString());
      }
    }
    if (!all.isEmpty()) {
      int at = workspace.selection().places().stream().mapToInt(all::indexOf).max().orElse(-1);
      int next = at < 0 ? (by > 0 ? 0 : all.size() - 1) : Math.floorMod(at + by, all.size());
      workspace.select(Selection.of(all.get(next)));
    }
  }

  /** Selects the nearest neighbour in a direction, among what stands beside the selected one. */
  public void selectTowards(int right, int down) {
    Neighbours.towards(board, right, down)
        .ifPresent(p -> workspace.select(Selection.of(p.toString())));
  }
}
