package supernode.ui.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import supernode.catalog.Origin;
import supernode.catalog.PortSpec;
import supernode.catalog.PortType;
import supernode.catalog.browse.Columns;
import supernode.catalog.browse.Entry;
import supernode.catalog.browse.Measure;
import supernode.catalog.browse.Reading;
import supernode.quantity.Dimension;
import supernode.quantity.Messages;
import supernode.quantity.QuantityFormat;
import supernode.quantity.Text;
import supernode.ui.panel.Rows;

/** One entry closely: all of its figures, where the chosen one comes from, what can be done. */
final class EntryPane extends VBox {
  /** What can be done with an entry. */
  interface Actions {
    void place(Entry entry);

    void copy(Entry entry);

    void edit(Entry entry);

    void remove(Entry entry);

    boolean isUsed(Entry entry);
  }

  private final CatalogState state;
  private final Messages messages;
  private final Actions actions;
  private final Label title = Rows.prose("", "inspector-title");
  private final Label subtitle = Rows.prose("", "inspector-subtitle");
  private final SourceCard source;
  private final ListView<EntryLine> lines = new ListView<>();
  private final Button place;
  private final Button copy;
  private final Button edit;
  private final Button remove;
  private final VBox sure = new VBox();
  private final VBox content;
  private final Label nothing;
  private Optional<Entry> shown = Optional.empty();
  private boolean showing;

  EntryPane(CatalogState state, Messages messages, Actions actions) {
    this.state = state;
    this.messages = messages;
    this.actions = actions;
    setId("entry-pane");
    getStyleClass().add("entry-pane");
    title.setId("entry-title");
    source = new SourceCard(messages);
    place = button("parts.place", "place", "accent", actions::place);
    copy = button("parts.copy", "copy", "plain-button", actions::copy);
    edit = button("parts.edit", "edit", "plain-button", actions::edit);
    remove = button("parts.remove", "remove", "danger-button", _ -> ask());
    sure.getStyleClass().add("sure-box");
    Rows.show(sure, false);
    FlowPane buttons = new FlowPane(6, 6, place, copy, edit, remove);
    lines.setId("entry-lines");
    lines.setAccessibleText(messages.say("parts.figures"));
    lines.setCellFactory(_ -> new EntryLine.Cell(messages));
    lines.getSelectionModel().selectedItemProperty().subscribe(this::picked);
    VBox.setVgrow(lines, Priority.ALWAYS);
    VBox head = new VBox(title, subtitle, buttons, sure);
    head.getStyleClass().add("entry-head");
    content = new VBox(head, source, lines);
    VBox.setVgrow(content, Priority.ALWAYS);
    nothing = Rows.prose(messages.say("parts.choose"), "empty-note");
    getChildren().addAll(content, nothing);
    show(Optional.empty());
  }

  private Button button(
      String key, String id, String style, java.util.function.Consumer<Entry> action) {
    Button button = Rows.button(messages.say(key), style, () -> shown.ifPresent(action));
    button.setId("entry-" + id);
    return button;
  }

  void show(Optional<Entry> next) {
    boolean same = next.equals(shown);
    shown = next;
    Rows.show(content, next.isPresent());
    Rows.show(nothing, next.isEmpty());
    if (next.isEmpty()) {
      return;
    }
    Entry e = next.get();
    if (!same) {
      title.setText(e.name());
      subtitle.setText(subtitle(e));
      Rows.show(place, e.isPart() || e.isLink());
      place.setText(messages.say(e.isPart() ? "parts.place" : "parts.draw"));
      Rows.show(copy, e.isPart() || e.isLink());
      Rows.show(edit, e.own());
      Rows.show(remove, e.own());
      Rows.show(sure, false);
      showing = true;
      lines.getItems().setAll(linesOf(e));
      showing = false;
    }
    figure();
  }

  private String subtitle(Entry e) {
    List<String> words = new ArrayList<>();
    words.add(messages.say("kind." + e.kind()));
    if (!e.maker().isEmpty()) {
      words.add(e.maker());
    }
    words.add(e.id());
    if (e.own()) {
      words.add(messages.say("parts.yours"));
    }
    return String.join(" · ", words);
  }

  private List<EntryLine> linesOf(Entry e) {
    List<EntryLine> all = new ArrayList<>();
    for (Measure m : Columns.of(List.of(e))) {
      Reading r = m.of(e).orElseThrow();
      String value = FigureText.whole(m, r, messages);
      all.add(new EntryLine(Optional.of(m), messages.say(m.title()), value, r));
    }
    for (PortSpec port : e.ports()) {
      if (port.type() instanceof PortType.Signal(String protocol, int _, double rate)) {
        Text name = Text.of("measure.port", port.name(), port.count(), protocol);
        Origin origin =
            port.origin().orElse(new Origin(supernode.catalog.Confidence.ASSUMPTION, "", ""));
        Reading.Input input =
            new Reading.Input(
                name,
                rate,
                Dimension.BANDWIDTH,
                origin.confidence(),
                origin.source(),
                origin.note());
        all.add(
            new EntryLine(
                Optional.empty(),
                messages.say(name),
                QuantityFormat.format(rate, Dimension.BANDWIDTH),
                new Reading(rate, Dimension.BANDWIDTH, List.of(input), false)));
      }
    }
    return all;
  }

  /** The figure that is asked about, if any is. */
  void figure() {
    if (showing || shown.isEmpty()) {
      return;
    }
    Optional<Measure> asked = state.figureProperty().get();
    if (asked.isEmpty()) {
      source.clear();
      return;
    }
    source.show(shown.get(), asked.get());
    showing = true;
    lines.getItems().stream()
        .filter(l -> l.measure().equals(asked))
        .findFirst()
        .ifPresentOrElse(
            l -> {
              lines.getSelectionModel().select(l);
              lines.scrollTo(l);
            },
            lines.getSelectionModel()::clearSelection);
    showing = false;
  }

  private void picked(EntryLine line) {
    if (showing || line == null) {
      return;
    }
    line.measure()
        .ifPresentOrElse(
            m -> state.figureProperty().set(Optional.of(m)),
            () -> source.show(line.reading(), line.value()));
  }

  /** Asks in place before something is gone for good. */
  private void ask() {
    Entry e = shown.orElseThrow();
    String key = actions.isUsed(e) ? "parts.remove.used" : "parts.remove.sure";
    Button yes =
        Rows.button(
            messages.say("parts.remove.yes"),
            "danger-button",
            () -> {
              Rows.show(sure, false);
              actions.remove(e);
            });
    yes.setId("entry-remove-yes");
    Button no =
        Rows.button(messages.say("ui.cancel"), "plain-button", () -> Rows.show(sure, false));
    sure.getChildren()
        .setAll(Rows.prose(messages.say(key, e.name()), "source-text"), new HBox(6, yes, no));
    Rows.show(sure, true);
    no.requestFocus();
  }
}
