package supernode.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import supernode.catalog.Property;
import supernode.design.edit.Edit;
import supernode.store.OwnCatalog;

/** Parts of the catalogue in the real window: placed, copied, renamed, deleted, imported. */
class CatalogPartsTest {
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
  void theInspectorShowsItsPartInTheCatalogue() {
    Browser.onWindow(
        () -> browser.desk.workspace.select(supernode.ui.Selection.of("compute[0].gpu[0]")));
    Button show = (Button) browser.screen.node("#inspector-slot", "#show-in-catalog");
    Browser.onWindow(show::fire);
    assertThat(((Label) browser.find("#entry-title")).getText())
        .isEqualTo(Desk.CATALOG.part(Desk.gpu()).orElseThrow().name());
  }

  /** The menu of a part in the palette leads to its page. */
  @Test
  void thePaletteShowsItsPartInTheCatalogue() {
    TextField search = (TextField) browser.screen.node("#palette-slot", "#palette-search");
    Browser.onWindow(() -> search.setText("H100 SXM5 80GB"));
    browser.chooseFromMenu("#palette-list", "palette-show");
    assertThat(browser.isOpen()).isTrue();
    assertThat(((Label) browser.find("#entry-title")).getText()).isEqualTo("H100 SXM5 80GB");
    Browser.onWindow(search::clear);
  }

  /** What a design draws of an own part follows it at once. */
  @Test
  void anOwnPartThatIsEditedIsDrawnAndSolvedAnew() {
    Browser.onWindow(() -> browser.desk.studio.catalog().show("accelerator", "b200-sxm"));
    browser.press("#entry-copy");
    browser.press("#draft-save");
    Browser.onWindow(
        () -> browser.desk.workspace.perform(new Edit.Replace("tray", "gpu", "b200-sxm-own")));
    var before = browser.desk.workspace.analysisProperty().get();
    browser.press("#entry-edit");
    browser.write("#draft-name", "B200 of ours");
    browser.write("#draft-memoryGB", "96 GB");
    browser.write("#draft-memoryGB-source", "bench of May");
    browser.press("#draft-save");
    assertThat(browser.screen.texts("#draft-pane", ".field-error")).isEmpty();
    browser.press("#parts-close");
    assertThat(browser.desk.workspace.analysisProperty().get()).isNotEqualTo(before);
    TextField search = (TextField) browser.screen.node("#palette-slot", "#palette-search");
    Browser.onWindow(() -> search.setText("of ours"));
    assertThat(browser.screen.texts("#palette-list", ".entry-name"))
        .containsOnlyOnce("B200 of ours");
    Browser.onWindow(search::clear);
  }

  /** Pressed in the table, moved onto the drawing, let go: it is placed there. */
  @Test
  void aPartIsDraggedFromTheTableOntoTheDrawing() {
    browser.open();
    Node row = browser.row("h100-sxm");
    browser.drag(row, browser.canvas());
    assertThat(browser.isOpen()).isFalse();
    assertThat(browser.desk.workspace.design().rootAssembly().placements().values())
        .anyMatch(p -> p.of().equals("h100-sxm"));
  }

  @Test
  void aCopyIsWrittenWithASourceAndStandsInThePaletteAtOnce() {
    Browser.onWindow(() -> browser.desk.studio.catalog().show("accelerator", "h100-sxm"));
    browser.press("#entry-copy");
    browser.write("#draft-name", "H100 overclocked");
    browser.write("#draft-powerW", "800 GB");
    browser.press("#draft-save");
    // No unit of power, and a figure that was changed has lost its source.
    assertThat(browser.screen.texts("#draft-pane", ".field-error"))
        .anyMatch(t -> t.contains("800 GB"));
    browser.write("#draft-powerW", "800 W");
    browser.press("#draft-save");
    assertThat(browser.screen.texts("#draft-pane", ".field-error"))
        .anyMatch(t -> t.contains("where"));
    browser.write("#draft-powerW-source", "bench of May");
    browser.press("#draft-save");

    assertThat(((Label) browser.find("#entry-title")).getText()).isEqualTo("H100 overclocked");
    assertThat(
            browser
                .desk
                .workspace
                .catalog()
                .part("h100-sxm-own")
                .orElseThrow()
                .values()
                .get(Property.POWER_W))
        .hasValue(800);
    assertThat(OwnCatalog.read(browser.desk.ownFolder).hasPart("h100-sxm-own")).isTrue();
    browser.type(KeyCode.ESCAPE);
    TextField search = (TextField) browser.screen.node("#palette-slot", "#palette-search");
    Browser.onWindow(() -> search.setText("overclocked"));
    assertThat(browser.screen.texts("#palette-list", ".entry-name")).contains("H100 overclocked");
  }

