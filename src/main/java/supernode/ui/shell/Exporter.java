package supernode.ui.shell;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.DoubleConsumer;
import supernode.analysis.Overlay;
import supernode.design.Design;

/** Writes documents about a design. */
public interface Exporter {
  /** Kinds of document. */
  enum Format {
    PDF,
    HTML,
    SVG,
    PNG;

    /** Ending of the file's name, without the dot. */
    public String ending() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it is the drawing alone. */
    public boolean isPicture() {
      return this == SVG || this == PNG;
    }
  }

  /**
   * What to write.
   *
   * @param overlay what the drawing is coloured by
   */
  record Order(
      Design design,
      String scenario,
      Format format,
      Locale language,
      Overlay overlay,
      Path target) {}

  /**
   * Writes the document. Called off the JavaFX thread.
   *
   * @param progress told how far it is, 0 to 1
   * @throws IOException when the file cannot be written
   */
  void export(Order order, DoubleConsumer progress) throws IOException;
}
