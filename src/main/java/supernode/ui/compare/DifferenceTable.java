package supernode.ui.compare;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;
import supernode.analysis.Comparison;
import supernode.quantity.Messages;
import supernode.quantity.Quantity;
import supernode.quantity.QuantityFormat;

/**
 * Line by line what each design has, how far it is from the first, and who is ahead: by a star and
 * by weight, not by colour alone.
 */
final class DifferenceTable extends TableView<Comparison.Line> {
  private static final String NONE = "–";
  private static final double NAME_WIDTH = 220;
  private static final double VALUE_WIDTH = 170;

  private final Messages messages;

  DifferenceTable(Messages messages) {
    this.messages = messages;
    setId("differences");
    getStyleClass().add("differences");
    setPlaceholder(new Label());
    setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
  }

  void show(Comparison comparison) {
    getColumns().clear();
    TableColumn<Comparison.Line, String> name =
        new TableColumn<>(messages.say("ui.compare.figure"));
    name.setCellValueFactory(
        row -> new ReadOnlyObjectWrapper<>(messages.say(row.getValue().label())));
    name.setPrefWidth(NAME_WIDTH);
    name.setSortable(false);
    getColumns().add(name);
    for (int i = 0; i < comparison.names().size(); i++) {
      getColumns().add(column(comparison.names().get(i), i));
    }
    getItems().setAll(comparison.lines());
  }

  void clear() {
    getItems().clear();
    getColumns().clear();
  }

  private TableColumn<Comparison.Line, Comparison.Line> column(String title, int design) {
    TableColumn<Comparison.Line, Comparison.Line> column = new TableColumn<>(title);
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
    column.setCellFactory(_ -> new Cell(design));
    column.setPrefWidth(VALUE_WIDTH);
    column.getStyleClass().add("value-column");
    column.setSortable(false);
    return column;
  }

  /** The value of a line; with a star where it is ahead, and told where it is a guess. */
  private String value(Comparison.Line line, int design) {
    OptionalDouble value = line.values().get(design);
    String text =
        value.isPresent() ? new Quantity(value.getAsDouble(), line.dimension()).toString() : NONE;
    if (value.isPresent() && line.assumed().contains(design)) {
      text = messages.say("report.assumedValue", text);
    }
    return line.winner().equals(OptionalInt.of(design)) ? "★ " + text : text;
  }

  /** For example "+4.2 TB/s · × 1.25"; empty of the first design. */
  static String difference(Comparison.Line line, int design) {
    OptionalDouble difference = line.difference(design);
    if (difference.isEmpty()) {
      return "";
    }
    double d = difference.getAsDouble();
    String size = new Quantity(Math.abs(d), line.dimension()).toString();
    String signed = d == 0 ? "=" : (d > 0 ? "+" : "−") + size;
    OptionalDouble ratio = line.ratio(design);
    return d == 0 || ratio.isEmpty()
        ? signed
        : signed + " · × " + QuantityFormat.number(ratio.getAsDouble());
  }

  private final class Cell extends TableCell<Comparison.Line, Comparison.Line> {
    private final int design;
    private final Label value = new Label();
    private final Label difference = new Label();
    private final VBox both = new VBox(value, difference);

    Cell(int design) {
      this.design = design;
      value.getStyleClass().add("number");
      difference.getStyleClass().add("secondary");
      both.setAlignment(Pos.CENTER_RIGHT);
    }

    @Override
    protected void updateItem(Comparison.Line line, boolean empty) {
      super.updateItem(line, empty);
      setText(null);
      if (empty || line == null) {
        setGraphic(null);
        return;
      }
      boolean best = line.winner().equals(OptionalInt.of(design));
      value.setText(value(line, design));
      value.getStyleClass().removeAll(List.of("best"));
      if (best) {
        value.getStyleClass().add("best");
      }
      difference.setText(difference(line, design));
      difference.setManaged(!difference.getText().isEmpty());
      setAccessibleText(
          value.getText()
              + " "
              + difference.getText()
              + (best ? ", " + messages.say("ui.compare.best") : ""));
      setGraphic(both);
    }
  }
}
