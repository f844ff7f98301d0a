package supernode.ui.catalog;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.Font;
import org.controlsfx.control.SegmentedButton;
import org.kordamp.ikonli.feather.Feather;
import supernode.catalog.Confidence;
import supernode.quantity.Messages;
import supernode.quantity.Text;
import supernode.ui.Lifetime;
import supernode.ui.panel.Rows;

/** Search, the three ways to look, files in and out, and what the letters mean. */
final class ViewBar extends VBox {
  private final Messages messages;
  private final TextField search = new TextField();
  private final Label count = Rows.label("", "panel-count");
  private final Label said = Rows.prose("", "section-note");
  private final ToggleGroup group = new ToggleGroup();
  private final ToggleButton compare;
  private Runnable down = () -> {};

  ViewBar(
      CatalogState state,
      Messages messages,
      Lifetime lifetime,
      Runnable take,
      Runnable give,
      Runnable close) {
    this.messages = messages;
    getStyleClass().add("catalog-bar");
    Label title = Rows.label(messages.say("parts.title"), "page-title");
    title.setMinWidth(USE_PREF_SIZE);
    search.setId("parts-search");
    search.setPromptText(messages.say("parts.search"));
    search.setAccessibleText(messages.say("parts.search"));
    search.setPrefWidth(280);
    search
        .textProperty()
        .subscribe(
            (_, words) -> state.queryProperty().set(state.queryProperty().get().withWords(words)));
    search.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    compare = view(CatalogState.View.COMPARE, "parts.view.compare");
    SegmentedButton views = new SegmentedButton();
    views.setToggleGroup(group);
    views
        .getButtons()
        .addAll(
            view(CatalogState.View.TABLE, "parts.view.table"),
            compare,
            view(CatalogState.View.CHART, "parts.view.chart"));
    group
        .selectedToggleProperty()
        .subscribe((before, now) -> {
          if (now == null) {
            group.selectToggle(before);
          } else {
            state.viewProperty().set((CatalogState.View) now.getUserData());
          }
        });
    Button in = Rows.button(messages.say("parts.import"), "plain-button", take);
    in.setId("parts-import");
    Button out = Rows.button(messages.say("parts.export"), "plain-button", give);
    out.setId("parts-export");
    Button away = Rows.iconButton(Feather.X, messages.say("parts.close"), close);
    away.setId("parts-close");
    count.setMinWidth(USE_PREF_SIZE);
    HBox line =
        new HBox(10, title, search, count, Rows.spring(), views, Rows.spring(), in, out, away);
    line.setAlignment(Pos.CENTER_LEFT);
    Rows.show(said, false);
    getChildren().addAll(line, legend(), said);
    lifetime.watch(
        state.queryProperty(),
        q -> {
          if (!search.getText().equals(q.words())) {
            search.setText(q.words());
          }
        });
    lifetime.watch(
        state.viewProperty(),
        v ->
            group.getToggles().stream()
                .filter(t -> t.getUserData() == v)
                .findFirst()
                .ifPresent(group::selectToggle));
  }

  private ToggleButton view(CatalogState.View view, String key) {
    ToggleButton button = new ToggleButton(messages.say(key));
    button.setId("parts-view-" + view.name().toLowerCase(java.util.Locale.ROOT));
    button.setUserData(view);
    button.setToggleGroup(group);
    return button;
  }

  private HBox legend() {
    HBox legend = new HBox(14);
    legend.getStyleClass().add("badge-legend");
    legend.setAlignment(Pos.CENTER_LEFT);
    for (Confidence c : Confidence.values()) {
      Badge badge = new Badge(messages, true);
      badge.show(c);
      Label what = Rows.label(messages.say("confidence." + c.key()), "section-note");
      HBox pair = new HBox(4, badge, what);
      pair.setAlignment(Pos.CENTER_LEFT);
      legend.getChildren().add(pair);
    }
    legend.getChildren().add(Rows.label(messages.say("parts.legend.blank"), "section-note"));
    return legend;
  }

  private void key(KeyEvent e) {
    if (e.getCode() == KeyCode.ESCAPE && !search.getText().isEmpty()) {
      search.clear();
      e.consume();
    } else if (e.getCode() == KeyCode.DOWN || e.getCode() == KeyCode.ENTER) {
      down.run();
      e.consume();
    }
  }

  /** Of one em. */
  ObservableValue<Double> textSize() {
    return search.fontProperty().map(Font::getSize);
  }

  /** What the cursor keys lead to from the search field. */
  void setOnDown(Runnable next) {
    down = next;
  }

  void takeFocus() {
    search.requestFocus();
    search.selectAll();
  }

  void show(int answering, int all) {
    count.setText(messages.say("parts.count", answering, all));
  }

  void showCompared(int entries) {
    compare.setText(
        messages.say(entries == 0 ? "parts.view.compare" : "parts.view.compare.count", entries));
  }

  /** Tells what was done. */
  void say(Text text) {
    said.setText(messages.say(text));
    Rows.show(said, true);
  }
}
