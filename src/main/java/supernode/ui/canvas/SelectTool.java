package supernode.ui.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import supernode.design.InstancePath;
import supernode.design.edit.Edit;
import supernode.figure.Box;
import supernode.figure.drawing.Tag;
import supernode.quantity.Text;
import supernode.ui.Selection;
import supernode.ui.Workspace;

/**
 * Selects, frames and moves. A click selects what is seen under the pointer, however deep; a drag
 * moves what it lies in at the level that is entered; a drag on empty ground frames.
 */
final class SelectTool implements Tool {
  /** Less is a click by an unsteady hand. */
  private static final double DRAG_STARTS_PX = 4;

  private final Board board;
  private PointerEvent start = PointerEvent.at(0, 0);
  private Optional<Tag> under = Optional.empty();
  private State state = State.IDLE;
  private Move move;
  private Preview preview = Preview.NONE;

  private enum State {
    IDLE,
    PRESSED,
    FRAMING,
    MOVING
  }

  SelectTool(Board board) {
    this.board = board;
  }

  @Override
  public void pressed(PointerEvent e) {
    start = e;
    under = board.hit(e.x(), e.y());
    state = State.PRESSED;
  }

  @Override
  public void dragged(PointerEvent e) {
    if (state == State.PRESSED
        && Math.hypot(e.x() - start.x(), e.y() - start.y()) > DRAG_STARTS_PX) {
      begin();
    }
    if (state == State.FRAMING) {
      preview = Preview.marquee(frame(e));
    } else if (state == State.MOVING) {
      Move.Plan plan = plan(e);
      preview = Preview.moving(plan.ghosts(), plan.guides(), plan.refusal());
    }
  }

  private void begin() {
    Optional<InstancePath> child = under.filter(t -> t.wiring().isEmpty()).flatMap(this::child);
    if (child.isEmpty()) {
      state = State.FRAMING;
      return;
    }
    state = State.MOVING;
    Workspace w = board.workspace();
    boolean selected =
        w.selection().places().stream()
            .map(InstancePath::parse)
            .anyMatch(p -> board.child(p).equals(child));
    if (!selected) {
      w.select(Selection.of(child.get().toString()));
    }
    move = new Move(board, Selected.steps(board));
  }

  private Optional<InstancePath> child(Tag tag) {
    return board.child(InstancePath.parse(tag.path()));
  }

  private Move.Plan plan(PointerEvent e) {
    double scale = board.camera().scale();
    return move.by((e.x() - start.x()) / scale, (e.y() - start.y()) / scale, e.free());
  }

  private Box frame(PointerEvent e) {
    Camera c = board.camera();
    return Box.between(c.worldX(start.x()), c.worldY(start.y()), c.worldX(e.x()), c.worldY(e.y()));
  }

  @Override
  public void released(PointerEvent e) {
    switch (state) {
      case PRESSED -> click(e);
      case FRAMING -> framed(e);
      case MOVING -> drop(e);
      case IDLE -> {}
    }
    cancelled();
  }

  private void click(PointerEvent e) {
    Workspace w = board.workspace();
    if (e.clicks() == 2) {
      open();
    } else if (under.isEmpty()) {
      if (!e.adds()) {
        w.select(Selection.NONE);
      }
    } else if (under.get().wiring().isPresent()) {
      select(board, under.get());
    } else if (e.adds()) {
      w.select(w.selection().toggled(under.get().path()));
    } else {
      w.select(Selection.of(under.get().path()));
    }
  }

  /** Selects the wiring of a line, and of its links those that the line stands for. */
  static void select(Board board, Tag wiring) {
    InstancePath at = InstancePath.parse(wiring.path());
    Workspace w = board.workspace();
    w.places()
        .find(at)
        .flatMap(found -> found.inner())
        .ifPresent(id ->
            w.select(
                new Selection(
                    List.of(),
                    Optional.of(
                        new Selection.WiringRef(
                            id, wiring.wiring().orElseThrow(), Optional.of(wiring.line()))))));
  }

  // A double click goes in by one level; on the ground outside of the entered one it goes out.
  private void open() {
    Workspace w = board.workspace();
    Optional<InstancePath> child = under.flatMap(this::child);
    if (child.isPresent()) {
      boolean assembly = w.places().find(child.get()).flatMap(f -> f.inner()).isPresent();
      if (assembly) {
        w.enteredProperty().set(child.get());
      }
    } else if (under.isEmpty() && !board.entered().isRoot()) {
      w.enteredProperty().set(board.entered().parent());
    }
  }

  private void framed(PointerEvent e) {
    List<String> found = new ArrayList<>();
    Workspace w = board.workspace();
    if (e.adds()) {
      found.addAll(w.selection().places());
    }
    board.childrenIn(frame(e)).forEach(p -> found.add(p.toString()));
    w.select(Selection.of(found));
  }

  private void drop(PointerEvent e) {
    Move.Plan plan = plan(e);
    Workspace w = board.workspace();
    if (e.shortcut()) {
      duplicate(e);
    } else if (plan.refusal().isPresent()) {
      board.hint(plan.refusal());
    } else if (plan.edits().size() == 1) {
      w.perform(plan.edits().getFirst());
    } else if (!plan.edits().isEmpty()) {
      w.perform(new Edit.Compound(Text.of("canvas.move", plan.edits().size()), plan.edits()));
    }
  }

  private void duplicate(PointerEvent e) {
    double scale = board.camera().scale();
    Pasting.paste(
        board,
        Selected.snippet(board),
        (e.x() - start.x()) / scale,
        (e.y() - start.y()) / scale,
        Text.of("canvas.duplicate"));
  }

  @Override
  public void cancelled() {
    state = State.IDLE;
    preview = Preview.NONE;
  }

  @Override
  public Preview preview() {
    return preview;
  }
}
