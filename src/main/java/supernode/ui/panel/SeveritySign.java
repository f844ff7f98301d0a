package supernode.ui.panel;

import java.util.Locale;
import org.kordamp.ikonli.feather.Feather;
import supernode.analysis.Severity;

/** How severities look: an icon, a word and a colour, so that none of them stands alone. */
final class SeveritySign {
  private SeveritySign() {}

  static Feather icon(Severity severity) {
    return switch (severity) {
      case ERROR -> Feather.ALERT_OCTAGON;
      case WARNING -> Feather.ALERT_TRIANGLE;
      case INFO -> Feather.INFO;
    };
  }

  static String styleClass(Severity severity) {
    return "severity-" + key(severity);
  }

  /** Key of its word. */
  static String word(Severity severity) {
    return "panel.severity." + key(severity);
  }

  private static String key(Severity severity) {
    return severity.name().toLowerCase(Locale.ROOT);
  }
}
