package supernode.ui.shell;

import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import supernode.quantity.Messages;

/** What is offered when nothing is open: samples, recent files, an empty design. */
final class Welcome extends StackPane {
  private static final int RECENT_SHOWN = 5;

  private final Documents documents;
  private final Messages messages;

  Welcome(Studio studio, Documents documents, Messages messages) {
    this.documents = documents;
    this.messages = messages;
    setId("welcome");
    getStyleClass().add("welcome");
    Label title = new Label(messages.say("ui.welcome.title"));
    title.getStyleClass().add("welcome-title");
    Label line = new Label(messages.say("ui.welcome.line"));
    line.getStyleClass().add("secondary");
    line.setWrapText(true);
    VBox card = new VBox(title, line);
    card.getStyleClass().add("welcome-card");
    card.setMaxSize(560, USE_PREF_SIZE);
    card.getChildren().add(head("ui.welcome.samples"));
    documents.files().samples().forEach(s -> card.getChildren().add(sample(s)));
    List<Path> recent = studio.settings().recentFiles();
    if (!recent.isEmpty()) {
      card.getChildren().add(head("ui.welcome.recent"));
      recent.stream().limit(RECENT_SHOWN).forEach(f -> card.getChildren().add(recent(f)));
    }
    card.getChildren().add(buttons());
    getChildren().add(card);
  }

  private Label head(String key) {
    Label label = new Label(messages.say(key));
    label.getStyleClass().add("section-head");
    return label;
  }

  private Node sample(String name) {
    Button button = new Button();
    button.setId("sample-" + name);
    button.getStyleClass().add("sample");
    Label title = new Label(said("ui.sample." + name + ".name", name));
    title.getStyleClass().add("strong");
    Label question = new Label(said("ui.sample." + name + ".question", ""));
    question.getStyleClass().add("secondary");
    question.setWrapText(true);
    question.setManaged(!question.getText().isEmpty());
    button.setGraphic(new VBox(2, title, question));
    button.setAccessibleText(title.getText());
    button.setAlignment(Pos.CENTER_LEFT);
    button.setMaxWidth(Double.MAX_VALUE);
    button.setOnAction(_ -> documents.openSample(name));
    return button;
  }

  private String said(String key, String otherwise) {
    return messages.has(key) ? messages.say(key) : otherwise;
  }

  private Node recent(Path file) {
    Hyperlink link = new Hyperlink(file.getFileName().toString());
    link.setOnAction(_ -> documents.open(file));
    Label folder = new Label(String.valueOf(file.getParent()));
    folder.getStyleClass().add("faint");
    HBox row = new HBox(8, link, folder);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private Node buttons() {
    Button open = new Button(messages.say("ui.command.open"), new FontIcon("fth-folder"));
    open.setOnAction(_ -> documents.open());
    Button fresh = new Button(messages.say("ui.command.new"), new FontIcon("fth-file"));
    fresh.setId("welcome-new");
    fresh.setOnAction(_ -> documents.startNew());
    Label drop = new Label(messages.say("ui.welcome.drop"));
    drop.getStyleClass().add("faint");
    HBox row = new HBox(8, open, fresh, drop);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("welcome-buttons");
    return row;
  }
}
