package supernode.ui.panel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import supernode.analysis.Result;
import supernode.quantity.Messages;
import supernode.ui.Tip;

/**
 * Results with their change against the baseline, and with their bounds in a column beside; a click
 * on a number asks where it comes from.
 */
final class ResultRows extends VBox {
  /** Of a column of numbers, where there are two. */
  private static final double MODE_WIDTH = 64;

  private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

  private final Messages messages;
  private final Consumer<Result> ask;
  private final List<Row> pool = new ArrayList<>();
  private final HBox modes = new HBox();

  ResultRows(Messages messages, Consumer<Result> ask) {
    this.messages = messages;
    this.ask = ask;
    getStyleClass().add("result-rows");
    modes.getStyleClass().addAll("inspector-row", "mode-row");
    modes.setAlignment(Pos.CENTER_RIGHT);
    modes
        .getChildren()
        .setAll(
            mode(messages.say("chart.mode.calibrated")), mode(messages.say("chart.mode.bound")));
  }

  private static Label mode(String name) {
    Label label = Rows.label(name, "mode-head");
    label.setMinWidth(MODE_WIDTH);
    label.setAlignment(Pos.CENTER_RIGHT);
    return label;
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
    boolean beside = results.stream().anyMatch(r -> r.bound().isPresent());
    for (int i = 0; i < results.size(); i++) {
      changed |= pool.get(i).show(results.get(i), baseline.apply(results.get(i)));
      pool.get(i).pseudoClassStateChanged(STALE, !fresh.test(results.get(i)));
    }
    // Without a change anywhere the numbers end where those of other sections do.
    for (Row row : pool) {
      row.showChange(changed, beside);
    }
    List<Node> shown = new ArrayList<>(pool.subList(0, results.size()));
    if (beside) {
      shown.addFirst(modes);
    }
    if (!getChildren().equals(shown)) {
      getChildren().setAll(shown);
    }
  }

  /** A label, a number, its bound, a change. */
  private final class Row extends HBox {
    private final Label label = Rows.label("", "row-label");
    private final Tip whole = Tip.on(label);
    private final Hyperlink number = Rows.link("", "number", this::ask);
    private final Hyperlink bound = Rows.link("", "number", this::askBound);
    private final Label change = Rows.label("", "delta");
    private Optional<Result> shown = Optional.empty();

    Row() {
      number.setMinWidth(USE_PREF_SIZE);
      number.setAlignment(Pos.CENTER_RIGHT);
      bound.setMinWidth(MODE_WIDTH);
      bound.setAlignment(Pos.CENTER_RIGHT);
      bound.getStyleClass().add("bound-number");
      change.setMinWidth(USE_PREF_SIZE);
      label.setMaxWidth(Double.MAX_VALUE);
      label.setWrapText(true);
      label.setMinHeight(USE_PREF_SIZE);
      setHgrow(label, Priority.ALWAYS);
      setAlignment(Pos.CENTER_LEFT);
      getStyleClass().add("inspector-row");
      getChildren().addAll(label, number);
    }

    void showChange(boolean changed, boolean beside) {
      List<Node> parts = new ArrayList<>(List.of(label, number));
      if (beside) {
        parts.add(bound);
      }
      if (changed) {
        parts.add(change);
      }
      number.setMinWidth(beside ? MODE_WIDTH : USE_PREF_SIZE);
      if (!getChildren().equals(parts)) {
        getChildren().setAll(parts);
      }
    }

    /** Returns whether it differs from before. */
    boolean show(Result result, Optional<Result> before) {
      shown = Optional.of(result);
      String name = messages.say(result.label());
      label.setText(name);
      whole.say(name);
      number.setText(result.quantity().toString());
      bound.setText(result.bound().map(b -> b.quantity().toString()).orElse(""));
      bound.setDisable(result.bound().isEmpty());
      bound.setAccessibleText(
          result.bound().map(b -> messages.say(b.label()) + " " + b.quantity()).orElse(""));
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

    private void askBound() {
      shown.flatMap(Result::bound).ifPresent(ask);
    }
  }
}
