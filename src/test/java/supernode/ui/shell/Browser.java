package supernode.ui.shell;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ListView;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import supernode.catalog.browse.Comparison;
import supernode.catalog.browse.Entry;
import supernode.catalog.browse.Measure;

/** The catalogue in a real window that the tests of a class share, and hands to work it. */
final class Browser {
  final Desk desk;
  final Stage stage;
  final Screen screen;
  private final FxRobot robot = new FxRobot();

  private Browser(Desk desk, Stage stage) {
    this.desk = desk;
    this.stage = stage;
    screen = new Screen(stage);
  }

  /** A window with a catalogue; closed again with {@link #away()}. */
  static Browser show() throws Exception {
    Stage stage = FxToolkit.registerPrimaryStage();
    Desk desk = onWindow(Browser::desk);
    onWindow(() ->
        new StudioWindow(
                stage, desk.studio, desk.documents, new FewSlots(), (_, _) -> {}, Runnable::run)
            .show());
    return new Browser(desk, stage);
  }

  private static Desk desk() {
    return new Desk();
  }

  void away() throws Exception {
    FxToolkit.cleanupStages();
  }

  /** As a window that was just opened, but for parts of one's own. */
  void fresh() {
    onWindow(() -> {
      desk.studio.speak("en");
      desk.workspace.open(Desk.small(), Optional.empty());
    });
    if (isOpen()) {
      press("#parts-view-table");
      kind("accelerator");
      press("#parts-reset");
      press("#parts-close");
    }
  }

  static <T> T onWindow(Callable<T> action) {
    T result = WaitForAsyncUtils.waitForAsyncFx(10_000, action);
    WaitForAsyncUtils.waitForFxEvents();
    return result;
  }

  static void onWindow(Runnable action) {
    onWindow(() -> {
      action.run();
      return true;
    });
  }

  void type(KeyCode... keys) {
    robot.push(keys);
    WaitForAsyncUtils.waitForFxEvents();
  }

  void open() {
    type(KeyCode.CONTROL, KeyCode.L);
  }

  boolean isOpen() {
    return onWindow(() -> {
      Node catalog = stage.getScene().getRoot().lookup("#catalog");
      return catalog != null && catalog.isVisible();
    });
  }

  Node find(String id) {
    return screen.node("#catalog", id);
  }

  @SuppressWarnings("unchecked")
  ComboBox<Measure> measures(String id) {
    return (ComboBox<Measure>) find(id);
  }

  void press(String id) {
    ButtonBase button = (ButtonBase) find(id);
    onWindow(button::fire);
  }

  void write(String id, String text) {
    TextField field = (TextField) find(id);
    onWindow(() -> field.setText(text));
  }

  @SuppressWarnings("unchecked")
  TableView<Entry> table() {
    return (TableView<Entry>) find("#parts-table");
  }

  /** The row of an entry, scrolled into sight. */
  Node row(String id) {
    TableView<Entry> table = table();
    onWindow(() -> table.scrollTo(Math.max(0, ids(table).indexOf(id) - 2)));
    return onWindow(() ->
        table.lookupAll(".table-row-cell").stream()
            .filter(n -> ((TableRow<?>) n).getItem() instanceof Entry e && e.id().equals(id))
            .findFirst()
            .orElseThrow());
  }

  private static List<String> ids(TableView<Entry> table) {
    return table.getItems().stream().map(Entry::id).toList();
  }

  /** Takes something with the mouse, moves it to the middle of something else and lets go. */
  void drag(Node from, Node to) {
    robot.moveTo(from).press(MouseButton.PRIMARY).moveBy(12, 6).moveTo(to);
    robot.release(MouseButton.PRIMARY);
    WaitForAsyncUtils.waitForFxEvents();
  }

  Node canvas() {
    return stage.getScene().getRoot().lookup("#canvas");
  }

  /** The first line of a list that is no heading, its menu, and what that offers. */
  void chooseFromMenu(String list, String item) {
    onWindow(() -> {
      ListView<?> of = (ListView<?>) stage.getScene().getRoot().lookup(list);
      of.getSelectionModel().select(1);
      Event.fireEvent(
          of,
          new ContextMenuEvent(ContextMenuEvent.CONTEXT_MENU_REQUESTED, 0, 0, 9, 9, true, null));
    });
    ContextMenu menu =
        onWindow(() ->
            Window.getWindows().stream()
                .filter(w -> w instanceof ContextMenu && w.isShowing())
                .map(ContextMenu.class::cast)
                .findFirst()
                .orElseThrow());
    onWindow(() -> {
      menu.hide();
      menu.getItems().stream().filter(i -> item.equals(i.getId())).findFirst().orElseThrow().fire();
    });
    onWindow(stage::requestFocus);
  }

  @SuppressWarnings("unchecked")
  TableView<Comparison.Row> comparison() {
    return (TableView<Comparison.Row>) find("#compare-table");
  }

  List<String> ids() {
    return onWindow(() -> table().getItems().stream().map(Entry::id).toList());
  }

  void kind(String kind) {
    ListView<?> kinds = (ListView<?>) find("#parts-kinds");
    onWindow(() -> {
      int row = kinds.getItems().indexOf(Optional.of(kind));
      kinds.getSelectionModel().select(row);
    });
  }

  /** Puts the cursor on the figure of an entry. */
  void cursor(String id, String column) {
    TableView<Entry> table = table();
    onWindow(() -> {
      int row = table.getItems().stream().map(Entry::id).toList().indexOf(id);
      TableColumn<Entry, ?> at =
          table.getColumns().stream()
              .filter(c -> ("column-" + column).equals(c.getId()))
              .findFirst()
              .orElseThrow();
      table.requestFocus();
      table.getSelectionModel().clearAndSelect(row, at);
      table.getFocusModel().focus(row, at);
    });
  }

  List<String> card() {
    return screen.texts("#source-card", ".label");
  }
}
