package supernode.ui.shell;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import supernode.quantity.Messages;
import supernode.store.Samples;
import supernode.ui.Command;
import supernode.ui.Lifetime;

/** The menu bar: the commands, and what can be opened. */
final class MenuShelf {
  private final Studio studio;
  private final Documents documents;
  private final Messages messages;
  private final Lifetime lifetime;

  MenuShelf(Studio studio, Documents documents, Messages messages, Lifetime lifetime) {
    this.studio = studio;
    this.documents = documents;
    this.messages = messages;
    this.lifetime = lifetime;
  }

  MenuBar menuBar(List<Command> commands) {
    MenuBar bar = new CommandControls(messages, lifetime).menuBar(commands);
    Menu file = bar.getMenus().getFirst();
    Menu recent = CommandControls.lateMenu(messages.say("ui.menu.recent"), this::recent);
    Menu samples = CommandControls.lateMenu(messages.say("ui.menu.samples"), this::samples);
    // After "New" and "Open".
    file.getItems().addAll(2, List.of(recent, samples));
    return bar;
  }

  private List<MenuItem> recent() {
    List<MenuItem> items = new ArrayList<>();
    for (Path path : studio.settings().recentFiles()) {
      items.add(item(path.toString(), () -> documents.open(path)));
    }
    return orNothing(items);
  }

  private List<MenuItem> samples() {
    List<MenuItem> items = new ArrayList<>();
    for (Samples.Group group : documents.files().samples()) {
      Menu menu = new Menu(messages.say("ui.samples." + group.key()));
      menu.setMnemonicParsing(false);
      for (String sample : group.names()) {
        String key = "ui.sample." + sample + ".name";
        String name = messages.has(key) ? messages.say(key) : sample;
        menu.getItems().add(item(name, () -> documents.openSample(sample)));
      }
      items.add(menu);
    }
    return orNothing(items);
  }

  private List<MenuItem> orNothing(List<MenuItem> items) {
    if (items.isEmpty()) {
      MenuItem nothing = new MenuItem(messages.say("ui.menu.nothing"));
      nothing.setDisable(true);
      items.add(nothing);
    }
    return items;
  }

  private static MenuItem item(String text, Runnable action) {
    MenuItem item = new MenuItem(text);
    item.setMnemonicParsing(false);
    item.setOnAction(_ -> action.run());
    return item;
  }
}
