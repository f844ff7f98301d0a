package supernode.ui.panel;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import supernode.design.Fabric;
import supernode.design.Routing;
import supernode.design.Routings;
import supernode.design.Scenario;
import supernode.design.Traffic;
import supernode.design.TrafficPattern;
import supernode.quantity.Messages;
import supernode.quantity.Text;
import supernode.ui.Workspace;

/** What a fabric carries in the scenario, on one line; opened, how that and its routing change. */
final class FabricRow extends VBox {
  private final Workspace workspace;
  private final Messages messages;
  private final Fabric fabric;
  private final Hyperlink summary;
  private Optional<FabricChoices> choices = Optional.empty();
  private boolean open;

  FabricRow(Workspace workspace, Messages messages, Fabric fabric) {
    this.workspace = workspace;
    this.messages = messages;
    this.fabric = fabric;
    setId("fabric-" + fabric.key());
    String name = messages.say("fabric." + fabric.key());
    summary = Rows.link("", "traffic-summary", this::turn);
    summary.setWrapText(true);
    Label label = Rows.label(name, "row-label");
    label.setMinWidth(USE_PREF_SIZE);
    HBox row = new HBox(label, Rows.spring(), summary);
    row.getStyleClass().add("traffic-row");
    row.setAlignment(Pos.CENTER_LEFT);
    getChildren().add(row);
  }

  Fabric fabric() {
    return fabric;
  }

  void show(Scenario scenario) {
    String sent = messages.say(label(sent(scenario)));
    Routing routing = workspace.design().routing(fabric);
    // What every fabric has at first is not said of each.
    String words =
        routing.equals(Routings.DEFAULT)
            ? sent
            : sent + " · " + messages.say("routing." + routing.key());
    summary.setText((open ? "▾ " : "▸ ") + words);
    summary.setAccessibleText(messages.say("fabric." + fabric.key()) + ", " + words);
    choices.ifPresent(c -> {
      Rows.show(c, open);
      if (open) {
        c.show(scenario);
      }
    });
  }

  private void turn() {
    open = !open;
    if (open && choices.isEmpty()) {
      FabricChoices made = new FabricChoices(workspace, messages, fabric);
      choices = Optional.of(made);
      getChildren().add(made);
    }
    show(scenario());
  }

  private Scenario scenario() {
    return workspace
        .design()
        .scenarios()
        .getOrDefault(workspace.scenarioProperty().get(), Scenario.DEFAULT);
  }

  private List<Traffic> sent(Scenario scenario) {
    return scenario.traffic().stream().filter(t -> t.fabric() == fabric).toList();
  }

  /** What is sent, in a few words; all-to-all where nothing is said. */
  private static Text label(List<Traffic> sent) {
    if (sent.size() > 1) {
      return Text.of("traffic.together", sent.size());
    }
    TrafficPattern pattern =
        sent.isEmpty() ? new TrafficPattern.AllToAll() : sent.getFirst().pattern();
    Text name = Text.of("traffic." + pattern.key());
    String numbers = pattern.numbersText();
    return numbers.isEmpty() ? name : Text.of("traffic.with", name, numbers);
  }
}
