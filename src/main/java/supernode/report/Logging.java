package supernode.report;

import com.openhtmltopdf.util.XRLog;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Keeps the libraries' remarks about fonts and style sheets off the user's terminal. */
final class Logging {
  // Held, because the log forgets the levels of loggers that nobody holds.
  private static final List<Logger> QUIET =
      List.of(
          Logger.getLogger("org.apache.pdfbox"),
          Logger.getLogger("org.apache.fontbox"),
          Logger.getLogger("org.apache.batik"),
          Logger.getLogger("com.openhtmltopdf"),
          Logger.getLogger("freemarker"));

  private Logging() {}

  static void silence() {
    XRLog.setLoggingEnabled(false);
    QUIET.forEach(logger -> logger.setLevel(Level.OFF));
  }
}
