package supernode.ui.shell;

import javafx.geometry.Pos;
import javafx.stage.Window;
import javafx.util.Duration;
import org.controlsfx.control.Notifications;
import org.kordamp.ikonli.javafx.FontIcon;
import supernode.quantity.Text;

/** Short sentences at the window's edge that go by themselves. */
final class Notices {
  private static final double SECONDS_SHOWN = 6;
  private static final int AT_ONCE = 3;

  private final Studio studio;
  private final Window owner;

  Notices(Studio studio, Window owner) {
    this.studio = studio;
    this.owner = owner;
  }

  /** Says why an edit was refused. */
  void refused(Text why) {
    show("fth-slash", "error-icon", Text.of("ui.refused"), why);
  }

  /** Says what the user should know and need not answer. */
  void warn(Text what) {
    show("fth-alert-triangle", "warning-icon", Text.of("ui.warning"), what);
  }

  private void show(String icon, String style, Text title, Text text) {
    FontIcon sign = new FontIcon(icon);
    sign.getStyleClass().add(style);
    Notifications.create()
        .owner(owner)
        .styleClass("studio-notice")
        .graphic(sign)
        .title(studio.messages().say(title))
        .text(studio.messages().say(text))
        .position(Pos.BOTTOM_CENTER)
        .hideAfter(Duration.seconds(SECONDS_SHOWN))
        .threshold(AT_ONCE, Notifications.create().title(studio.messages().say("ui.refused.many")))
        .show();
  }
}
