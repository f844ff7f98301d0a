package supernode.ui.create;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.event.ActionEvent;
import javafx.geometry.Insets;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Screen;
import org.controlsfx.control.SegmentedButton;
import supernode.catalog.Catalog;
import supernode.design.Design;
import supernode.figure.Palette;
import supernode.figure.drawing.DesignFigure;
import supernode.quantity.Messages;
import supernode.ui.canvas.DrawingView;

/**
 * Asks what a new design is to be: nothing yet, or a supernode by its parameters, seen while they
 * change. Cancelling leaves what is open as it is.
 */
public final class NewDialog {
  private static final double FORM_WIDTH = 330;
  private static final double WIDTH = 1240;
  private static final double HEIGHT = 800;

  /** Left of a small screen. */
  private static final double EDGE = 40;

  private static final double TOTALS_WIDTH = 300;

  private final Catalog catalog;
  private final Messages messages;
  private final Palette palette;
  private final NewForm form;
  private final Trials trials;
  private final DrawingView drawing;
  private final Totals totals;
  private final ToggleButton empty = new ToggleButton();
  private Button create;

  /**
   * @param worker works out the totals
   * @param window where the dialog lives
   */
  public NewDialog(
      Catalog catalog, Messages messages, Palette palette, Executor worker, Executor window) {
    this.catalog = catalog;
    this.messages = messages;
    this.palette = palette;
    this.form = new NewForm(catalog);
    this.trials = new Trials(catalog, worker, window);
    this.drawing = new DrawingView(palette);
    this.totals = new Totals(messages);
  }

  /**
   * Shows it and waits.
   *
   * @param dress puts the dialog into the window's look
   * @param nothing makes an empty design
   * @param open takes the design; whether it was taken, and the dialog may close
   */
  public void show(
      Consumer<Dialog<?>> dress,
      Supplier<Design> nothing,
      java.util.function.Predicate<Made> open) {
    Dialog<ButtonType> dialog = new Dialog<>();
    dialog.setTitle(messages.say("ui.new.title"));
    dialog.setResizable(true);
    ButtonType done = new ButtonType(messages.say("ui.new.create"), ButtonData.OK_DONE);
    ButtonType cancel = new ButtonType(messages.say("ui.cancel"), ButtonData.CANCEL_CLOSE);
    dialog.getDialogPane().getButtonTypes().setAll(done, cancel);
    dialog.getDialogPane().setId("new-dialog");
    dialog.getDialogPane().setContent(content());
    dress.accept(dialog);
    place(dialog);
    create = (Button) dialog.getDialogPane().lookupButton(done);
    create.setId("new-create");
    create.addEventFilter(
        ActionEvent.ACTION,
        e -> {
          Optional<Made> made =
              empty.isSelected()
                  ? Optional.of(new Made(nothing.get(), false))
                  : form.design().map(d -> new Made(d, true));
          if (made.filter(open).isEmpty()) {
            e.consume();
          }
        });
    update();
    dialog.showAndWait();
    trials.stop();
  }

  /** Large, and over the middle of the screen: the toolkit would place it by its old size. */
  private static void place(Dialog<?> dialog) {
    Rectangle2D screen = Screen.getPrimary().getVisualBounds();
    double width = Math.min(WIDTH, screen.getWidth() - EDGE);
    double height = Math.min(HEIGHT, screen.getHeight() - EDGE);
    dialog.getDialogPane().setMinSize(width, height);
    dialog.setX(screen.getMinX() + (screen.getWidth() - width) / 2);
    dialog.setY(screen.getMinY() + (screen.getHeight() - height) / 2);
  }

  /**
   * A design that was asked for.
   *
   * @param drawn whether there is anything in it that could be lost
   */
  public record Made(Design design, boolean drawn) {}

  private Node content() {
    ParameterFields fields = new ParameterFields(form, catalog, messages, palette, this::update);
    ScrollPane scroll = new ScrollPane(fields);
    scroll.setFitToWidth(true);
    scroll.setPrefWidth(FORM_WIDTH);
    scroll.setMinWidth(FORM_WIDTH);
    scroll.getStyleClass().add("new-form");
    Label head = new Label(messages.say("ui.new.totals").toUpperCase(Locale.ROOT));
    head.getStyleClass().add("section-head");
    VBox side = new VBox(8, head, totals);
    side.setMinWidth(TOTALS_WIDTH);
    side.setPrefWidth(TOTALS_WIDTH);
    drawing.setId("new-drawing");
    HBox.setHgrow(drawing, Priority.ALWAYS);
    HBox middle = new HBox(16, scroll, drawing, side);
    VBox.setVgrow(middle, Priority.ALWAYS);
    empty
        .selectedProperty()
        .subscribe(on -> {
          scroll.setDisable(on);
          side.setVisible(!on);
          update();
        });
    VBox all = new VBox(12, templates(), middle);
    all.setPadding(new Insets(16));
    return all;
  }

  private Node templates() {
    ToggleGroup group = new ToggleGroup();
    ToggleButton supernode = new ToggleButton(messages.say("ui.new.supernode"));
    supernode.setId("template-supernode");
    supernode.setToggleGroup(group);
    supernode.setSelected(true);
    empty.setText(messages.say("ui.new.empty"));
    empty.setId("template-empty");
    empty.setToggleGroup(group);
    group
        .selectedToggleProperty()
        .subscribe((before, now) -> {
          if (now == null) {
            group.selectToggle(before);
          }
        });
    SegmentedButton choice = new SegmentedButton(supernode, empty);
    choice.setToggleGroup(group);
    Label line = new Label();
    line.getStyleClass().add("secondary");
    empty
        .selectedProperty()
        .subscribe(
            on -> line.setText(messages.say(on ? "ui.new.empty.line" : "ui.new.supernode.line")));
    HBox row = new HBox(12, choice, line);
    row.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    return row;
  }

  private void update() {
    if (create != null) {
      create.setDisable(!empty.isSelected() && form.design().isEmpty());
    }
    if (empty.isSelected()) {
      trials.stop();
      drawing.clear();
      return;
    }
    totals.setStale(true);
    switch (form.outcome()) {
      case NewForm.Outcome.Drawn(Design design) -> {
        drawing.setOpacity(1);
        drawing.show(
            DesignFigure.of(design, design.library(catalog)).figure(),
            messages.say("ui.new.drawnOf", design.name()));
        trials.solve(design, totals::show);
      }
      case NewForm.Outcome.Refused _ -> {
        // What is drawn there is the last that could be.
        trials.stop();
        totals.clear();
        drawing.setOpacity(0.4);
      }
    }
  }
}
