package supernode.ui.canvas;

import java.util.Optional;
import java.util.function.Consumer;
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
              return Preview.moving(java.util.List.of(p.ghost()), java.util.List.of(), p.refusal())
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
      put(placing(item.get(), e));
    }
    cancelled();
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
    String name = placing.edit().name();
    Selection after = Selection.of(board.entered().child(name, 0).toString());
    if (board.workspace().perform(placing.edit(), after)) {
      placed.accept(name);
    }
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
