package supernode.ui.shell;

import java.util.Optional;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import supernode.design.Scenario;
import supernode.quantity.Messages;
import supernode.quantity.Text;
import supernode.ui.ScenarioName;
import supernode.ui.Workspace;

/** Edits a copy of a scenario: cancelling leaves the design as it is. */
final class ScenarioDialog {
  private final Workspace workspace;
  private final Messages messages;
  private final Dressing dressing;

  ScenarioDialog(Studio studio, Dressing dressing) {
    this.workspace = studio.workspace();
    this.messages = studio.messages();
    this.dressing = dressing;
  }

  /** Adds a scenario like the present one under a new name. */
  void add() {
    ScenarioForm form = form(true);
    if (ask("ui.scenario.addTitle", "ui.scenario.addButton", form)
        && workspace.perform(form.edit())) {
      workspace.scenarioProperty().set(form.name());
    }
  }

  void edit() {
    ScenarioForm form = form(false);
    if (ask("ui.scenario.editTitle", "ui.scenario.editButton", form)) {
      workspace.perform(form.edit());
    }
  }

  private ScenarioForm form(boolean adding) {
    return new ScenarioForm(workspace.design(), workspace.scenarioProperty().get(), adding);
  }

  private boolean ask(String title, String button, ScenarioForm form) {
    Dialog<ButtonType> dialog = new Dialog<>();
    dialog.setTitle(messages.say(title));
    String name = ScenarioName.of(messages, workspace.scenarioProperty().get());
    dialog.setHeaderText(messages.say(title + ".header", name));
    ButtonType done = new ButtonType(messages.say(button), ButtonData.OK_DONE);
    ButtonType cancel = new ButtonType(messages.say("ui.cancel"), ButtonData.CANCEL_CLOSE);
    dialog.getDialogPane().getButtonTypes().setAll(done, cancel);
    dialog.getDialogPane().setId("scenario-dialog");
    VBox fields = new VBox(4);
    dialog.getDialogPane().setContent(fields);
    dressing.dress(dialog);
    Button ok = (Button) dialog.getDialogPane().lookupButton(done);
    fill(fields, form, ok);
    ok.addEventFilter(
        ActionEvent.ACTION,
        e -> {
          if (!form.isValid()) {
            e.consume();
          }
        });
    return dialog.showAndWait().filter(done::equals).isPresent();
  }

  private void fill(VBox fields, ScenarioForm form, Button ok) {
    if (form.isAdding()) {
      Label problem = problem();
      TextField name = new TextField();
      name.setId("scenario-name");
      name.textProperty()
          .subscribe(text -> {
            form.setName(text);
            show(problem, text.isEmpty() ? Optional.empty() : form.nameProblem());
            ok.setDisable(!form.isValid());
          });
      fields.getChildren().addAll(label("ui.scenario.name", name), name, problem);
    }
    for (ScenarioForm.Condition condition : ScenarioForm.Condition.values()) {
      Label problem = problem();
      TextField field = new TextField(condition.format(form.value(condition)));
      field.setId("scenario-" + condition.key());
      field
          .textProperty()
          .subscribe((_, text) -> {
            show(problem, form.set(condition, text));
            ok.setDisable(!form.isValid());
          });
      fields.getChildren().addAll(label("ui.scenario." + condition.key(), field), field, problem);
    }
    Scenario scenario = form.scenario();
    if (!scenario.faults().isEmpty()) {
      Label head = new Label(messages.say("ui.scenario.faults"));
      head.getStyleClass().add("section-head");
      fields.getChildren().add(head);
      scenario.faults().forEach(path -> fields.getChildren().add(fault(path, form)));
    }
  }

  private Node fault(String path, ScenarioForm form) {
    CheckBox failed = new CheckBox(path);
    failed.setMnemonicParsing(false);
    failed.setSelected(true);
    failed.selectedProperty().subscribe(on -> form.setFailed(path, on));
    return failed;
  }

  private Label label(String key, Node field) {
    Label label = new Label(messages.say(key));
    label.setLabelFor(field);
    return label;
  }

  private static Label problem() {
    Label problem = new Label();
    problem.getStyleClass().addAll("error-text", "field-problem");
    problem.setWrapText(true);
    problem.setPrefWidth(320);
    return problem;
  }

  private void show(Label problem, Optional<Text> text) {
    problem.setText(text.map(messages::say).orElse(""));
  }
}
