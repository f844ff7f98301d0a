package supernode.ui.panel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import supernode.analysis.Result;
import supernode.quantity.Messages;
import supernode.ui.Tip;

/** Results with their change against the baseline; a click on a number asks where it comes from. */
final class ResultRows extends VBox {
  private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

  private final Messages messages;
  private final Consumer<Result> ask;
  private final List<Row> pool = new ArrayList<>();

  ResultRows(Messages messages, Consumer<Result> ask) {
    this.messages = messages;
    this.ask = ask;
    getStyleClass().add("result-rows");
  }

  /**
   * @param baseline the same result before
   */
  void show(List<Result> results, Function<Result, Optional<Result>> baseline) {
    show(results, baseline, _ -> true);
  }

  /**
   * @param baseline the same result before
   * @param fresh whether a result is of what is drawn; others are dimmed
   */
  void show(
      List<Result> results, Function<Result, Optional<Result>> baseline, Predicate<Result> fresh) {
    while (pool.size() < results.size()) {
      pool.add(new Row());
    }
    boolean changed = false;
    for (int i = 0; i < results.size(); i++) {
      changed |= pool.get(i).show(results.get(i), baseline.apply(results.get(i)));
      pool.get(i).pseudoClassStateChanged(STALE, !fresh.test(results.get(i)));
    }
    // Without a change anywhere the numbers end where those of other sections do.
    for (Row row : pool) {
      row.showChange(changed);
    }
    if (getChildren().size() != results.size()) {
      getChildren().setAll(pool.subList(0, results.size()));
    }
  }

  /** A label, a number, a change. */
  private final class Row extends HBox {
    private final Label label = Rows.label("", "row-label");
    private final Tip whole = Tip.on(label);
    private final Hyperlink number = Rows.link("", "number", this::ask);
    private final Label change = Rows.label("", "delta");
    private Optional<Result> shown = Optional.empty();

    Row() {
      number.setMinWidth(USE_PREF_SIZE);
      change.setMinWidth(USE_PREF_SIZE);
      label.setMaxWidth(Double.MAX_VALUE);
      setHgrow(label, Priority.ALWAYS);
      setAlignment(Pos.CENTER_LEFT);
      getStyleClass().add("inspector-row");
      getChildren().addAll(label, number);
    }

    void showChange(boolean shown) {
      if (shown != getChildren().contains(change)) {
        getChildren().setAll(shown ? List.of(label, number, change) : List.of(label, number));
      }
    }

    /** Returns whether it differs from before. */
    boolean show(Result result, Optional<Result> before) {
      shown = Optional.of(result);
      String name = messages.say(result.label());
      label.setText(name);
      whole.say(name);
      number.setText(result.quantity().toString());
      Optional<Delta> delta = Delta.between(result, before);
      change.setText(delta.map(Delta::text).orElse(""));
      change.getStyleClass().removeIf(c -> c.startsWith("delta-"));
      number.getStyleClass().removeIf(c -> c.startsWith("delta-"));
      delta.ifPresent(d -> {
        String style =
            switch (d.direction()) {
              case BETTER -> "delta-better";
              case WORSE -> "delta-worse";
              case NEUTRAL -> "delta-neutral";
            };
        change.getStyleClass().add(style);
        number.getStyleClass().add(style);
      });
      number.setAccessibleText(
          name
              + " "
              + number.getText()
              + delta.map(d -> ", " + messages.say("panel.now.change", d.text())).orElse(""));
      return delta.isPresent();
    }

    private void ask() {
      shown.ifPresent(ask);
    }
  }
}
