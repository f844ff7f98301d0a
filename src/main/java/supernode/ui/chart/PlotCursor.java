package supernode.ui.chart;

import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.shape.Line;
import supernode.figure.Box;

/** The line under the pointer and what the chart says there. */
final class PlotCursor extends Group {
  private static final double BESIDE = 12;
  private static final double LEAST_HEIGHT = 20;

  private final Line line = new Line();
  private final Label reading = new Label();

  PlotCursor() {
    line.getStyleClass().add("chart-cursor");
    reading.getStyleClass().add("chart-reading");
    setManaged(false);
    setAutoSizeChildren(false);
    setMouseTransparent(true);
    getChildren().addAll(line, reading);
  }

  /**
   * @param text nothing is shown when empty
   * @param plot as wide as all of the chart, as high as the bars may be
   */
  void show(String text, double mouseX, double mouseY, Box plot) {
    setVisible(!text.isEmpty());
    if (text.isEmpty()) {
      return;
    }
    reading.setText(text);
    reading.applyCss();
    reading.autosize();
    double wide = reading.getWidth();
    double at = mouseX + BESIDE + wide > plot.right() ? mouseX - BESIDE - wide : mouseX + BESIDE;
    reading.relocate(
        Math.max(0, at), Math.max(0, Math.min(mouseY - 10, plot.bottom() - LEAST_HEIGHT)));
    line.setStartX(mouseX);
    line.setEndX(mouseX);
    line.setStartY(plot.y());
    line.setEndY(plot.bottom());
  }
}
