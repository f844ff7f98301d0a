package supernode.figure.awt;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import supernode.figure.Shape.Weight;

/** The bundled fonts: Inter, and Noto Sans SC for text that Inter has no letters for. */
public final class AwtFonts {
  private static final Map<String, Font> LOADED = new ConcurrentHashMap<>();

  private AwtFonts() {}

  /** The font for a text, all of it: {@code size} in output units. */
  public static Font of(String text, Weight weight, double size) {
    Font inter = load("Inter-" + name(weight));
    Font font =
        inter.canDisplayUpTo(text) < 0
            ? inter
            : load(weight.css() >= 600 ? "NotoSansSC-Bold" : "NotoSansSC-Regular");
    // Marked bold, so that a document which looks fonts up by family and style finds the bold one.
    int style =
        font.getFontName().endsWith("Bold") && font.getFamily().indexOf("SemiBold") < 0
            ? Font.BOLD
            : Font.PLAIN;
    return font.deriveFont(style, (float) size);
  }

  private static String name(Weight weight) {
    return switch (weight) {
      case REGULAR -> "Regular";
      case MEDIUM -> "Medium";
      case SEMIBOLD -> "SemiBold";
      case BOLD -> "Bold";
    };
  }

  private static Font load(String name) {
    return LOADED.computeIfAbsent(name, AwtFonts::read);
  }

  private static Font read(String name) {
    try (InputStream in = AwtFonts.class.getResourceAsStream("/assets/fonts/" + name + ".ttf")) {
      if (in == null) {
        throw new IOException("the installation lacks its font " + name);
      }
      return Font.createFont(Font.TRUETYPE_FONT, in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (FontFormatException e) {
      throw new UncheckedIOException(new IOException("broken font " + name, e));
    }
  }
}
