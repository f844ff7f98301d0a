package supernode.ui.panel;

import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import supernode.analysis.Result;
import supernode.quantity.Messages;
import supernode.quantity.Text;
import supernode.ui.Workspace;

/** Key numbers beside their charts; a click on one asks where it comes from. */
public final class WorthNumbers extends VBox {
  private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

  private final Workspace workspace;
  private final Messages messages;
  private final ResultRows rows;
  private final Label note = Rows.prose("", "section-note");
  private final VBox remarks = new VBox();
  private final VBox content;
  private Optional<ExplanationPopover> popover = Optional.empty();

  /**
   * @param head what stands above the numbers
   */
  public WorthNumbers(Workspace workspace, Messages messages, String id, List<Node> head) {
    this.workspace = workspace;
    this.messages = messages;
    setId(id);
    getStyleClass().addAll("chart-card", "workload-numbers");
    rows = new ResultRows(messages, this::ask);
    content = new VBox(note, rows, remarks);
    content.getStyleClass().add("workload-content");
    ScrollPane scroll = new ScrollPane(content);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("chart-scroll");
    setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(head);
    getChildren().add(scroll);
  }

  /**
   * Shows numbers.
   *
   * @param said above them; empty for nothing
   * @param below sentences under them
   */
  public void show(List<Result> results, Optional<Text> said, List<Text> below, boolean stale) {
    note.setText(said.map(messages::say).orElse(""));
    Rows.show(note, said.isPresent());
    rows.show(results, _ -> Optional.empty());
    remarks
        .getChildren()
        .setAll(
            below.stream().map(t -> (Node) Rows.prose(messages.say(t), "section-note")).toList());
    content.pseudoClassStateChanged(STALE, stale);
  }

  private void ask(Result result) {
    ExplanationPopover made = popover.orElseGet(() -> new ExplanationPopover(workspace, messages));
    popover = Optional.of(made);
    made.show(rows, result.explanation().get());
  }
}
