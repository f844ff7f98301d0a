package supernode.ui.canvas;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import supernode.figure.Box;
import supernode.figure.Reading;
import supernode.quantity.Messages;

/** What stands in the corners of the canvas: legend, minimap, and a sentence about where one is. */
final class Corners {
  private static final double MARGIN = 12;

  private final Board board;
  private final Messages messages;
  private final Minimap minimap;
  private final Legend legend;
  private final Label place = new Label();
  private final BooleanProperty wanted = new SimpleBooleanProperty(true);
  private Optional<Reading> painted = Optional.empty();
  private FxColors paintedWith;
  private boolean paintedAny;
  private double width;
  private double height;

  Corners(Board board, Messages messages, Consumer<Camera> look) {
    this.board = board;
    this.messages = messages;
    this.minimap = new Minimap(board, look);
    this.legend = new Legend(messages);
    place.getStyleClass().add("canvas-hint");
    place.setId("canvas-hint");
    place.setMouseTransparent(true);
    wanted.addListener((_, _, _) -> board.changed());
  }

  List<Node> nodes() {
    return List.of(legend, minimap, place);
  }

  /** What the legend covers; empty where there is none. */
  Optional<Box> legendBox() {
    return board.figure().reading().isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Box(
                width - legend.getWidth() - MARGIN, MARGIN, legend.getWidth(), legend.getHeight()));
  }

  /** All of what is drawn, beside or below the legend. */
  Camera whole(double viewWidth, double viewHeight) {
    Box bounds = board.figure().bounds();
    return legendBox()
        .map(l -> Camera.fitBeside(bounds, l, viewWidth, viewHeight))
        .orElseGet(() -> Camera.fit(bounds, viewWidth, viewHeight));
  }

  /** Whether a camera shows all, with or without a legend that came later. */
  boolean showAll(Camera then) {
    return then.equals(Camera.fit(board.figure().bounds(), then.width(), then.height()))
        || then.equals(whole(then.width(), then.height()));
  }

  BooleanProperty minimapProperty() {
    return wanted;
  }

  void paint(FxColors colors) {
    Optional<Reading> reading = board.figure().reading();
    legend.setVisible(reading.isPresent());
    boolean any = board.values().filter(v -> !v.byPlace().isEmpty()).isPresent();
    if (reading.isPresent()
        && (!reading.equals(painted) || paintedWith != colors || any != paintedAny)) {
      legend.paint(reading.get(), any, colors);
    }
    painted = reading;
    paintedAny = any;
    paintedWith = colors;
    boolean shown = wanted.get() && minimap.isOfUse();
    minimap.setVisible(shown);
    if (shown) {
      minimap.paint(colors);
    }
    Optional<String> words = Hints.of(board).map(messages::say);
    place.setVisible(words.isPresent());
    if (words.isPresent() && !words.get().equals(place.getText())) {
      place.setText(words.get());
      layout(width, height);
    }
  }

  void layout(double nextWidth, double nextHeight) {
    width = nextWidth;
    height = nextHeight;
    legend.relocate(width - legend.getWidth() - MARGIN, MARGIN);
    minimap.relocate(width - minimap.getWidth() - MARGIN, height - minimap.getHeight() - MARGIN);
    place.autosize();
    place.relocate(MARGIN, height - place.getHeight() - MARGIN);
  }
}