  @Test
  void anOwnPartIsRenamedAndDeletedAndTheDesignThatUsesItKeepsACopy() {
    Browser.onWindow(() -> browser.desk.studio.catalog().show("accelerator", "a100-sxm"));
    browser.press("#entry-copy");
    browser.press("#draft-save");
    assertThat(browser.screen.texts("#entry-pane", ".inspector-subtitle"))
        .anyMatch(t -> t.contains("yours"));
    Browser.onWindow(
        () -> browser.desk.workspace.perform(new Edit.Replace("tray", "gpu", "a100-sxm-own")));

    browser.press("#entry-edit");
    assertThat(((TextField) browser.find("#draft-id")).isDisabled()).isTrue();
    browser.write("#draft-name", "Renamed");
    browser.press("#draft-save");
    assertThat(browser.desk.workspace.library().part("a100-sxm-own").orElseThrow().name())
        .isEqualTo("Renamed");

    browser.press("#entry-remove");
    assertThat(browser.screen.texts("#entry-pane", ".source-text"))
        .anyMatch(t -> t.contains("keeps a copy"));
    browser.press("#entry-remove-yes");

    assertThat(browser.desk.workspace.catalog().part("a100-sxm-own")).isEmpty();
    assertThat(browser.desk.workspace.library().part("a100-sxm-own")).isPresent();
    assertThat(OwnCatalog.read(browser.desk.ownFolder).hasPart("a100-sxm-own")).isFalse();
    Browser.onWindow(browser.desk.workspace::undo);
    Browser.onWindow(browser.desk.workspace::redo);
    assertThat(browser.desk.workspace.library().part("a100-sxm-own")).isPresent();
  }

  @Test
  void anImportIsLookedAtFirstAndGoodRowsAreKeptOnlyIfSaid() throws Exception {
    browser.desk.answers.parts =
        Optional.of(
            Files.writeString(
                folder.resolve("mine.csv"),
                """
                id,kind,name,vendor,field,value,confidence,source,note
                good,cpu,Good,Me,powerW,300,user,own sheet,
                bad,cpu,Bad,Me,powerW,many,user,own sheet,
                bad,cpu,Bad,Me,cores,64,user,,
                """));
    browser.open();
    browser.press("#parts-import");
    TableView<?> problems = (TableView<?>) browser.find("#import-problems");
    assertThat(Browser.onWindow(() -> problems.getItems().size())).isEqualTo(2);
    assertThat(browser.screen.texts("#import-problems", ".table-cell")).contains("3", "6", "bad");
    // No remedy is cut off: the sentences take the lines that they need.
    assertThat(
            Browser.onWindow(() ->
                problems.lookupAll(".problem-text").stream()
                    .map(Text.class::cast)
                    .filter(t -> t.getText().endsWith("."))
                    .map(Text::getWrappingWidth)
                    .toList()))
        .hasSize(2)
        .allMatch(width -> width > 200);
    assertThat(((Button) browser.find("#import-add")).isDisabled()).isTrue();
    browser.press("#import-cancel");
    assertThat(browser.desk.workspace.catalog().part("good")).isEmpty();

    browser.press("#parts-import");
    browser.press("#import-keep");
    browser.press("#import-add");
    assertThat(browser.desk.workspace.catalog().part("good")).isPresent();
    assertThat(browser.desk.workspace.catalog().part("bad")).isEmpty();
  }

  @Test
  void aPartIsPlacedOnTheDrawing() {
    Browser.onWindow(() -> browser.desk.studio.catalog().show("accelerator", "h100-sxm"));
    browser.press("#entry-place");
    assertThat(browser.isOpen()).isFalse();
    assertThat(browser.desk.workspace.design().rootAssembly().placements().values())
        .anyMatch(p -> p.of().equals("h100-sxm"));
  }

  @Test
  void deleteInTheCatalogueLeavesTheDesignAlone() {
    Browser.onWindow(() -> browser.desk.workspace.select(supernode.ui.Selection.of("compute[0]")));
    var before = browser.desk.workspace.design();
    browser.open();
    browser.cursor("h100-sxm", "powerW");
    browser.type(KeyCode.DELETE);
    assertThat(browser.desk.workspace.design()).isSameAs(before);
  }
}
