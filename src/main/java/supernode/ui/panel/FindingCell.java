package supernode.ui.panel;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import supernode.analysis.Finding;
import supernode.analysis.Proposal;
import supernode.analysis.SizeWish;
import supernode.design.edit.Edit;
import supernode.quantity.Messages;
import supernode.ui.Selection;
import supernode.ui.Workspace;

/** One finding: how bad, what, where, and the ways out as buttons. */
final class FindingCell extends ListCell<Finding> {
  private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");
  private static final int PLACES = 3;

  private final Workspace workspace;
  private final Messages messages;
  private final Region bar = new Region();
  private final FontIcon icon = new FontIcon();
  private final Label word = Rows.label("", "severity-word");
  private final Label sentence = Rows.prose("", "finding-text");
  private final FlowPane ways = new FlowPane();
  private final VBox body = new VBox(new HBox(icon, word), sentence, ways);
  private final HBox row = new HBox(bar, body);

  FindingCell(Workspace workspace, Messages messages) {
    this.workspace = workspace;
    this.messages = messages;
    bar.getStyleClass().add("severity-bar");
    row.getStyleClass().add("finding-row");
    body.getStyleClass().add("finding-body");
    ways.getStyleClass().add("finding-ways");
    HBox.setHgrow(body, Priority.ALWAYS);
    ((HBox) body.getChildren().getFirst()).setAlignment(Pos.CENTER_LEFT);
    ((HBox) body.getChildren().getFirst()).getStyleClass().add("severity-line");
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(Finding finding, boolean empty) {
    super.updateItem(finding, empty);
    getStyleClass().removeIf(c -> c.startsWith("severity-"));
    pseudoClassStateChanged(STALE, !empty && finding != null && !workspace.isFresh(finding));
    if (empty || finding == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    getStyleClass().add(SeveritySign.styleClass(finding.severity()));
    icon.setIconCode(SeveritySign.icon(finding.severity()));
    icon.getStyleClass().setAll("ikonli-font-icon", SeveritySign.styleClass(finding.severity()));
    word.setText(messages.say(SeveritySign.word(finding.severity())));
    sentence.setText(messages.say(finding.text()));
    ways.getChildren().clear();
    finding.places().stream()
        .limit(PLACES)
        .forEach(place ->
            ways.getChildren()
                .add(Rows.link(place, "place-link", () -> workspace.select(Selection.of(place)))));
    int more = finding.places().size() - PLACES;
    if (more > 0) {
      ways.getChildren()
          .add(
              Rows.link(
                  messages.say("panel.findings.more", more),
                  "place-link",
                  () -> workspace.select(Selection.of(finding.places()))));
    }
    workspace
        .work()
        .of(finding)
        .ifPresent(name ->
            ways.getChildren()
                .add(Rows.link(name, "place-link", () -> workspace.work().look(name))));
    for (Finding.Mend mend : finding.mends()) {
      Edit edit = mend.edit();
      ways.getChildren()
          .add(Rows.button(messages.say(mend.text()), "mend-way", () -> workspace.perform(edit)));
    }
    finding.sizes().forEach(wish -> ways.getChildren().add(size(wish)));
    setAccessibleText(word.getText() + ": " + sentence.getText());
    setGraphic(row);
  }

  /** As high as its row is at that width: a cell by itself takes the row at its widest. */
  @Override
  protected double computePrefHeight(double width) {
    if (getGraphic() != row || width <= 0) {
      return super.computePrefHeight(width);
    }
    double inner = width - snappedLeftInset() - snappedRightInset();
    return snapSizeY(snappedTopInset() + row.prefHeight(inner) + snappedBottomInset());
  }

  /** Works a size out, then offers it: what it comes to is read before it is taken. */
  private Button size(SizeWish wish) {
    Button way = Rows.button(messages.say(wish.text()) + " …", "mend-way", () -> {});
    way.setId("size-" + wish.key());
    way.setOnAction(_ -> {
      way.setDisable(true);
      way.setText(messages.say("panel.sizing.working"));
      workspace.size(wish::of, proposal -> offer(way, wish, proposal));
    });
    return way;
  }

  private void offer(Button way, SizeWish wish, Optional<Proposal> proposal) {
    way.setText(
        proposal
            .map(p -> messages.say(p.text()))
            .orElseGet(() -> messages.say("panel.findings.sizeNone", wish.text())));
    way.setDisable(proposal.isEmpty());
    proposal.ifPresent(p -> way.setOnAction(_ -> workspace.perform(p.edit())));
  }
}
