package supernode.ui.panel;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import supernode.analysis.Analysis;
import supernode.analysis.Finding;
import supernode.quantity.Messages;
import supernode.quantity.Text;
import supernode.ui.Lifetime;
import supernode.ui.Selection;
import supernode.ui.Workspace;

/** What is wrong or worth knowing, worst first; choosing a finding selects the places it names. */
public final class FindingsPanel extends VBox {
  private final Workspace workspace;
  private final Messages messages;
  private final ListView<Finding> list = new ListView<>();
  private final Label count = Rows.label("", "panel-count");
  private final Label placeholder = Rows.prose("", "empty-note");
  private boolean filling;
  private List<Boolean> shownFresh = List.of();

  public FindingsPanel(Workspace workspace, Messages messages, Lifetime lifetime) {
    this.workspace = workspace;
    this.messages = messages;
    PanelSheet.dress(this);
    getStyleClass().addAll("studio-panel", "findings-panel");
    Label title = Rows.label(messages.say("panel.findings.title"), "panel-title");
    title.setLabelFor(list);
    HBox head = new HBox(title, count);
    head.getStyleClass().add("panel-head");
    list.setId("findings-list");
    list.setAccessibleText(messages.say("panel.findings.title"));
    list.setPlaceholder(placeholder);
    list.setCellFactory(_ -> new FindingCell(workspace, messages));
    list.getSelectionModel().selectedItemProperty().subscribe(this::choose);
    list.setOnMouseClicked(_ -> choose(list.getSelectionModel().getSelectedItem()));
    list.addEventHandler(
        KeyEvent.KEY_PRESSED,
        e -> {
          Finding finding = list.getSelectionModel().getSelectedItem();
          if (finding != null && e.getCode() == KeyCode.ENTER && !finding.mends().isEmpty()) {
            workspace.perform(finding.mends().getFirst().edit());
            e.consume();
          }
        });
    setVgrow(list, Priority.ALWAYS);
    getChildren().addAll(head, list);
    lifetime.watchAll(
        this::show,
        workspace.analysisProperty(),
        workspace.workloadsProperty(),
        workspace.work().stateProperty(),
        workspace.worth().lossesProperty());
  }

  private void show() {
    Analysis analysis = workspace.analysisProperty().get();
    List<Finding> findings = analysis == null ? List.of() : workspace.findings();
    placeholder.setText(nothing(analysis));
    count.setText(findings.isEmpty() ? "" : String.valueOf(findings.size()));
    if (!list.getItems().equals(findings)) {
      filling = true;
      list.getItems().setAll(findings);
      filling = false;
    }
    List<Boolean> fresh = findings.stream().map(workspace::isFresh).toList();
    if (!fresh.equals(shownFresh)) {
      shownFresh = fresh;
      list.refresh();
    }
  }

  /** What an empty list means. */
  private String nothing(Analysis analysis) {
    if (analysis == null) {
      return messages.say("panel.now.notYet");
    }
    Optional<Text> unchecked = analysis.model().whyNot();
    if (unchecked.isPresent()) {
      return messages.say("panel.findings.unchecked", messages.say(unchecked.get()));
    }
    return messages.say(
        workspace.worth().isLooking() ? "panel.findings.looking" : "panel.findings.none");
  }

  private void choose(Finding finding) {
    if (finding == null || filling) {
      return;
    }
    if (!finding.places().isEmpty()) {
      workspace.select(Selection.of(finding.places()));
    }
    workspace.work().of(finding).ifPresent(workspace.work()::look);
  }
}
