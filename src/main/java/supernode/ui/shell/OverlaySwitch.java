package supernode.ui.shell;

import java.util.Locale;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import org.controlsfx.control.SegmentedButton;
import supernode.analysis.Overlay;
import supernode.quantity.Messages;
import supernode.ui.Lifetime;
import supernode.ui.Workspace;

/** Chooses what the drawing is coloured by. */
final class OverlaySwitch extends SegmentedButton {
  OverlaySwitch(Workspace workspace, Messages messages, Lifetime lifetime) {
    setId("overlays");
    ToggleGroup group = new ToggleGroup();
    setToggleGroup(group);
    for (Overlay overlay : Overlay.values()) {
      String key = overlay.name().toLowerCase(Locale.ROOT);
      ToggleButton button = new ToggleButton(messages.say("ui.command.overlay." + key));
      button.setId("overlay-" + key);
      button.setUserData(overlay);
      button.setMinWidth(USE_PREF_SIZE);
      button.setOnAction(_ -> {
        workspace.overlayProperty().set(overlay);
        // A segment cannot be switched off, only left for another.
        button.setSelected(true);
      });
      getButtons().add(button);
      lifetime.watch(workspace.overlayProperty(), o -> button.setSelected(o == overlay));
    }
  }
}
