package supernode.ui.compare;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import supernode.analysis.Analysis;
import supernode.analysis.Comparison;
import supernode.catalog.Catalog;
import supernode.figure.Palette;
import supernode.quantity.Messages;
import supernode.ui.panel.PanelSheet;

/** Designs side by side: drawings, a table of differences, one set of charts. */
public final class CompareView extends BorderPane {
  private final Contest contest;
  private final Messages messages;
  private final Stands stands;
  private final DifferenceTable table;
  private final Curves curves;
  private final Label hint = new Label();
  private final Label state = new Label();
  private final MenuButton add;
  private final Button pdf;
  private final Button csv;

  /** Documents of a comparison. */
  public enum Format {
    PDF,
    CSV
  }

  /**
   * @param sources what can be added
   * @param export asks where to and writes the document of some answers
   */
  public CompareView(
      Contest contest,
      Sources sources,
      Supplier<Catalog> catalog,
      Messages messages,
      Palette palette,
      BiConsumer<Format, List<Analysis>> export) {
    this.contest = contest;
    this.messages = messages;
    setId("compare");
    getStyleClass().addAll("studio", "compare");
    PanelSheet.dress(this);
    stands = new Stands(catalog, messages, palette, contest::remove);
    table = new DifferenceTable(messages);
    curves = new Curves(messages, palette);
    add = menu("ui.compare.add", "fth-plus", "compare-add");
    add.setOnShowing(_ -> add.getItems().setAll(sources.items(this::take)));
    add.getItems().setAll(sources.items(this::take));
    MenuButton sets = menu("ui.compare.sets", "fth-columns", "compare-sets");
    sets.getItems().setAll(sources.sets(contest::clear, this::take));
    Button fit = button("ui.compare.fit", "fth-maximize", "compare-fit", stands::seeAll);
    pdf = button("ui.compare.pdf", "fth-file-text", "compare-pdf", () -> write(Format.PDF, export));
    csv = button("ui.compare.csv", "fth-grid", "compare-csv", () -> write(Format.CSV, export));
    Region spring = new Region();
    HBox.setHgrow(spring, Priority.ALWAYS);
    state.setId("compare-state");
    state.getStyleClass().add("secondary");
    HBox bar = new HBox(8, add, sets, fit, state, spring, csv, pdf);
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().add("compare-bar");
    setTop(bar);
    setCenter(middle());
    contest.onChange(this::show);
    show();
  }

  private Node middle() {
    hint.getStyleClass().add("secondary");
    StackPane drawings = new StackPane(stands, hint);
    drawings.getStyleClass().add("compare-pane");
    VBox left = new VBox(6, head("ui.compare.differences"), table);
    VBox.setVgrow(table, Priority.ALWAYS);
    left.getStyleClass().add("compare-pane");
    VBox right = new VBox(6, head("ui.compare.curves"), curves);
    VBox.setVgrow(curves, Priority.ALWAYS);
    right.getStyleClass().add("compare-pane");
    SplitPane below = new SplitPane(left, right);
    below.setDividerPositions(0.55);
    SplitPane all = new SplitPane(drawings, below);
    all.setOrientation(Orientation.VERTICAL);
    all.setDividerPositions(0.5);
    return all;
  }

  private Label head(String key) {
    Label label = new Label(messages.say(key).toUpperCase(messages.locale()));
    label.getStyleClass().add("section-head");
    return label;
  }

  private MenuButton menu(String key, String icon, String id) {
    MenuButton button = new MenuButton(messages.say(key), new FontIcon(icon));
    button.setId(id);
    return button;
  }

  private Button button(String key, String icon, String id, Runnable action) {
    Button button = new Button(messages.say(key), new FontIcon(icon));
    button.setId(id);
    button.setOnAction(_ -> action.run());
    return button;
  }

  private void take(Contender contender) {
    if (!contest.add(contender)) {
      state.setText(messages.say("ui.compare.full"));
    }
  }

  private void write(Format format, BiConsumer<Format, List<Analysis>> export) {
    contest.answers().ifPresent(answers -> export.accept(format, answers));
  }

  /** Draws everything anew from now on: parts have changed. */
  public void forget() {
    stands.forget();
  }

  /** Says what has become of a document. */
  public void say(String words) {
    state.setText(words);
  }

  private void show() {
    List<Contender> all = contest.contenders();
    stands.show(all);
    Optional<List<Analysis>> answers = contest.answers();
    hint.setText(all.isEmpty() ? messages.say("ui.compare.empty") : "");
    state.setText(all.size() == 1 ? messages.say("ui.compare.one") : "");
    add.setDisable(contest.isFull());
    pdf.setDisable(answers.isEmpty());
    csv.setDisable(answers.isEmpty());
    if (answers.isPresent()) {
      Comparison comparison = Comparison.of(answers.get());
      table.show(comparison);
      curves.show(answers.get());
      for (int i = 0; i < all.size(); i++) {
        stands.say(i, messages.say("ui.compare.ahead", comparison.wins(i)));
      }
    } else {
      table.clear();
      curves.clear();
      for (int i = 0; i < all.size(); i++) {
        stands.say(i, contest.answer(i).isPresent() ? "" : messages.say("ui.compare.solving"));
      }
    }
  }
}
