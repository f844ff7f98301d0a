package supernode.ui.shell;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ConditionalFeature;
import javafx.application.Platform;
import javafx.scene.Scene;

/** Light or dark. */
public enum Theme {
  LIGHT,
  DARK;

  public Theme other() {
    return this == LIGHT ? DARK : LIGHT;
  }

  /** Puts the standard controls of all windows in this theme. */
  public void install() {
    Application.setUserAgentStylesheet(
        this == LIGHT
            ? new PrimerLight().getUserAgentStylesheet()
            : new PrimerDark().getUserAgentStylesheet());
  }

  /** The studio's own sheets, to be put on every scene and dialog: tokens first. */
  public List<String> sheets() {
    List<String> names = new ArrayList<>();
    names.add(this == LIGHT ? "tokens-light.css" : "tokens-dark.css");
    names.add("studio.css");
    names.add("controlsfx-bridge.css");
    if (!Platform.isSupported(ConditionalFeature.TRANSPARENT_WINDOW)) {
      // Without a compositor the shadow of a popup would stand in a white frame.
      names.add("opaque-popups.css");
    }
    return names.stream().map(Theme::sheet).toList();
  }

  /** Dresses a scene; the controls in it follow {@link #install}. */
  public void dress(Scene scene) {
    scene.getStylesheets().setAll(sheets());
  }

  private static String sheet(String name) {
    return Objects.requireNonNull(Theme.class.getResource("/assets/theme/" + name), name)
        .toExternalForm();
  }
}
