package supernode.ui.shell;

import java.io.IOException;
import java.io.InputStream;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.scene.text.Font;
import supernode.quantity.Messages;

/** The fonts that ship with the studio. The Chinese one is large, so it is loaded when needed. */
final class Fonts {
  private enum Script {
    LATIN(List.of("Inter-Regular", "Inter-Medium", "Inter-SemiBold", "Inter-Bold")),
    CHINESE(List.of("NotoSansSC-Regular", "NotoSansSC-Bold"));

    private final List<String> files;

    Script(List<String> files) {
      this.files = files;
    }
  }

  private final Map<Script, String> families = new EnumMap<>(Script.class);

  /** The family for a language; the system's own when the shipped one cannot be loaded. */
  String familyFor(Messages messages) {
    Script script = messages.locale().getLanguage().equals("zh") ? Script.CHINESE : Script.LATIN;
    return families.computeIfAbsent(script, Fonts::load);
  }

  private static String load(Script script) {
    String family = Font.getDefault().getFamily();
    for (String file : script.files.reversed()) {
      try (InputStream in = Fonts.class.getResourceAsStream("/assets/fonts/" + file + ".ttf")) {
        // A size is asked for because zero would make no font; controls choose their own.
        Font font = in == null ? null : Font.loadFont(in, 12);
        family = font == null ? family : font.getFamily();
      } catch (IOException _) {
        // The system's font stands in; nothing else is lost.
      }
    }
    return family;
  }
}
