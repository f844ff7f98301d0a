package supernode.ui.canvas;

import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import supernode.figure.Figure;
import supernode.figure.Palette;

/** A drawing to look at: it can be moved and zoomed, by mouse or keys, but not edited. */
public final class DrawingView extends Region {
  private static final double STEP = 1.25;
  private static final double KEY_PX = 40;
  private static final double WHEEL = 1.0025;

  private final Canvas canvas = new Canvas();
  private final ObjectProperty<Sight> sight = new SimpleObjectProperty<>(Sight.WHOLE);
  private FxColors colors;
  private Optional<Figure> figure = Optional.empty();
  private double dragX;
  private double dragY;

  public DrawingView(Palette palette) {
    colors = new FxColors(palette);
    getStyleClass().add("drawing-view");
    setMinSize(80, 80);
    setFocusTraversable(true);
    canvas.setMouseTransparent(true);
    getChildren().add(canvas);
    setPickOnBounds(true);
    sight.subscribe(_ -> requestLayout());
    setOnMousePressed(e -> {
      requestFocus();
      dragX = e.getX();
      dragY = e.getY();
    });
    setOnMouseDragged(this::drag);
    setOnMouseClicked(e -> {
      if (e.getClickCount() == 2) {
        sight.set(Sight.WHOLE);
      }
    });
    setOnScroll(this::scroll);
    setOnKeyPressed(this::key);
  }

  /** What is seen; views that share it are moved together. */
  public ObjectProperty<Sight> sightProperty() {
    return sight;
  }

  /**
   * @param name said to those who do not see it
   */
  public void show(Figure next, String name) {
    figure = Optional.of(next);
    setAccessibleText(name);
    requestLayout();
  }

  public void clear() {
    figure = Optional.empty();
    requestLayout();
  }

  public void setPalette(Palette palette) {
    colors = new FxColors(palette);
    requestLayout();
  }

  public boolean isEmpty() {
    return figure.isEmpty();
  }

  private void drag(MouseEvent e) {
    double dx = e.getX() - dragX;
    double dy = e.getY() - dragY;
    dragX = e.getX();
    dragY = e.getY();
    move(dx, dy);
  }

  private void move(double dx, double dy) {
    figure.ifPresent(
        f -> sight.set(sight.get().moved(dx, dy, f.bounds(), getWidth(), getHeight())));
  }

  private void scroll(ScrollEvent e) {
    zoom(Math.pow(WHEEL, e.getDeltaY()), e.getX(), e.getY());
    e.consume();
  }

  private void zoom(double factor, double x, double y) {
    figure.ifPresent(
        f -> sight.set(sight.get().zoomed(factor, x, y, f.bounds(), getWidth(), getHeight())));
  }

  private void key(KeyEvent e) {
    KeyCode code = e.getCode();
    switch (code) {
      case PLUS, EQUALS, ADD -> zoom(STEP, getWidth() / 2, getHeight() / 2);
      case MINUS, SUBTRACT -> zoom(1 / STEP, getWidth() / 2, getHeight() / 2);
      case DIGIT0, NUMPAD0 -> sight.set(Sight.WHOLE);
      case LEFT -> move(KEY_PX, 0);
      case RIGHT -> move(-KEY_PX, 0);
      case UP -> move(0, KEY_PX);
      case DOWN -> move(0, -KEY_PX);
      default -> {
        return;
      }
    }
    e.consume();
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double height = getHeight();
    if (width < 10 || height < 10) {
      return;
    }
    canvas.setWidth(width);
    canvas.setHeight(height);
    GraphicsContext g = canvas.getGraphicsContext2D();
    g.clearRect(0, 0, width, height);
    figure.ifPresent(
        f -> FxPainter.paint(f, sight.get().of(f.bounds(), width, height).view(), g, colors));
  }
}
