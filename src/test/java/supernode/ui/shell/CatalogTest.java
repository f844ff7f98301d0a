package supernode.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import supernode.catalog.Property;
import supernode.catalog.browse.Comparison;
import supernode.catalog.browse.Derived;
import supernode.catalog.browse.Entry;
import supernode.catalog.browse.Measure;

/** The catalogue in the real window: found, narrowed, sorted, compared, plotted, exported. */
class CatalogTest {
  @TempDir Path folder;

  private static Browser browser;

  @BeforeAll
  static void show() throws Exception {
    browser = Browser.show();
  }

  @AfterAll
  static void away() throws Exception {
    browser.away();
  }

  @BeforeEach
  void fresh() {
    browser.fresh();
  }

  @Test
  void opensWithAShortcutAndClosesWithEscape() {
    assertThat(browser.isOpen()).isFalse();
    browser.open();
    assertThat(browser.ids())
        .hasSize(Desk.CATALOG.ofKind(supernode.catalog.PartKind.ACCELERATOR).size());
    assertThat(browser.stage.getScene().getFocusOwner().getId()).isEqualTo("parts-search");

    browser.type(KeyCode.ESCAPE);

    assertThat(browser.isOpen()).isFalse();
    assertThat(browser.stage.getScene().getFocusOwner().getId()).isEqualTo("canvas");
  }

  @Test
  void escapeOnTheBarsAroundItClosesItToo() {
    browser.open();
    Node bar = browser.stage.getScene().getRoot().lookup("#button-theme");
    Browser.onWindow(bar::requestFocus);

    browser.type(KeyCode.ESCAPE);

    assertThat(browser.isOpen()).isFalse();
  }

  @Test
  void theFinderOpensIt() {
    browser.type(KeyCode.CONTROL, KeyCode.K);
    Browser.onWindow(() ->
        ((TextField) browser.stage.getScene().getRoot().lookup("#finder-field"))
            .setText("catalogue"));
    browser.type(KeyCode.ENTER);
    assertThat(browser.ids()).isNotEmpty();
  }

  @Test
  void wordsRangesAndMakersNarrow() {
    browser.open();
    browser.write("#parts-search", "nvidia hbm");
    assertThat(browser.ids()).contains("h100-sxm").doesNotContain("mi300x");
    browser.write("#range-from", "2024");
    browser.write("#range-to", "2024");
    assertThat(browser.ids()).contains("h200-sxm").doesNotContain("h100-sxm");

    browser.write("#range-to", "soon");
    assertThat(browser.screen.texts("#catalog", ".field-error")).anyMatch(t -> t.contains("soon"));

    browser.press("#parts-reset");
    assertThat(browser.ids()).contains("mi300x", "h100-sxm");
  }

  @Test
  void kindsHaveColumnsOfTheirOwnWithUnitsInTheirHeads() {
    browser.open();
    List<String> chips = browser.screen.texts("#parts-table", ".head-title");
    assertThat(chips).contains("Year", "FP8 dense", "Memory bandwidth");
    assertThat(browser.screen.texts("#parts-table", ".head-unit")).contains("PFLOPS", "TB/s");
    browser.kind("link");
    assertThat(browser.screen.texts("#parts-table", ".head-title"))
        .contains("Reach")
        .doesNotContain("FP8 dense");
    assertThat(browser.screen.texts("#parts-table", ".label")).contains("Medium");
  }

