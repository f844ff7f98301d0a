package supernode.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import supernode.quantity.Messages;
import supernode.store.Samples;

/** The samples by subject, with a search over names and questions; only rows in sight are made. */
final class SampleShelf extends VBox {
  /** A line of the list. */
  private sealed interface Row {
    record Head(String key) implements Row {}

    record Sample(String name) implements Row {}
  }

  private final List<Samples.Group> groups;
  private final Messages messages;
  private final Consumer<String> open;
  private final ListView<Row> list = new ListView<>();

  /**
   * @param open called with the name of the sample that was chosen
   */
  SampleShelf(List<Samples.Group> groups, Messages messages, Consumer<String> open) {
    this.groups = groups;
    this.messages = messages;
    this.open = open;
    getStyleClass().add("sample-shelf");
    TextField search = new TextField();
    search.setId("sample-search");
    search.setPromptText(messages.say("ui.welcome.search"));
    search.setAccessibleText(messages.say("ui.welcome.search"));
    search.textProperty().addListener((_, _, typed) -> list.getItems().setAll(rows(typed)));
    list.setId("samples");
    list.setPlaceholder(new Label(messages.say("ui.welcome.none")));
    list.setCellFactory(_ -> new Cell());
    list.getItems().setAll(rows(""));
    list.setOnKeyPressed(e -> {
      if (e.getCode() == KeyCode.ENTER
          && list.getSelectionModel().getSelectedItem() instanceof Row.Sample(String name)) {
        open.accept(name);
      }
    });
    VBox.setVgrow(list, Priority.ALWAYS);
    getChildren().addAll(search, list);
  }

  private List<Row> rows(String typed) {
    String[] words = typed.strip().toLowerCase(Locale.ROOT).split("\\s+");
    List<Row> rows = new ArrayList<>();
    for (Samples.Group group : groups) {
      List<Row> found =
          group.names().stream()
              .filter(name -> answers(name, words))
              .map(name -> (Row) new Row.Sample(name))
              .toList();
      if (!found.isEmpty()) {
        rows.add(new Row.Head(group.key()));
        rows.addAll(found);
      }
    }
    return rows;
  }

  private boolean answers(String name, String[] words) {
    String text = (name + " " + title(name) + " " + question(name)).toLowerCase(Locale.ROOT);
    for (String word : words) {
      if (!text.contains(word)) {
        return false;
      }
    }
    return true;
  }

  private String title(String name) {
    return said("ui.sample." + name + ".name", name);
  }

  private String question(String name) {
    return said("ui.sample." + name + ".question", "");
  }

  private String said(String key, String otherwise) {
    return messages.has(key) ? messages.say(key) : otherwise;
  }

  private final class Cell extends ListCell<Row> {
    private final Label head = new Label();
    private final Label title = new Label();
    private final Label question = new Label();
    private final Button button = new Button();

    Cell() {
      head.getStyleClass().add("section-head");
      title.getStyleClass().add("strong");
      question.getStyleClass().add("secondary");
      question.setWrapText(true);
      button.getStyleClass().add("sample");
      button.setAlignment(Pos.CENTER_LEFT);
      button.setMaxWidth(Double.MAX_VALUE);
      button.setGraphic(new VBox(2, title, question));
      button.setOnAction(_ -> {
        if (getItem() instanceof Row.Sample(String name)) {
          open.accept(name);
        }
      });
      // As wide as the list, so that long questions wrap.
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(Row row, boolean empty) {
      super.updateItem(row, empty);
      switch (empty ? null : row) {
        case null -> setGraphic(null);
        case Row.Head(String key) -> {
          head.setText(messages.say("ui.samples." + key).toUpperCase(Locale.ROOT));
          setGraphic(head);
        }
        case Row.Sample(String name) -> {
          title.setText(title(name));
          question.setText(question(name));
          button.setId("sample-" + name);
          button.setAccessibleText(title(name));
          setGraphic(button);
        }
      }
    }
  }
}
