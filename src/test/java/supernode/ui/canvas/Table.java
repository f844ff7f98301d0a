package supernode.ui.canvas;

import java.util.ArrayList;
import java.util.List;
import supernode.design.Design;
import supernode.design.InstancePath;
import supernode.design.SmallCatalog;
import supernode.design.SmallRack;
import supernode.figure.Box;
import supernode.figure.drawing.PortMarks;
import supernode.quantity.Text;
import supernode.ui.Solving;
import supernode.ui.Workspace;

/** A workspace with a board of 1000 x 1000 pixels that shows all of it, for tests. */
final class Table {
  final Workspace workspace;
  final Board board;
  final List<String> placed = new ArrayList<>();
  final List<LinkTool.Offer> offers = new ArrayList<>();
  final List<Text> refused = new ArrayList<>();
  final Gestures gestures;
  final CanvasActions actions;

  Table() {
    this(SmallRack.design());
  }

  Table(Design design) {
    workspace =
        new Workspace(
            SmallCatalog.CATALOG,
            design,
            new Solving(SmallCatalog.CATALOG, Runnable::run, Runnable::run));
    workspace.onRefusal(refused::add);
    board = new Board(workspace);
    workspace.designProperty().subscribe(board::refresh);
    workspace.enteredProperty().subscribe(board::refresh);
    board.look(Camera.fit(board.figure().bounds(), 1000, 1000));
    gestures = new Gestures(board, placed::add, offers::add);
    actions = new CanvasActions(board);
  }

  Design design() {
    return workspace.design();
  }

  /** Looks closely at an instance. */
  void lookAt(String path) {
    Box b = boxOf(path);
    board.look(Camera.fit(b, 1000, 1000));
  }

  Box boxOf(String path) {
    return board.box(InstancePath.parse(path)).orElseThrow();
  }

  PointerEvent middle(String path) {
    Box b = board.camera().toPixels(boxOf(path));
    return PointerEvent.at(b.centerX(), b.centerY());
  }

  /** A place on the bezel of an instance, beside what it holds. */
  PointerEvent bezel(String path) {
    Box b = board.camera().toPixels(boxOf(path));
    return PointerEvent.at(b.x() + 0.02 * b.width(), b.centerY());
  }

  PointerEvent port(String path, String name) {
    PortMarks.Mark mark =
        new Ports(board)
            .of(InstancePath.parse(path)).stream()
                .filter(m -> m.name().equals(name))
                .findFirst()
                .orElseThrow();
    Box b = board.camera().toPixels(mark.box());
    return PointerEvent.at(b.centerX(), b.centerY());
  }

  void click(PointerEvent e) {
    gestures.pressed(e);
    gestures.released(e);
  }

  void drag(PointerEvent from, PointerEvent to) {
    gestures.pressed(from);
    gestures.dragged(
        new PointerEvent(
            (from.x() + to.x()) / 2,
            (from.y() + to.y()) / 2,
            to.button(),
            to.adds(),
            to.shortcut(),
            to.free(),
            1));
    gestures.dragged(to);
    gestures.released(to);
  }

  PointerEvent moved(PointerEvent e, double dx, double dy) {
    return new PointerEvent(
        e.x() + dx, e.y() + dy, e.button(), e.adds(), e.shortcut(), e.free(), 1);
  }

  Box cell(String assembly, String name, int index) {
    return board
        .layout()
        .cell(assembly, design().assemblies().get(assembly).placements().get(name), index);
  }

  Object arrangement(String name) {
    return design().rootAssembly().placements().get(name).arrangement();
  }
}
