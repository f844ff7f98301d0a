package supernode.ui.panel;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TreeCell;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import supernode.analysis.Severity;
import supernode.design.InstancePath;
import supernode.quantity.Messages;
import supernode.quantity.QuantityFormat;
import supernode.ui.Workspace;

/** One line of the structure tree: name, count, and signs of failure and of findings. */
final class PlaceCell extends TreeCell<PlaceNode> {
  private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");
  private static final PseudoClass ENTERED = PseudoClass.getPseudoClass("entered");

  private final Workspace workspace;
  private final Messages messages;
  private final Supplier<Badges> badges;
  private final Label name = new Label();
  private final Label count = new Label();
  private final FontIcon sign = new FontIcon();
  private final HBox row = new HBox(name, Rows.spring(), sign, count);

  PlaceCell(Workspace workspace, Messages messages, Supplier<Badges> badges) {
    this.workspace = workspace;
    this.messages = messages;
    this.badges = badges;
    name.getStyleClass().add("place-name");
    count.getStyleClass().add("place-count");
    count.setMinWidth(USE_PREF_SIZE);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("place-row");
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(PlaceNode node, boolean empty) {
    super.updateItem(node, empty);
    setText(null);
    if (empty || node == null) {
      setGraphic(null);
      setAccessibleText(null);
      mark(false, false, Optional.empty());
      return;
    }
    Names names = Names.of(workspace);
    switch (node) {
      case PlaceNode.One(InstancePath path) -> {
        boolean among =
            getTreeItem() != null
                && getTreeItem().getParent() != null
                && getTreeItem().getParent().getValue() instanceof PlaceNode.Some;
        name.setText(among ? path.last().toString() : names.at(path));
        count.setText("");
      }
      case PlaceNode.Some some -> {
        InstancePath first = some.parent().child(some.placement(), some.first());
        name.setText(
            some.whole()
                ? names.at(first)
                : some.placement() + "[" + some.first() + ".." + (some.end() - 1) + "]");
        count.setText("× " + QuantityFormat.number(some.count()));
      }
    }
    boolean failed = badges.get().failed(node);
    boolean entered = node.equals(new PlaceNode.One(workspace.enteredProperty().get()));
    mark(failed, entered, badges.get().worst(node));
    setAccessibleText(spoken(failed, badges.get().worst(node)));
    setGraphic(row);
  }

  private void mark(boolean failed, boolean entered, Optional<Severity> worst) {
    pseudoClassStateChanged(FAILED, failed);
    pseudoClassStateChanged(ENTERED, entered);
    sign.getStyleClass().removeIf(c -> c.startsWith("severity-"));
    Rows.show(sign, failed || worst.isPresent());
    if (failed) {
      sign.setIconCode(Feather.SLASH);
      sign.getStyleClass().add("severity-error");
    } else {
      worst.ifPresent(severity -> {
        sign.setIconCode(SeveritySign.icon(severity));
        sign.getStyleClass().add(SeveritySign.styleClass(severity));
      });
    }
  }

  private String spoken(boolean failed, Optional<Severity> worst) {
    String text = name.getText() + " " + count.getText();
    if (failed) {
      return text + ", " + messages.say("panel.failed");
    }
    return worst.map(s -> text + ", " + messages.say(SeveritySign.word(s))).orElse(text);
  }
}
