package supernode.ui.shell;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import supernode.quantity.Messages;
import supernode.store.Samples;

/** What supernodes are built for, as cards; each opens the sample that carries it, at its job. */
final class ScenarioCards extends HBox {
  /**
   * @param open called with the one that was chosen
   */
  ScenarioCards(List<Samples.Story> stories, Messages messages, Consumer<Samples.Story> open) {
    setId("scenario-cards");
    getStyleClass().add("scenario-cards");
    for (Samples.Story story : stories) {
      String key = "ui.story." + story.workload();
      Label title = new Label(messages.say(key + ".name"));
      title.getStyleClass().add("strong");
      title.setWrapText(true);
      title.setMinHeight(USE_PREF_SIZE);
      Label line = new Label(messages.say(key + ".line"));
      line.getStyleClass().addAll("secondary", "story-line");
      line.setWrapText(true);
      Label design = new Label(messages.say("ui.sample." + story.sample() + ".name"));
      design.getStyleClass().add("faint");
      VBox words = new VBox(4, new FontIcon(icon(story)), title, line, design);
      line.setMaxHeight(Double.MAX_VALUE);
      VBox.setVgrow(line, Priority.ALWAYS);
      Button card = new Button();
      card.setId("story-" + story.workload());
      card.getStyleClass().addAll("sample", "story");
      card.setGraphic(words);
      card.setAlignment(Pos.TOP_LEFT);
      card.setAccessibleText(messages.say(key + ".name"));
      card.setMaxWidth(Double.MAX_VALUE);
      // Equal widths, whatever the words; the height is the theme's.
      card.setPrefWidth(0);
      words.prefWidthProperty().bind(card.widthProperty().subtract(24));
      HBox.setHgrow(card, Priority.ALWAYS);
      card.setOnAction(_ -> open.accept(story));
      getChildren().add(card);
    }
  }

  private static String icon(Samples.Story story) {
    return switch (story.workload().toLowerCase(Locale.ROOT)) {
      case "trillion-parameters" -> "fth-cpu";
      case "million-users" -> "fth-users";
      case "fraud-stream" -> "fth-shield";
      case "inspection" -> "fth-camera";
      default -> "fth-sun";
    };
  }
}
