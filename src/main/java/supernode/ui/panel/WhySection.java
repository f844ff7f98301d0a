package supernode.ui.panel;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import org.kordamp.ikonli.feather.Feather;
import supernode.analysis.Analysis;
import supernode.analysis.Explanation;
import supernode.analysis.Result;
import supernode.quantity.Messages;

/** The derivation of the number that was clicked last; it follows that number as it changes. */
final class WhySection extends Section {
  private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

  private final Messages messages;
  private final Supplier<ExplanationTree> maker;
  private Optional<ExplanationTree> tree = Optional.empty();
  private Optional<String> asked = Optional.empty();
  private boolean closed;

  WhySection(Messages messages, Consumer<String> go) {
    super("");
    this.messages = messages;
    setId("why");
    maker = () -> new ExplanationTree(messages, go);
    clear();
  }

  /** Whether there is none to show, and none was put away. */
  boolean isIdle() {
    return asked.isEmpty() && !closed && !isVisible();
  }

  void ask(Result result) {
    asked = Optional.of(result.id());
    show(result.explanation().get());
  }

  void show(Explanation explanation) {
    setTitle(
        messages.say(
            "panel.why.title",
            explanation
                .value()
                .map(Object::toString)
                .orElseGet(() -> messages.say(explanation.label()))));
    tree().show(explanation);
    Rows.show(this, true);
  }

  private ExplanationTree tree() {
    return tree.orElseGet(() -> {
      ExplanationTree made = maker.get();
      tree = Optional.of(made);
      heading()
          .getChildren()
          .addAll(
              Rows.iconButton(Feather.COPY, messages.say("panel.why.copy"), this::copy),
              Rows.iconButton(Feather.X, messages.say("panel.why.close"), this::close));
      getChildren().add(made);
      return made;
    });
  }

  /** A derivation that belongs to no result of the analysis. */
  void showFixed(Explanation explanation) {
    asked = Optional.empty();
    show(explanation);
  }

  /** Derives the same number again from a newer analysis. */
  void follow(Analysis analysis) {
    if (asked.isPresent()) {
      Optional<Result> result = analysis.result(asked.get());
      result.ifPresentOrElse(this::ask, this::clear);
      pseudoClassStateChanged(STALE, result.filter(r -> !analysis.isFresh(r)).isPresent());
    }
  }

  private void close() {
    clear();
    closed = true;
  }

  void clear() {
    closed = false;
    asked = Optional.empty();
    Rows.show(this, false);
  }

  private void copy() {
    Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, tree().plain()));
  }
}
