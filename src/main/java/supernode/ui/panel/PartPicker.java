package supernode.ui.panel;

import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import org.kordamp.ikonli.javafx.FontIcon;
import supernode.catalog.Part;
import supernode.figure.Palette;
import supernode.quantity.Messages;
import supernode.ui.canvas.FxColors;

/** A part chosen from a list that can be searched, each with the figures that it is known by. */
public final class PartPicker extends StackPane {
  private static final double LIST_HEIGHT = 300;
  private static final double LEAST_WIDTH = 340;

  private final List<Part> parts;
  private final Messages messages;
  private final FxColors colors;
  private final Consumer<Part> chosen;
  private final Label name = new Label();
  private final Label figures = new Label();
  private final Button button = new Button();

  /**
   * @param chosen called with what the user chooses
   */
  public PartPicker(List<Part> parts, Messages messages, Palette palette, Consumer<Part> chosen) {
    this.parts = parts;
    this.messages = messages;
    this.colors = new FxColors(palette);
    this.chosen = chosen;
    name.getStyleClass().add("entry-name");
    figures.getStyleClass().add("entry-figures");
    HBox face =
        new HBox(8, new VBox(name, figures), Rows.spring(), new FontIcon("fth-chevron-down"));
    face.setAlignment(Pos.CENTER_LEFT);
    button.setGraphic(face);
    button.setMaxWidth(Double.MAX_VALUE);
    button.getStyleClass().add("part-picker");
    face.prefWidthProperty().bind(button.widthProperty().subtract(24));
    button.setOnAction(_ -> open());
    getChildren().add(button);
  }

  public void setButtonId(String id) {
    button.setId(id);
  }

  public void show(Part part) {
    name.setText(part.name());
    figures.setText(KeyFigures.of(part, messages));
    button.setAccessibleText(name.getText() + ", " + figures.getText());
  }

  private void open() {
    Popup made = new Popup();
    made.setAutoHide(true);
    ListView<Part> list = new ListView<>();
    list.setId("picker-list");
    list.setCellFactory(_ -> new Cell());
    list.setPlaceholder(new Label(messages.say("ui.picker.none")));
    list.setPrefHeight(LIST_HEIGHT);
    TextField search = new TextField();
    search.setId("picker-search");
    search.setPromptText(messages.say("ui.picker.search"));
    search
        .textProperty()
        .subscribe(typed -> {
          list.getItems().setAll(answers(typed));
          list.getSelectionModel().selectFirst();
        });
    search.addEventFilter(KeyEvent.KEY_PRESSED, e -> steer(e, list, made));
    list.setOnMouseClicked(_ -> take(list, made));
    list.setFocusTraversable(false);
    VBox card = new VBox(6, search, list);
    card.getStyleClass().addAll("card", "picker-card");
    card.setPrefWidth(Math.max(LEAST_WIDTH, button.getWidth()));
    card.getStylesheets().setAll(getScene().getRoot().getStylesheets());
    card.setStyle(getScene().getRoot().getStyle());
    made.getContent().add(card);
    Bounds at = button.localToScreen(button.getBoundsInLocal());
    made.show(button, at.getMinX(), at.getMaxY() + 2);
    search.requestFocus();
  }

  private void steer(KeyEvent e, ListView<Part> list, Popup open) {
    int step = e.getCode() == KeyCode.DOWN ? 1 : e.getCode() == KeyCode.UP ? -1 : 0;
    if (step != 0) {
      int next =
          Math.clamp(
              list.getSelectionModel().getSelectedIndex() + step,
              0,
              Math.max(0, list.getItems().size() - 1));
      list.getSelectionModel().select(next);
      list.scrollTo(Math.max(0, next - 2));
      e.consume();
    } else if (e.getCode() == KeyCode.ENTER) {
      take(list, open);
      e.consume();
    } else if (e.getCode() == KeyCode.ESCAPE) {
      open.hide();
      e.consume();
    }
  }

  private void take(ListView<Part> list, Popup open) {
    Part part = list.getSelectionModel().getSelectedItem();
    if (part != null) {
      open.hide();
      show(part);
      chosen.accept(part);
      button.requestFocus();
    }
  }

  private List<Part> answers(String typed) {
    return parts.stream()
        .filter(p -> score(typed, p) > 0)
        .sorted(Comparator.comparingInt((Part p) -> score(typed, p)).reversed())
        .toList();
  }

  private static int score(String typed, Part part) {
    return Ranking.score(typed, part.name(), List.of(part.id(), part.vendor()));
  }

  private final class Cell extends ListCell<Part> {
    private final PartIcon icon = new PartIcon(new SimpleObjectProperty<>(colors));
    private final Label title = Rows.label("", "entry-name");
    private final Label line = Rows.label("", "entry-figures");
    private final HBox row = new HBox(8, icon, new VBox(title, line));

    Cell() {
      row.setAlignment(Pos.CENTER_LEFT);
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(Part part, boolean empty) {
      super.updateItem(part, empty);
      if (empty || part == null) {
        setGraphic(null);
        return;
      }
      icon.show(new PaletteRow.Face.OfPart(part));
      title.setText(part.name());
      line.setText(KeyFigures.of(part, messages));
      setAccessibleText(part.name() + ", " + line.getText());
      setGraphic(row);
    }
  }
}
