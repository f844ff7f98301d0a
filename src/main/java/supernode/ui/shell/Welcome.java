package supernode.ui.shell;

import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import supernode.quantity.Messages;
import supernode.store.Samples;

/** What is offered when nothing is open: samples, recent files, an empty design. */
final class Welcome extends StackPane {
  private static final int RECENT_SHOWN = 5;

  private final Documents documents;
  private final Messages messages;

  /**
   * @param fresh asks what a new design is to be
   */
  Welcome(Studio studio, Documents documents, Messages messages, Runnable fresh) {
    this.documents = documents;
    this.messages = messages;
    setId("welcome");
    getStyleClass().add("welcome");
    Label title = new Label(messages.say("ui.welcome.title"));
    title.getStyleClass().add("welcome-title");
    Label line = new Label(messages.say("ui.welcome.line"));
    line.getStyleClass().add("secondary");
    line.setWrapText(true);
    ScenarioCards stories = new ScenarioCards(Samples.STORIES, messages, documents::openStory);
    VBox card = new VBox(title, line, stories);
    card.getStyleClass().add("welcome-card");
    card.setMaxWidth(880);
    SampleShelf shelf =
        new SampleShelf(documents.files().samples(), messages, documents::openSample);
    VBox.setVgrow(shelf, Priority.ALWAYS);
    card.getChildren().add(shelf);
    List<Path> recent = studio.settings().recentFiles();
    if (!recent.isEmpty()) {
      card.getChildren().add(head("ui.welcome.recent"));
      recent.stream().limit(RECENT_SHOWN).forEach(f -> card.getChildren().add(recent(f)));
    }
    card.getChildren().add(buttons(fresh));
    getChildren().add(card);
  }

  private Label head(String key) {
    Label label = new Label(messages.say(key));
    label.getStyleClass().add("section-head");
    return label;
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

  private Node buttons(Runnable fresh) {
    Button open = new Button(messages.say("ui.command.open"), new FontIcon("fth-folder"));
    open.setOnAction(_ -> documents.open());
    Button anew = new Button(messages.say("ui.command.new"), new FontIcon("fth-file"));
    anew.setId("welcome-new");
    anew.setOnAction(_ -> fresh.run());
    Label drop = new Label(messages.say("ui.welcome.drop"));
    drop.getStyleClass().add("faint");
    HBox row = new HBox(8, open, anew, drop);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("welcome-buttons");
    return row;
  }
}
