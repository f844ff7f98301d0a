package supernode.ui.create;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import supernode.analysis.Analysis;
import supernode.analysis.Headlines;
import supernode.analysis.Severity;
import supernode.quantity.Messages;
import supernode.quantity.Quantity;

/** The numbers that a design would come to; dimmed while they are those of an earlier one. */
final class Totals extends GridPane {
  private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");
  private static final String NONE = "–";

  private final Messages messages;
  private final Map<String, Label> numbers = new LinkedHashMap<>();
  private final Label findings = new Label();

  Totals(Messages messages) {
    super(12, 6);
    this.messages = messages;
    getStyleClass().add("totals");
    setId("new-totals");
    findings.setId("new-findings");
    findings.getStyleClass().add("secondary");
    findings.setWrapText(true);
  }

  void show(Analysis analysis) {
    for (Headlines.Line line : Headlines.of(analysis).lines()) {
      Label number = numbers.computeIfAbsent(line.id(), _ -> row(line));
      // What is not worked out yet keeps its last number, dimmed.
      boolean pending = line.value().isEmpty() && !analysis.complete();
      number.pseudoClassStateChanged(STALE, pending);
      if (!pending) {
        number.setText(
            line.value().isPresent()
                ? new Quantity(line.value().getAsDouble(), line.dimension()).toString()
                : NONE);
      }
    }
    findings.setText(
        analysis.complete()
            ? messages.say(
                "ui.new.findings", analysis.count(Severity.ERROR), analysis.count(Severity.WARNING))
            : messages.say("ui.new.solving"));
    setStale(false);
  }

  private Label row(Headlines.Line line) {
    Label name = new Label(messages.say(line.label()));
    name.getStyleClass().add("secondary");
    Label number = new Label(NONE);
    number.setId("total-" + line.id());
    number.getStyleClass().add("number");
    number.setMinWidth(USE_PREF_SIZE);
    name.setLabelFor(number);
    int at = numbers.size();
    getChildren().remove(findings);
    addRow(at, name, number);
    setHalignment(number, javafx.geometry.HPos.RIGHT);
    setHgrow(name, javafx.scene.layout.Priority.ALWAYS);
    add(findings, 0, at + 1, 2, 1);
    return number;
  }

  /** What cannot be comes to nothing: numbers of several tries would stand side by side. */
  void clear() {
    numbers.values().forEach(number -> number.setText(NONE));
    findings.setText("");
  }

  void setStale(boolean stale) {
    pseudoClassStateChanged(STALE, stale);
  }
}
