package supernode.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.event.ActionEvent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.kordamp.ikonli.javafx.FontIcon;
import supernode.quantity.Messages;
import supernode.ui.Command;
import supernode.ui.Lifetime;
import supernode.ui.Tip;

/** Makes menus and buttons of commands. */
final class CommandControls {
  private static final PseudoClass ON = PseudoClass.getPseudoClass("on");

  private final Messages messages;
  private final Lifetime lifetime;

  CommandControls(Messages messages, Lifetime lifetime) {
    this.messages = messages;
    this.lifetime = lifetime;
  }

  /** One menu for each group that has commands. */
  MenuBar menuBar(List<Command> commands) {
    MenuBar bar = new MenuBar();
    bar.setUseSystemMenuBar(true);
    for (Command.Menu group : Command.Menu.values()) {
      Menu menu = new Menu(messages.say("ui.menu." + group.name().toLowerCase(Locale.ROOT)));
      menu.setId("menu-" + group.name().toLowerCase(Locale.ROOT));
      menu.getItems().setAll(items(commands.stream().filter(c -> c.menu() == group).toList()));
      if (!menu.getItems().isEmpty()) {
        bar.getMenus().add(menu);
      }
    }
    return bar;
  }

  List<MenuItem> items(List<Command> commands) {
    List<MenuItem> items = new ArrayList<>();
    for (Command c : commands) {
      if (c.startsGroup() && !items.isEmpty()) {
        items.add(new SeparatorMenuItem());
      }
      items.add(item(c));
    }
    return items;
  }

  private MenuItem item(Command c) {
    MenuItem item;
    if (c.isSwitch()) {
      CheckMenuItem check = new CheckMenuItem();
      lifetime.watch(c.chosen(), check::setSelected);
      // The item turns itself over when clicked; what it shows is for the command to say.
      check.addEventHandler(ActionEvent.ACTION, _ -> check.setSelected(c.chosen().get()));
      item = check;
    } else {
      item = new MenuItem();
    }
    item.setId("menu-" + c.id().replace('.', '-'));
    lifetime.watch(c.label(), text -> item.setText(messages.say(text)));
    lifetime.watch(c.enabled(), on -> item.setDisable(!on));
    if (!c.keys().isEmpty()) {
      item.setAccelerator(c.keys().getFirst());
    }
    if (!c.icon().isEmpty()) {
      item.setGraphic(new FontIcon(c.icon()));
    }
    item.setOnAction(_ -> c.run());
    return item;
  }

  /** A submenu whose items are made when it opens. */
  static Menu lateMenu(String text, Supplier<List<MenuItem>> items) {
    Menu menu = new Menu(text);
    MenuItem first = new MenuItem();
    menu.getItems().add(first);
    menu.setOnShowing(_ -> menu.getItems().setAll(items.get()));
    return menu;
  }

  /** A button that shows the sign alone; the words are its tooltip. */
  Button iconButton(Command c) {
    Button button = new Button();
    button.setId("button-" + c.id().replace('.', '-'));
    button.setGraphic(new FontIcon(c.icon()));
    button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    button.getStyleClass().addAll("icon-button");
    button.setFocusTraversable(true);
    Tip tip = Tip.on(button);
    lifetime.watch(
        c.label(),
        text -> {
          String words = messages.say(text);
          button.setAccessibleText(words);
          tip.say(c.keys().isEmpty() ? words : words + "   " + Keys.shown(c));
        });
    lifetime.watch(c.enabled(), on -> button.setDisable(!on));
    if (c.isSwitch()) {
      lifetime.watch(c.chosen(), on -> button.pseudoClassStateChanged(ON, on));
    }
    button.setOnAction(_ -> c.run());
    return button;
  }
}
