package supernode.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import supernode.catalog.Property;
import supernode.catalog.browse.Comparison;
import supernode.catalog.browse.Derived;
import supernode.catalog.browse.Entry;
import supernode.catalog.browse.Measure;
import supernode.design.edit.Edit;
import supernode.store.OwnCatalog;

/**
 * The catalogue in the real window: found, narrowed, sorted, compared, plotted, copied, imported.
 */
@ExtendWith(ApplicationExtension.class)
class CatalogTest {
  @TempDir Path folder;

  private Desk desk;
  private Stage stage;
  private Screen screen;

  @Start
  void start(Stage shown) {
    stage = shown;
    desk = new Desk();
    new StudioWindow(
            stage, desk.studio, desk.documents, new FewSlots(), (_, _) -> {}, Runnable::run)
        .show();
    screen = new Screen(stage);
  }

  private static <T> T onWindow(Callable<T> action) {
    T result = WaitForAsyncUtils.waitForAsyncFx(10_000, action);
    WaitForAsyncUtils.waitForFxEvents();
    return result;
  }

  private static void onWindow(Runnable action) {
    onWindow(() -> {
      action.run();
      return true;
    });
  }

  private static void type(FxRobot robot, KeyCode... keys) {
    robot.push(keys);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private Node find(String id) {
    return screen.node("#catalog", id);
  }

  @SuppressWarnings("unchecked")
  private ComboBox<Measure> measures(String id) {
    return (ComboBox<Measure>) find(id);
  }

  private void open(FxRobot robot) {
    type(robot, KeyCode.CONTROL, KeyCode.L);
  }

  private void press(String id) {
    ButtonBase button = (ButtonBase) find(id);
    onWindow(button::fire);
  }

  private void write(String id, String text) {
    TextField field = (TextField) find(id);
    onWindow(() -> field.setText(text));
  }

  @SuppressWarnings("unchecked")
  private TableView<Entry> table() {
    return (TableView<Entry>) find("#parts-table");
  }

  @SuppressWarnings("unchecked")
  private TableView<Comparison.Row> comparison() {
    return (TableView<Comparison.Row>) find("#compare-table");
  }

  private List<String> ids() {
    return onWindow(() -> table().getItems().stream().map(Entry::id).toList());
  }

  private void kind(String kind) {
    ListView<?> kinds = (ListView<?>) find("#parts-kinds");
    onWindow(() -> {
      int row = kinds.getItems().indexOf(Optional.of(kind));
      kinds.getSelectionModel().select(row);
    });
  }

  /** Puts the cursor on the figure of an entry. */
  private void cursor(String id, String column) {
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

  private List<String> card() {
    return screen.texts("#source-card", ".label");
  }

  @Test
  void opensWithAShortcutAndClosesWithEscape(FxRobot robot) {
    assertThat(stage.getScene().getRoot().lookup("#catalog")).isNull();
    open(robot);
    assertThat(ids()).hasSize(Desk.CATALOG.ofKind(supernode.catalog.PartKind.ACCELERATOR).size());
    assertThat(stage.getScene().getFocusOwner().getId()).isEqualTo("parts-search");

    type(robot, KeyCode.ESCAPE);

    assertThat(isOpen()).isFalse();
    assertThat(stage.getScene().getFocusOwner().getId()).isEqualTo("canvas");
  }

  private boolean isOpen() {
    return onWindow(() -> {
      Node catalog = stage.getScene().getRoot().lookup("#catalog");
      return catalog != null && catalog.isVisible();
    });
  }

  @Test
  void theFinderOpensIt(FxRobot robot) {
    type(robot, KeyCode.CONTROL, KeyCode.K);
    onWindow(() ->
        ((TextField) stage.getScene().getRoot().lookup("#finder-field")).setText("catalogue"));
    type(robot, KeyCode.ENTER);
    assertThat(ids()).isNotEmpty();
  }

  @Test
  void theInspectorShowsItsPartInTheCatalogue() {
    onWindow(() -> desk.workspace.select(supernode.ui.Selection.of("compute[0].gpu[0]")));
    Button show = (Button) screen.node("#inspector-slot", "#show-in-catalog");
    onWindow(show::fire);
    assertThat(((Label) find("#entry-title")).getText())
        .isEqualTo(Desk.CATALOG.part(Desk.gpu()).orElseThrow().name());
  }

  @Test
  void wordsRangesAndMakersNarrow(FxRobot robot) {
    open(robot);
    write("#parts-search", "nvidia hbm");
    assertThat(ids()).contains("h100-sxm").doesNotContain("mi300x");
    write("#range-from", "2024");
    write("#range-to", "2024");
    assertThat(ids()).contains("h200-sxm").doesNotContain("h100-sxm");

    write("#range-to", "soon");
    assertThat(screen.texts("#catalog", ".field-error")).anyMatch(t -> t.contains("soon"));

    press("#parts-reset");
    assertThat(ids()).contains("mi300x", "h100-sxm");
  }

  @Test
  void kindsHaveColumnsOfTheirOwnWithUnitsInTheirHeads(FxRobot robot) {
    open(robot);
    List<String> chips = screen.texts("#parts-table", ".head-title");
    assertThat(chips).contains("Year", "FP8 dense", "Memory bandwidth");
    assertThat(screen.texts("#parts-table", ".head-unit")).contains("PFLOPS", "TB/s");
    kind("link");
    assertThat(screen.texts("#parts-table", ".head-title"))
        .contains("Reach")
        .doesNotContain("FP8 dense");
    assertThat(screen.texts("#parts-table", ".label")).contains("Medium");
  }

  @Test
  void sortedByAFigureTheBlanksStandLast(FxRobot robot) {
    open(robot);
    TableView<Entry> table = table();
    Measure power = Measure.of(Property.POWER_W);
    for (TableColumn.SortType type : TableColumn.SortType.values()) {
      onWindow(() -> {
        TableColumn<Entry, ?> column =
            table.getColumns().stream()
                .filter(c -> power.equals(c.getUserData()))
                .findFirst()
                .orElseThrow();
        column.setSortType(type);
        table.getSortOrder().setAll(List.of(column));
        table.sort();
      });
      List<Boolean> blank =
          onWindow(() -> table.getItems().stream().map(e -> power.of(e).isEmpty()).toList());
      assertThat(blank).contains(true, false).isSorted();
    }
  }

  @Test
  void aFigureTellsItsSourceAndABlankThatNothingIsPublic(FxRobot robot) {
    open(robot);
    cursor("h100-sxm", "powerW");
    String source =
        Desk.CATALOG
            .part("h100-sxm")
            .orElseThrow()
            .values()
            .find(Property.POWER_W)
            .orElseThrow()
            .source();
    assertThat(card()).contains("700 W", "seen", source);

    cursor("h100-sxm", Derived.FP8_PER_WATT.key());
    assertThat(card()).contains("2.827 TFLOPS/W", "= FP8 dense / Power").contains(source);

    cursor("h100-sxm", "fp4DenseTflops");
    assertThat(card()).anyMatch(t -> t.startsWith("Not public"));
  }

  @Test
  void twoToFiveAreComparedAndTheBestIsMarked(FxRobot robot) {
    open(robot);
    for (String id : List.of("h100-sxm", "a100-sxm", "h200-sxm", "mi300x", "b200-sxm", "tpu-v4")) {
      cursor(id, "powerW");
      type(robot, KeyCode.SPACE);
    }
    assertThat(((ToggleButton) find("#parts-view-compare")).getText())
        .contains(String.valueOf(Comparison.MOST));
    press("#parts-view-compare");

    TableView<Comparison.Row> compared = comparison();
    assertThat(onWindow(() -> compared.getColumns().size())).isEqualTo(1 + Comparison.MOST);
    assertThat(screen.texts("#compare-table", ".table-cell")).anyMatch(t -> t.startsWith("★ "));
    int all = onWindow(() -> compared.getItems().size());
    press("#compare-differing");
    assertThat(onWindow(() -> compared.getItems())).hasSizeBetween(1, all - 1);
    assertThat(onWindow(() -> List.copyOf(compared.getItems()))).allMatch(Comparison.Row::differs);
  }

  @Test
  void anyTwoFiguresArePlottedAndADotIsTheEntry(FxRobot robot) throws Exception {
    open(robot);
    press("#parts-view-chart");
    ComboBox<Measure> x = measures("#scatter-x");
    ComboBox<Measure> y = measures("#scatter-y");
    onWindow(() -> {
      x.setValue(Measure.of(Property.MEMORY_BANDWIDTH));
      y.setValue(Measure.of(Property.FP16_DENSE));
    });
    assertThat(screen.texts("#catalog", ".chart-title"))
        .containsExactly("FP16 dense over Memory bandwidth");
    press("#scatter-log-x");

    Node picture = find("#scatter");
    onWindow(picture::requestFocus);
    type(robot, KeyCode.RIGHT);
    String first = ((Label) find("#entry-title")).getText();
    type(robot, KeyCode.RIGHT);
    assertThat(((Label) find("#entry-title")).getText()).isNotEqualTo(first);

    MenuButton export = (MenuButton) find("#scatter-export");
    for (String ending : List.of("csv", "svg", "png")) {
      Path file = folder.resolve("chart." + ending);
      desk.answers.export = Optional.of(file);
      onWindow(() ->
          export.getItems().stream()
              .filter(i -> i.getId().equals("scatter-" + ending))
              .forEach(i -> i.fire()));
      assertThat(file).isNotEmptyFile();
    }
    assertThat(Files.readString(folder.resolve("chart.csv"))).contains("Memory bandwidth [TB/s]");
    assertThat(Files.readString(folder.resolve("chart.svg"))).contains("H100 SXM5 80GB");
  }

  @Test
  void aCopyIsWrittenWithASourceAndStandsInThePaletteAtOnce(FxRobot robot) {
    onWindow(() -> desk.studio.catalog().show("accelerator", "h100-sxm"));
    press("#entry-copy");
    write("#draft-name", "H100 overclocked");
    write("#draft-powerW", "800 GB");
    press("#draft-save");
    // No unit of power, and a figure that was changed has lost its source.
    assertThat(screen.texts("#draft-pane", ".field-error")).anyMatch(t -> t.contains("800 GB"));
    write("#draft-powerW", "800 W");
    press("#draft-save");
    assertThat(screen.texts("#draft-pane", ".field-error")).anyMatch(t -> t.contains("where"));
    write("#draft-powerW-source", "bench of May");
    press("#draft-save");

    assertThat(((Label) find("#entry-title")).getText()).isEqualTo("H100 overclocked");
    assertThat(
            desk.workspace
                .catalog()
                .part("h100-sxm-own")
                .orElseThrow()
                .values()
                .get(Property.POWER_W))
        .hasValue(800);
    assertThat(OwnCatalog.read(desk.ownFolder).hasPart("h100-sxm-own")).isTrue();
    type(robot, KeyCode.ESCAPE);
    TextField search = (TextField) screen.node("#palette-slot", "#palette-search");
    onWindow(() -> search.setText("overclocked"));
    assertThat(screen.texts("#palette-list", ".entry-name")).contains("H100 overclocked");
  }

  @Test
  void anOwnPartIsRenamedAndDeletedAndTheDesignThatUsesItKeepsACopy(FxRobot robot) {
    onWindow(() -> desk.studio.catalog().show("accelerator", "h100-sxm"));
    press("#entry-copy");
    press("#draft-save");
    assertThat(screen.texts("#entry-pane", ".inspector-subtitle"))
        .anyMatch(t -> t.contains("yours"));
    onWindow(() -> desk.workspace.perform(new Edit.Replace("tray", "gpu", "h100-sxm-own")));

    press("#entry-edit");
    assertThat(((TextField) find("#draft-id")).isDisabled()).isTrue();
    write("#draft-name", "Renamed");
    press("#draft-save");
    assertThat(desk.workspace.library().part("h100-sxm-own").orElseThrow().name())
        .isEqualTo("Renamed");

    press("#entry-remove");
    assertThat(screen.texts("#entry-pane", ".source-text"))
        .anyMatch(t -> t.contains("keeps a copy"));
    press("#entry-remove-yes");

    assertThat(desk.workspace.catalog().part("h100-sxm-own")).isEmpty();
    assertThat(desk.workspace.library().part("h100-sxm-own")).isPresent();
    assertThat(OwnCatalog.read(desk.ownFolder).hasPart("h100-sxm-own")).isFalse();
    onWindow(desk.workspace::undo);
    onWindow(desk.workspace::redo);
    assertThat(desk.workspace.library().part("h100-sxm-own")).isPresent();
  }

  @Test
  void anImportIsLookedAtFirstAndGoodRowsAreKeptOnlyIfSaid(FxRobot robot) throws Exception {
    desk.answers.parts =
        Optional.of(
            Files.writeString(
                folder.resolve("mine.csv"),
                """
                id,kind,name,vendor,field,value,confidence,source,note
                good,cpu,Good,Me,powerW,300,user,own sheet,
                bad,cpu,Bad,Me,powerW,many,user,own sheet,
                bad,cpu,Bad,Me,cores,64,user,,
                """));
    open(robot);
    press("#parts-import");
    TableView<?> problems = (TableView<?>) find("#import-problems");
    assertThat(onWindow(() -> problems.getItems().size())).isEqualTo(2);
    assertThat(screen.texts("#import-problems", ".table-cell")).contains("3", "6", "bad");
    assertThat(((Button) find("#import-add")).isDisabled()).isTrue();
    press("#import-cancel");
    assertThat(desk.workspace.catalog().part("good")).isEmpty();

    press("#parts-import");
    press("#import-keep");
    press("#import-add");
    assertThat(desk.workspace.catalog().part("good")).isPresent();
    assertThat(desk.workspace.catalog().part("bad")).isEmpty();
  }

  @Test
  void whatIsShownIsExportedAndComesBack(FxRobot robot) throws Exception {
    Path file = folder.resolve("out.csv");
    desk.answers.export = Optional.of(file);
    open(robot);
    write("#parts-search", "h100");
    List<String> shown = ids();
    press("#parts-export");
    assertThat(
            supernode.interop.sheet.SheetReader.read(
                    Files.readString(file), supernode.catalog.Catalog.EMPTY)
                .parts())
        .extracting(supernode.catalog.Part::id)
        .containsExactlyElementsOf(shown);
  }

  @Test
  void aPartIsPlacedOnTheDrawing(FxRobot robot) {
    onWindow(() -> desk.studio.catalog().show("accelerator", "h100-sxm"));
    press("#entry-place");
    assertThat(isOpen()).isFalse();
    assertThat(desk.workspace.design().rootAssembly().placements().values())
        .anyMatch(p -> p.of().equals("h100-sxm"));
  }

  @Test
  void deleteInTheCatalogueLeavesTheDesignAlone(FxRobot robot) {
    onWindow(() -> desk.workspace.select(supernode.ui.Selection.of("compute[0]")));
    var before = desk.workspace.design();
    open(robot);
    cursor("h100-sxm", "powerW");
    type(robot, KeyCode.DELETE);
    assertThat(desk.workspace.design()).isSameAs(before);
  }

  @Test
  void anotherLanguageShowsTheSame(FxRobot robot) {
    open(robot);
    write("#parts-search", "h100");
    List<String> shown = ids();
    onWindow(() -> desk.studio.speak("zh"));
    assertThat(ids()).isEqualTo(shown);
    assertThat(screen.texts("#catalog", ".page-title")).containsExactly("目录");
    assertThat(screen.texts("#parts-table", ".figure-badge")).contains("忆");
  }
}
