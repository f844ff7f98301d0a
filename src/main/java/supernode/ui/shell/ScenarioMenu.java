package supernode.ui.shell;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.kordamp.ikonli.javafx.FontIcon;
import supernode.design.Design;
import supernode.design.edit.Edit;
import supernode.quantity.Messages;
import supernode.ui.Command;
import supernode.ui.Lifetime;
import supernode.ui.ScenarioName;
import supernode.ui.Workspace;

/** Chooses the scenario that is looked at; adds, edits and removes scenarios. */
final class ScenarioMenu extends MenuButton {
  private final Workspace workspace;
  private final Messages messages;
  private final List<Command> commands;

  /**
   * @param commands what can be done with scenarios, under the list
   */
  ScenarioMenu(Workspace workspace, Messages messages, List<Command> commands, Lifetime lifetime) {
    this.workspace = workspace;
    this.messages = messages;
    this.commands = commands;
    setId("scenarios");
    setGraphic(new FontIcon("fth-cloud"));
    setAccessibleText(messages.say("ui.scenario.title"));
    lifetime.watchAll(this::fill, workspace.scenarioProperty(), workspace.designProperty());
  }

  private void fill() {
    String chosen = workspace.scenarioProperty().get();
    setText(ScenarioName.of(messages, chosen));
    List<MenuItem> items = new ArrayList<>();
    for (String scenario : workspace.design().scenarios().keySet()) {
      RadioMenuItem item = new RadioMenuItem(ScenarioName.of(messages, scenario));
      item.setMnemonicParsing(false);
      item.setSelected(scenario.equals(chosen));
      item.setOnAction(_ -> workspace.scenarioProperty().set(scenario));
      items.add(item);
    }
    items.add(new SeparatorMenuItem());
    for (Command c : commands) {
      MenuItem item = new MenuItem(messages.say(c.label().getValue()));
      item.setGraphic(new FontIcon(c.icon()));
      item.setOnAction(_ -> c.run());
      items.add(item);
    }
    if (!chosen.equals(Design.DEFAULT_SCENARIO)) {
      MenuItem remove =
          new MenuItem(messages.say("ui.scenario.remove", chosen), new FontIcon("fth-trash-2"));
      remove.setOnAction(_ -> workspace.perform(new Edit.RemoveScenario(chosen)));
      items.add(remove);
    }
    getItems().setAll(items);
  }
}
