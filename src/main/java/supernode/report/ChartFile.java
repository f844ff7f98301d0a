package supernode.report;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import supernode.figure.ColorRole;
import supernode.figure.Palette;
import supernode.figure.chart.Chart;
import supernode.quantity.Messages;

/** One chart as a picture of its own, in light colours. */
public final class ChartFile {
  private static final double WIDTH = 960;
  private static final double HEIGHT = 600;
  private static final int PIXELS_PER_UNIT = 2;

  private ChartFile() {}

  public static String svg(Chart chart, Messages words) {
    return ChartSvg.write(chart, words, WIDTH, HEIGHT);
  }

  /** The bytes of a PNG file. */
  public static byte[] png(Chart chart, Messages words) {
    BufferedImage image =
        new BufferedImage(
            (int) (WIDTH * PIXELS_PER_UNIT),
            (int) (HEIGHT * PIXELS_PER_UNIT),
            BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    g.setColor(new java.awt.Color(Palette.LIGHT.rgb(ColorRole.PANEL)));
    g.fillRect(0, 0, image.getWidth(), image.getHeight());
    g.scale(PIXELS_PER_UNIT, PIXELS_PER_UNIT);
    ChartPainter.paint(chart, words, Palette.LIGHT, WIDTH, HEIGHT, g);
    g.dispose();
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      ImageIO.write(image, "png", bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      // Memory does not fail like a disk.
      throw new UncheckedIOException(e);
    }
  }
}
