package supernode.ui.canvas;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import supernode.design.Wiring;
import supernode.design.edit.Edit;
import supernode.design.edit.Splice;
import supernode.figure.drawing.Tag;
import supernode.quantity.Text;
import supernode.ui.Selection;

/** Carries something new over the canvas and puts it down. */
final class PlaceTool implements Tool {
  private final Board board;
  private final Ports ports;
  private final Consumer<String> placed;
  private Optional<PaletteItem> item = Optional.empty();
  private Preview preview = Preview.NONE;

  /**
   * @param placed given the name of a new placement in the entered assembly
   */
  PlaceTool(Board board, Ports ports, Consumer<String> placed) {
    this.board = board;
    this.ports = ports;
    this.placed = placed;
  }

  void begin(PaletteItem next) {
    item = Optional.of(next);
    preview = Preview.NONE;
  }

  boolean isCarrying() {
    return item.isPresent();
  }

  @Override
  public void pressed(PointerEvent e) {
    dragged(e);
  }

  @Override
  public void moved(PointerEvent e) {
    dragged(e);
  }

  @Override
  public void dragged(PointerEvent e) {
    preview =
        item.filter(_ -> isOver(e))
            .map(it -> {
              Placing p = placing(it, e);
              return Preview.moving(List.of(p.ghost()), List.of(), p.refusal())
                  .with(ports.partnersOf(it.of()));
            })
            .orElse(Preview.NONE);
  }

  private boolean isOver(PointerEvent e) {
    Camera c = board.camera();
    return e.x() >= 0 && e.y() >= 0 && e.x() <= c.width() && e.y() <= c.height();
  }

  private Placing placing(PaletteItem it, PointerEvent e) {
    Camera c = board.camera();
    return Placing.at(
        board.layout(),
        board.assemblyId(),
        it,
        c.worldX(e.x()),
        c.worldY(e.y()),
        c.scale(),
        e.free());
  }

  @Override
  public void released(PointerEvent e) {
    if (item.isPresent() && isOver(e)) {
      Placing at = placing(item.get(), e);
      if (!spliced(at, e)) {
        put(at);
      }
    }
    cancelled();
  }

  /** What lets coolant through goes into the hose that it is dropped on, or says why not. */
  private boolean spliced(Placing placing, PointerEvent e) {
    Optional<Wiring> hose = wiring(e);
    Splice splice = new Splice(board.layout().design(), board.layout().library());
    Optional<Text> refusal = hose.flatMap(w -> splice.refusal(placing.edit(), w));
    if (refusal.isPresent()) {
      board.hint(refusal);
      return true;
    }
    return hose.flatMap(w -> splice.of(placing.edit(), w))
        .filter(edit -> perform(edit, placing.edit().name()))
        .isPresent();
  }

  private Optional<Wiring> wiring(PointerEvent e) {
    List<Wiring> wirings = board.layout().design().assemblies().get(board.assemblyId()).wirings();
    return board
        .hit(e.x(), e.y())
        .filter(tag -> tag.path().equals(board.entered().toString()))
        .map(Tag::wiring)
        .filter(w -> w.isPresent() && w.getAsInt() < wirings.size())
        .map(w -> wirings.get(w.getAsInt()));
  }

  private boolean perform(Edit edit, String name) {
    Selection after = Selection.of(board.entered().child(name, 0).toString());
    boolean done = board.workspace().perform(edit, after);
    if (done) {
      placed.accept(name);
    }
    return done;
  }

  /** Puts something where there is room. */
  void putAnywhere(PaletteItem it) {
    put(Placing.anywhere(board.layout(), board.assemblyId(), it));
  }

  private void put(Placing placing) {
    if (placing.refusal().isPresent()) {
      board.hint(placing.refusal());
      return;
    }
    perform(placing.edit(), placing.edit().name());
  }

  @Override
  public void cancelled() {
    item = Optional.empty();
    preview = Preview.NONE;
  }

  @Override
  public Preview preview() {
    return preview;
  }
}