  @Test
  void sortedByAFigureTheBlanksStandLast() {
    browser.open();
    TableView<Entry> table = browser.table();
    Measure power = Measure.of(Property.POWER_W);
    for (TableColumn.SortType type : TableColumn.SortType.values()) {
      Browser.onWindow(() -> {
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
          Browser.onWindow(
              () -> table.getItems().stream().map(e -> power.of(e).isEmpty()).toList());
      assertThat(blank).contains(true, false).isSorted();
    }
    // The column goes with its kind, and with it the order and the chosen cell.
    browser.cursor("h100-sxm", "powerW");
    browser.kind("cpu");
    assertThat(browser.ids()).contains("grace").doesNotContain("h100-sxm");
  }

  @Test
  void aFigureTellsItsSourceAndABlankThatNothingIsPublic() {
    browser.open();
    browser.cursor("h100-sxm", "powerW");
    String source =
        Desk.CATALOG
            .part("h100-sxm")
            .orElseThrow()
            .values()
            .find(Property.POWER_W)
            .orElseThrow()
            .source();
    assertThat(browser.card()).contains("700 W", "seen", source);

    browser.cursor("h100-sxm", Derived.FP8_PER_WATT.key());
    assertThat(browser.card()).contains("2.827 TFLOPS/W", "= FP8 dense / Power").contains(source);

    browser.cursor("h100-sxm", "fp4DenseTflops");
    assertThat(browser.card()).anyMatch(t -> t.startsWith("Not public"));
  }

  @Test
  void twoToFiveAreComparedAndTheBestIsMarked() {
    browser.open();
    for (String id : List.of("h100-sxm", "a100-sxm", "h200-sxm", "mi300x", "b200-sxm", "tpu-v4")) {
      browser.cursor(id, "powerW");
      browser.type(KeyCode.SPACE);
    }
    assertThat(((ToggleButton) browser.find("#parts-view-compare")).getText())
        .contains(String.valueOf(Comparison.MOST));
    browser.press("#parts-view-compare");

    TableView<Comparison.Row> compared = browser.comparison();
    assertThat(Browser.onWindow(() -> compared.getColumns().size())).isEqualTo(1 + Comparison.MOST);
    assertThat(browser.screen.texts("#compare-table", ".table-cell"))
        .anyMatch(t -> t.startsWith("★ "));
    int all = Browser.onWindow(() -> compared.getItems().size());
    browser.press("#compare-differing");
    assertThat(Browser.onWindow(() -> compared.getItems())).hasSizeBetween(1, all - 1);
    assertThat(Browser.onWindow(() -> List.copyOf(compared.getItems())))
        .allMatch(Comparison.Row::differs);
  }

  @Test
  void anyTwoFiguresArePlottedAndADotIsTheEntry() throws Exception {
    browser.open();
    browser.press("#parts-view-chart");
    ComboBox<Measure> x = browser.measures("#scatter-x");
    ComboBox<Measure> y = browser.measures("#scatter-y");
    Browser.onWindow(() -> {
      x.setValue(Measure.of(Property.MEMORY_BANDWIDTH));
      y.setValue(Measure.of(Property.FP16_DENSE));
    });
    assertThat(browser.screen.texts("#catalog", ".chart-title"))
        .containsExactly("FP16 dense over Memory bandwidth");
    browser.press("#scatter-log-x");

    Node picture = browser.find("#scatter");
    Browser.onWindow(picture::requestFocus);
    browser.type(KeyCode.RIGHT);
    String first = ((Label) browser.find("#entry-title")).getText();
    browser.type(KeyCode.RIGHT);
    assertThat(((Label) browser.find("#entry-title")).getText()).isNotEqualTo(first);

    MenuButton export = (MenuButton) browser.find("#scatter-export");
    for (String ending : List.of("csv", "svg", "png")) {
      Path file = folder.resolve("chart." + ending);
      browser.desk.answers.export = Optional.of(file);
      Browser.onWindow(() ->
          export.getItems().stream()
              .filter(i -> i.getId().equals("scatter-" + ending))
              .forEach(i -> i.fire()));
      assertThat(file).isNotEmptyFile();
    }
    assertThat(Files.readString(folder.resolve("chart.csv"))).contains("Memory bandwidth [TB/s]");
    assertThat(Files.readString(folder.resolve("chart.svg"))).contains("H100 SXM5 80GB");
  }

  @Test
  void whatIsShownIsExportedAndComesBack() throws Exception {
    Path file = folder.resolve("out.csv");
    browser.desk.answers.export = Optional.of(file);
    browser.open();
    browser.write("#parts-search", "h100");
    List<String> shown = browser.ids();
    browser.press("#parts-export");
    assertThat(
            supernode.interop.sheet.SheetReader.read(
                    Files.readString(file), supernode.catalog.Catalog.EMPTY)
                .parts())
        .extracting(supernode.catalog.Part::id)
        .containsExactlyElementsOf(shown);
  }

  @Test
  void anotherLanguageShowsTheSame() {
    browser.open();
    browser.write("#parts-search", "h100");
    List<String> shown = browser.ids();
    Browser.onWindow(() -> browser.desk.studio.speak("zh"));
    assertThat(browser.ids()).isEqualTo(shown);
    assertThat(browser.screen.texts("#catalog", ".page-title")).containsExactly("目录");
    assertThat(browser.screen.texts("#parts-table", ".figure-badge")).contains("忆");
  }
}
