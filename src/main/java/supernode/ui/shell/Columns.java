package supernode.ui.shell;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.event.EventTarget;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseEvent;
import supernode.ui.Lifetime;

/**
 * A split pane whose side panes keep their size in pixels when the window grows, can be put away,
 * and are remembered.
 */
final class Columns extends SplitPane {
  /**
   * A pane at an edge.
   *
   * @param key under which its size is kept
   * @param size in pixels at first
   * @param open whether it is shown
   */
  record Edge(String key, Node node, double size, BooleanProperty open) {}

  /** For a pane that is never put away. */
  static final BooleanProperty ALWAYS = new SimpleBooleanProperty(true);

  private final Settings settings;
  private final Node middle;
  private final List<Edge> before;
  private final List<Edge> after;
  private boolean placing;
  private boolean held;

  Columns(
      Orientation orientation,
      Settings settings,
      List<Edge> before,
      Node middle,
      List<Edge> after,
      Lifetime lifetime) {
    this.settings = settings;
    this.middle = middle;
    this.before = before;
    this.after = after;
    setOrientation(orientation);
    before.forEach(e -> watch(e, lifetime));
    after.forEach(e -> watch(e, lifetime));
    arrange();
    var length = orientation == Orientation.HORIZONTAL ? widthProperty() : heightProperty();
    length.subscribe(this::place);
    // Layout moves dividers too; what it does to make room is nobody's wish.
    addEventFilter(MouseEvent.MOUSE_PRESSED, e -> held = isDivider(e.getTarget()));
    addEventFilter(
        MouseEvent.MOUSE_RELEASED,
        _ -> {
          if (held) {
            held = false;
            remember();
          }
        });
  }

  private boolean isDivider(EventTarget target) {
    Node at = target instanceof Node n ? n : null;
    while (at != null && at != this) {
      if (at.getStyleClass().contains("split-pane-divider")) {
        return at.getParent() == this;
      }
      at = at.getParent();
    }
    return false;
  }

  private void watch(Edge edge, Lifetime lifetime) {
    SplitPane.setResizableWithParent(edge.node(), false);
    lifetime.watchAll(this::arrange, edge.open());
  }

  private void arrange() {
    placing = true;
    getItems().clear();
    before.stream().filter(e -> e.open().get()).forEach(e -> getItems().add(e.node()));
    getItems().add(middle);
    after.stream().filter(e -> e.open().get()).forEach(e -> getItems().add(e.node()));
    placing = false;
    place();
  }

  private double length() {
    return getOrientation() == Orientation.HORIZONTAL ? getWidth() : getHeight();
  }

  private double size(Edge edge) {
    return settings.number("size." + edge.key(), edge.size());
  }

  private void place() {
    double length = length();
    if (placing || length <= 0) {
      return;
    }
    placing = true;
    int divider = 0;
    double at = 0;
    for (Edge e : before) {
      if (e.open().get()) {
        at += size(e);
        setDividerPosition(divider++, Math.min(0.45, at / length));
      }
    }
    List<Edge> open = after.stream().filter(e -> e.open().get()).toList();
    double rest = open.stream().mapToDouble(this::size).sum();
    for (Edge e : open) {
      setDividerPosition(divider++, Math.max(0.5, 1 - rest / length));
      rest -= size(e);
    }
    placing = false;
  }

  private void remember() {
    double length = length();
    if (placing || length <= 0 || getScene() == null) {
      return;
    }
    double[] at = getDividerPositions();
    int divider = 0;
    double from = 0;
    for (Edge e : before) {
      if (e.open().get()) {
        settings.setNumber("size." + e.key(), (at[divider] - from) * length);
        from = at[divider++];
      }
    }
    for (Edge e : after) {
      if (e.open().get()) {
        double to = divider + 1 < at.length ? at[divider + 1] : 1;
        settings.setNumber("size." + e.key(), (to - at[divider++]) * length);
      }
    }
  }
}
