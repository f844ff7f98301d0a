package supernode.ui.canvas;

import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import supernode.figure.Box;
import supernode.figure.ColorRole;
import supernode.figure.Figure;
import supernode.figure.Reading;
import supernode.figure.Shape;
import supernode.figure.View;
import supernode.quantity.Messages;

/** What the colours of the overlay mean. */
final class Legend extends Canvas {
  private static final double WIDTH = 260;
  private static final double HEIGHT = 44;

  private final Messages messages;

  Legend(Messages messages) {
    super(WIDTH, HEIGHT);
    this.messages = messages;
    setId("canvas-legend");
    setMouseTransparent(true);
  }

  /**
   * @param any whether anything bears the colours
   */
  void paint(Reading reading, boolean any, FxColors c) {
    GraphicsContext g = getGraphicsContext2D();
    g.clearRect(0, 0, WIDTH, HEIGHT);
    g.setFill(c.of(ColorRole.PANEL));
    g.fillRoundRect(0, 0, WIDTH, HEIGHT, 12, 12);
    g.setStroke(c.of(ColorRole.HAIRLINE));
    g.strokeRoundRect(0.5, 0.5, WIDTH - 1, HEIGHT - 1, 12, 12);
    Box all = new Box(0, 0, WIDTH, HEIGHT);
    String words = messages.say(reading.title());
    if (!any) {
      words = messages.say("canvas.legend.none", words);
      g.setFill(c.text(ColorRole.SECONDARY));
      g.setFont(c.font(11, Shape.Weight.MEDIUM));
      g.fillText(words, 12, HEIGHT / 2 + 4, WIDTH - 24);
      setAccessibleText(words);
      return;
    }
    Figure figure = Figure.of(all, reading.legend(words, all.inset(12, 8)));
    FxPainter.paint(figure, new View(all, 1, 1), g, c);
    setAccessibleText(words);
  }
}
