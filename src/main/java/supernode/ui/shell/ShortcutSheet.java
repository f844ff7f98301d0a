package supernode.ui.shell;

import java.util.List;
import java.util.Locale;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import supernode.quantity.Messages;
import supernode.ui.Command;

/** Every shortcut on one card, from the same list that the menus are made of. */
final class ShortcutSheet extends VBox {
  private static final double COLUMN = 268;

  ShortcutSheet(List<Command> commands, Messages messages) {
    setId("shortcuts");
    getStyleClass().addAll("card", "shortcut-sheet");
    setMaxSize(920, Region.USE_PREF_SIZE);
    Label title = new Label(messages.say("ui.command.shortcuts"));
    title.getStyleClass().add("card-title");
    FlowPane columns = new FlowPane();
    columns.setOrientation(Orientation.VERTICAL);
    columns.setHgap(24);
    columns.setVgap(3);
    columns.setPrefWrapLength(480);
    for (Command.Menu menu : Command.Menu.values()) {
      List<Command> shown =
          commands.stream().filter(c -> c.menu() == menu && !c.keys().isEmpty()).toList();
      if (shown.isEmpty()) {
        continue;
      }
      Label head = new Label(messages.say("ui.menu." + menu.name().toLowerCase(Locale.ROOT)));
      head.getStyleClass().add("section-head");
      head.setPrefWidth(COLUMN);
      columns.getChildren().add(head);
      shown.forEach(c -> columns.getChildren().add(row(c, messages)));
    }
    Label mouse = new Label(messages.say("ui.shortcuts.mouse"));
    mouse.getStyleClass().add("secondary");
    mouse.setWrapText(true);
    ScrollPane scroll = new ScrollPane(columns);
    scroll.setFitToHeight(true);
    getChildren().addAll(title, scroll, mouse);
  }

  private static HBox row(Command c, Messages messages) {
    Label label = new Label(messages.say(c.label().getValue()));
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox row = new HBox(6, label, space);
    c.keys().stream()
        .limit(2)
        .forEach(k -> {
          Label keys = new Label(Keys.shown(k));
          keys.getStyleClass().add("key");
          keys.setMinWidth(Region.USE_PREF_SIZE);
          row.getChildren().add(keys);
        });
    row.setAlignment(Pos.CENTER_LEFT);
    row.setPrefWidth(COLUMN);
    return row;
  }
}
