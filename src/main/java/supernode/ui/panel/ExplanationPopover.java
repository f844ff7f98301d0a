package supernode.ui.panel;

import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;
import supernode.analysis.Explanation;
import supernode.quantity.Messages;
import supernode.ui.Selection;
import supernode.ui.Workspace;

/** Shows where a number comes from beside the number itself. */
public final class ExplanationPopover {
  private static final double WIDTH = 420;

  private final Messages messages;
  private final ExplanationTree tree;
  private final PopOver popOver;

  public ExplanationPopover(Workspace workspace, Messages messages) {
    this.messages = messages;
    tree = new ExplanationTree(messages, place -> workspace.select(Selection.of(place)));
    tree.setPrefWidth(WIDTH);
    Button copy = Rows.button(messages.say("panel.why.copy"), "quiet-button", this::copy);
    HBox foot = new HBox(Rows.label(messages.say("panel.why.hint"), "hint"), Rows.spring(), copy);
    foot.getStyleClass().add("popover-foot");
    VBox content = new VBox(tree, foot);
    content.getStyleClass().addAll("studio-panel", "explanation-popover");
    PanelSheet.dress(content);
    popOver = new PopOver(content);
    popOver.setAnimated(false);
    popOver.setDetachable(false);
    popOver.setArrowLocation(PopOver.ArrowLocation.RIGHT_TOP);
  }

  /** Shows a derivation beside a node of the window; an open one gives way to it. */
  public void show(Node owner, Explanation explanation) {
    tree.show(explanation);
    popOver.setTitle(messages.say(explanation.label()));
    if (popOver.isShowing()) {
      popOver.hide();
    }
    popOver.show(owner);
    tree.requestFocus();
  }

  public void hide() {
    popOver.hide();
  }

  private void copy() {
    Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, tree.plain()));
  }
}
