package supernode.ui.catalog;

import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import supernode.catalog.PortType;
import supernode.catalog.browse.DraftPort;
import supernode.quantity.Messages;
import supernode.ui.panel.Rows;

/** Ports of a part of one's own: how many, how fast each, and where that is from. */
class DraftPortRow extends VBox {
  private final TextField count;
  private final TextField rate;
  private final TextField source;
  private final FieldNote note;
  private final Consumer<DraftPort> changed;
  private DraftPort port;
  private boolean showing;

  DraftPortRow(DraftPort first, Messages messages, Consumer<DraftPort> changed) {
    this.port = first;
    this.changed = changed;
    String name = first.before().name();
    String protocol = first.before().type() instanceof PortType.Signal s ? s.protocol() : "";
    count = field(first.count(), "draft-port-" + name + "-count", messages.say("own.port.many"));
    rate = field(first.rate(), "draft-port-" + name + "-rate", messages.say("own.port.each"));
    source =
        field(first.source(), "draft-port-" + name + "-source", messages.say("own.source.label"));
    count.textProperty().subscribe((_, _) -> typed());
    rate.textProperty().subscribe((_, _) -> typed());
    source
        .textProperty()
        .subscribe((_, now) -> {
          if (!showing) {
            port = port.withSource(now);
            changed.accept(port);
          }
        });
    note = new FieldNote(count);
    getStyleClass().add("draft-row");
    Label label = Rows.label(messages.say("own.port", name, protocol), "row-label");
    HBox.setHgrow(rate, Priority.ALWAYS);
    getChildren().addAll(DraftRow.cells(label, count, rate, source, new Region()), note);
  }

  /** The heads of the columns. */
  static Node head(Messages messages) {
    HBox head =
        DraftRow.cells(
            Rows.label(messages.say("own.ports"), "section-head"),
            Rows.label(messages.say("own.port.many"), "section-head"),
            Rows.label(messages.say("own.port.each"), "section-head"),
            Rows.label(messages.say("own.source.label"), "section-head"),
            new Region());
    head.getStyleClass().add("draft-head");
    return head;
  }

  private static TextField field(String text, String id, String spoken) {
    TextField field = new TextField(text);
    field.setId(id);
    field.setPromptText(spoken);
    field.setAccessibleText(spoken);
    return field;
  }

  private void typed() {
    port = port.typed(count.getText(), rate.getText());
    showing = true;
    source.setText(port.source());
    showing = false;
    changed.accept(port);
  }

  final FieldNote note() {
    return note;
  }
}
