package supernode.ui.panel;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import supernode.analysis.Explanation;
import supernode.quantity.Messages;

/**
 * A derivation as a tree: the number, its formula, what goes in, and the sources. What limits the
 * number is marked and opened. A line that belongs to a place leads there by double click or Enter.
 */
final class ExplanationTree extends TreeView<ExplanationLine> {
  private static final PseudoClass LIMITING = PseudoClass.getPseudoClass("limiting");
  private static final double ROW = 22;
  private static final int OPENED_DEPTH = 2;

  private final Messages messages;

  /**
   * @param go shows a place
   */
  ExplanationTree(Messages messages, Consumer<String> go) {
    this.messages = messages;
    getStyleClass().add("explanation-tree");
    setFixedCellSize(ROW);
    setShowRoot(true);
    setAccessibleText(messages.say("panel.why.spoken"));
    setCellFactory(_ -> new Cell(messages));
    addEventFilter(
        MouseEvent.MOUSE_CLICKED,
        e -> {
          if (e.getClickCount() == 2) {
            place().ifPresent(go);
          }
        });
    addEventFilter(
        KeyEvent.KEY_PRESSED,
        e -> {
          if (e.getCode() == KeyCode.ENTER) {
            place().ifPresent(go);
          }
        });
    prefHeightProperty()
        .bind(
            Bindings.createDoubleBinding(
                () -> Math.min(16, getExpandedItemCount()) * ROW + 4, expandedItemCountProperty()));
    setMinHeight(USE_PREF_SIZE);
  }

  void show(Explanation explanation) {
    ExplanationLine line = ExplanationLine.of(explanation, messages);
    if (getRoot() == null || !getRoot().getValue().equals(line)) {
      setRoot(item(line, 0, Optional.ofNullable(getRoot())));
    }
  }

  /** The whole derivation as text. */
  String plain() {
    return getRoot() == null ? "" : getRoot().getValue().plain(messages);
  }

  private Optional<String> place() {
    TreeItem<ExplanationLine> item = getSelectionModel().getSelectedItem();
    return Optional.ofNullable(item).map(i -> i.getValue().place()).filter(p -> !p.isEmpty());
  }

  // What was opened stays open when the same number is derived again.
  private static TreeItem<ExplanationLine> item(
      ExplanationLine line, int depth, Optional<TreeItem<ExplanationLine>> before) {
    Optional<TreeItem<ExplanationLine>> same =
        before.filter(b -> b.getValue().text().equals(line.text()));
    TreeItem<ExplanationLine> item = new TreeItem<>(line);
    for (int i = 0; i < line.below().size(); i++) {
      int at = i;
      item.getChildren()
          .add(
              item(
                  line.below().get(i),
                  depth + 1,
                  same.filter(b -> at < b.getChildren().size()).map(b -> b.getChildren().get(at))));
    }
    item.setExpanded(
        same.map(TreeItem::isExpanded).orElse(depth < OPENED_DEPTH || line.limiting()));
    return item;
  }

  /** A line: text, value, the mark of what limits. */
  private static final class Cell extends TreeCell<ExplanationLine> {
    private final Messages messages;
    private final Label text = new Label();
    private final Label value = new Label();
    private final FontIcon limit = new FontIcon(Feather.CHEVRONS_LEFT);
    private final HBox row = new HBox(text, Rows.spring(), value, limit);

    Cell(Messages messages) {
      this.messages = messages;
      row.setAlignment(Pos.CENTER_LEFT);
      row.getStyleClass().add("explanation-row");
      text.getStyleClass().add("explanation-text");
      value.getStyleClass().add("explanation-value");
      value.setMinWidth(USE_PREF_SIZE);
      limit.getStyleClass().add("limiting-icon");
      HBox.setHgrow(text, Priority.SOMETIMES);
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(ExplanationLine line, boolean empty) {
      super.updateItem(line, empty);
      getStyleClass().removeIf(c -> c.startsWith("line-"));
      if (empty || line == null) {
        setGraphic(null);
        setTooltip(null);
        setAccessibleText(null);
        pseudoClassStateChanged(LIMITING, false);
        return;
      }
      getStyleClass()
          .add(
              switch (line.kind()) {
                case NUMBER -> "line-number";
                case FORMULA -> "line-formula";
                case SOURCE -> "line-source";
              });
      text.setText(line.text());
      value.setText(line.value());
      Rows.show(limit, line.limiting());
      pseudoClassStateChanged(LIMITING, line.limiting());
      String place = line.place().isEmpty() ? "" : "\n" + line.place();
      String limits = line.limiting() ? "\n" + messages.say("panel.why.limits") : "";
      setTooltip(new javafx.scene.control.Tooltip(line.text() + place + limits));
      setAccessibleText(line.text() + " " + line.value() + limits);
      setGraphic(row);
    }
  }
}
