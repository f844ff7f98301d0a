package supernode.ui.catalog;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import supernode.catalog.browse.Entry;
import supernode.catalog.browse.Measure;
import supernode.catalog.browse.Reading;
import supernode.quantity.Messages;
import supernode.quantity.QuantityFormat;
import supernode.ui.panel.Rows;

/** One figure of one entry: how sure it is, where it is from, what is to be known of it. */
final class SourceCard extends VBox {
  private final Messages messages;

  SourceCard(Messages messages) {
    this.messages = messages;
    setId("source-card");
    getStyleClass().add("source-card");
    Rows.show(this, false);
  }

  void clear() {
    Rows.show(this, false);
    getChildren().clear();
  }

  void show(Entry entry, Measure measure) {
    Optional<Reading> reading = measure.of(entry);
    begin(messages.say(measure.title()));
    if (reading.isEmpty()) {
      getChildren().add(Rows.prose(messages.say("parts.notPublic.sentence"), "source-text"));
      return;
    }
    value(FigureText.whole(measure, reading.get(), messages), reading.get());
    measure
        .formula()
        .ifPresent(f -> getChildren().add(Rows.prose("= " + messages.say(f), "source-formula")));
    inputs(reading.get());
  }

  /** A port, its rate being that of one of them. */
  void show(Reading port, String value) {
    begin(messages.say(port.inputs().getFirst().name()));
    value(value, port);
    inputs(port);
  }

  private void begin(String title) {
    Rows.show(this, true);
    getChildren().setAll(Rows.prose(title, "source-title"));
  }

  private void value(String value, Reading reading) {
    HBox line =
        new HBox(8, Rows.label(value, "source-value"), Badge.of(reading.confidence(), messages));
    line.setAlignment(Pos.CENTER_LEFT);
    getChildren().add(line);
    String meaning = messages.say("panel.confidence." + reading.confidence().key());
    getChildren().add(Rows.prose(meaning, "source-meaning"));
  }

  private void inputs(Reading reading) {
    for (Reading.Input input : reading.inputs()) {
      if (reading.derived()) {
        Label of =
            Rows.prose(
                messages.say(input.name())
                    + " "
                    + QuantityFormat.format(input.si(), input.dimension()),
                "source-input");
        of.setGraphic(Badge.of(input.confidence(), messages));
        of.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
        getChildren().add(of);
      }
      String source = input.source().isBlank() ? messages.say("parts.noSource") : input.source();
      getChildren().add(Rows.prose(source, "source-text"));
      if (!input.note().isBlank()) {
        getChildren().add(Rows.prose(input.note(), "source-note"));
      }
    }
  }
}
