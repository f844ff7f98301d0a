package supernode.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import supernode.analysis.Finding;
import supernode.analysis.Overlay;
import supernode.catalog.Property;
import supernode.design.Design;
import supernode.design.WeatherYear;
import supernode.design.edit.Edit;
import supernode.store.Samples;

class DocumentsTest {
  @TempDir Path folder;

  private final Desk desk = new Desk();
  private final Answers answers = desk.answers;

  @Test
  void whatIsSavedOpensAgainAsItWasAndAsItWasLookedAt() {
    desk.edit();
    desk.workspace.overlayProperty().set(Overlay.POWER);
    Design edited = desk.workspace.design();
    Path file = folder.resolve("small.supernode.json");
    answers.save = Optional.of(file);
    assertThat(desk.documents.save()).isTrue();
    assertThat(desk.workspace.hasUnsavedChanges()).isFalse();

    Desk other = new Desk();
    other.documents.open(file);

    assertThat(other.answers.troubles).isEmpty();
    assertThat(other.workspace.design().withDigests(Map.of())).isEqualTo(edited);
    assertThat(other.workspace.design()).isEqualTo(desk.workspace.design());
    assertThat(other.workspace.design().digests()).containsKey("a100-sxm");
    assertThat(other.workspace.overlayProperty().get()).isEqualTo(Overlay.POWER);
    assertThat(other.workspace.fileProperty().get()).contains(file);
    assertThat(other.settings.recentFiles()).containsExactly(file);
  }

  private static double watts(Desk of) {
    return of.workspace
        .library()
        .part("mine")
        .orElseThrow()
        .values()
        .get(Property.POWER_W)
        .orElseThrow();
  }

  private static List<String> findings(Desk of) {
    return of.workspace.analysis().orElseThrow().findings().stream().map(Finding::kind).toList();
  }

  /** A design of the user's own chip, of so many watts. */
  private Path saved(double watts) {
    desk.studio.ownParts().save(Desk.own(Desk.gpu(), "mine", "Mine", watts));
    desk.workspace.perform(new Edit.Replace("tray", "gpu", "mine"));
    Path file = folder.resolve("own.supernode.json");
    answers.save = Optional.of(file);
    assertThat(desk.documents.save()).isTrue();
    return file;
  }

  @Test
  void aDesignOfOnesOwnPartsOpensWhereNobodyHasThem() {
    Path file = saved(321);
    assertThat(desk.workspace.hasUnsavedChanges()).isFalse();

    Desk other = new Desk();
    other.documents.open(file);

    assertThat(other.answers.troubles).isEmpty();
    assertThat(other.workspace.design()).isEqualTo(desk.workspace.design());
    assertThat(watts(other)).isEqualTo(321);
    assertThat(findings(other)).doesNotContain("catalogue-changed");

    // And where it comes from; undo leads back to what was there.
    desk.documents.open(file);
    assertThat(findings(desk)).doesNotContain("catalogue-changed");
    assertThat(watts(desk)).isEqualTo(321);
  }

  @Test
  void aDesignKeepsItsValuesWhereSomebodyElsesPartIsCalledTheSame() {
    Path file = saved(321);
    Desk other = new Desk();
    other.studio.ownParts().save(Desk.own(Desk.gpu(), "mine", "Mine", 654));
    other.documents.open(file);
    assertThat(watts(other)).isEqualTo(321);
    assertThat(findings(other)).contains("catalogue-changed");

    // Changing one's own does not reach into it either.
    other.studio.ownParts().save(Desk.own(Desk.gpu(), "mine", "Mine", 700));
    assertThat(watts(other)).isEqualTo(321);
    assertThat(other.workspace.hasUnsavedChanges()).isFalse();
  }

  @Test
  void anOwnPartThatIsChangedChangesTheOpenDesignAndUndoChangesItBack() {
    saved(321);
    desk.studio.ownParts().save(Desk.own(Desk.gpu(), "mine", "Mine", 400));
    assertThat(watts(desk)).isEqualTo(400);
    assertThat(desk.workspace.hasUnsavedChanges()).isTrue();
    assertThat(findings(desk)).doesNotContain("catalogue-changed");

    desk.workspace.undo();
    assertThat(watts(desk)).isEqualTo(321);
    assertThat(findings(desk)).contains("catalogue-changed");
    assertThat(desk.workspace.hasUnsavedChanges()).isFalse();
  }

  @Test
  void savingAgainAsksForNoFile() {
    answers.save = Optional.of(folder.resolve("small.supernode.json"));
    desk.documents.save();
    answers.asked.clear();
    desk.edit();

    assertThat(desk.documents.save()).isTrue();
    assertThat(answers.asked).isEmpty();
  }

  @Test
  void aNameWithoutAnEndingGetsOne() {
    answers.save = Optional.of(folder.resolve("mine"));
    desk.documents.saveAs();

    assertThat(folder.resolve("mine.supernode.json")).exists();
  }

  @Test
  void theSuggestedNameComesFromTheDesign() {
    desk.documents.saveAs();

    assertThat(answers.asked).containsExactly("save small.supernode.json");
    assertThat(Documents.fileName("  GB200 / NVL72!")).isEqualTo("gb200-nvl72.supernode.json");
    assertThat(Documents.fileName("***")).isEqualTo("design.supernode.json");
  }

  @Test
  void aBadFileIsRefusedWithASentenceAndTheOpenDesignStays() throws IOException {
    desk.edit();
    Design before = desk.workspace.design();
    answers.leaving = Questions.Leaving.DISCARD;
    Path bad = Files.writeString(folder.resolve("bad.supernode.json"), "{\"format\": \"supern");

    desk.documents.open(bad);

    assertThat(answers.troubles).hasSize(1);
    assertThat(answers.troubles.getFirst().toString()).contains("bad.supernode.json");
    assertThat(desk.workspace.design()).isSameAs(before);
    assertThat(desk.workspace.hasUnsavedChanges()).isTrue();
    assertThat(desk.workspace.history().past()).hasSize(1);
  }

  @Test
  void aSaveThatFailsSaysSoAndKeepsTheWork() throws IOException {
    desk.edit();
    Path notAFolder = Files.writeString(folder.resolve("plain"), "x");
    answers.save = Optional.of(notAFolder.resolve("small.supernode.json"));

    assertThat(desk.documents.save()).isFalse();
    assertThat(answers.troubles).hasSize(1);
    assertThat(desk.workspace.hasUnsavedChanges()).isTrue();
    assertThat(desk.workspace.fileProperty().get()).isEmpty();
  }

  @Test
  void aFileThatChangedOnDiskIsNotWrittenOverUnasked() throws IOException {
    Path file = folder.resolve("small.supernode.json");
    answers.save = Optional.of(file);
    desk.documents.save();
    desk.edit();
    Files.writeString(file, "somebody else's");

    assertThat(desk.documents.save()).isFalse();
    assertThat(answers.asked).endsWith("replace small.supernode.json");
    assertThat(file).hasContent("somebody else's");
    assertThat(desk.workspace.hasUnsavedChanges()).isTrue();

    answers.replacing = Questions.Replacing.ELSEWHERE;
    answers.save = Optional.of(folder.resolve("mine.supernode.json"));
    assertThat(desk.documents.save()).isTrue();
    assertThat(file).hasContent("somebody else's");
    assertThat(desk.workspace.fileProperty().get()).isEqualTo(answers.save);
  }

  @Test
  void aFileThatChangedOnDiskIsWrittenOverWhenItsUserSaysSo() throws IOException {
    Path file = folder.resolve("small.supernode.json");
    answers.save = Optional.of(file);
    desk.documents.save();
    desk.edit();
    Files.writeString(file, "somebody else's");
    answers.replacing = Questions.Replacing.REPLACE;

    assertThat(desk.documents.save()).isTrue();
    answers.asked.clear();
    desk.edit(950);
    assertThat(desk.documents.save()).isTrue();
    assertThat(answers.asked).as("one's own saving is no change by others").isEmpty();
  }

  @Test
  void aFileThatIsGoneIsSavedAnew() throws IOException {
    Path file = folder.resolve("small.supernode.json");
    answers.save = Optional.of(file);
    desk.documents.save();
    desk.edit();
    Files.delete(file);

    assertThat(desk.documents.save()).isTrue();
    assertThat(file).exists();
  }

  @Test
  void anEndingThatIsAddedReplacesNoOtherFile() throws IOException {
    Path other = Files.writeString(folder.resolve("mine.supernode.json"), "older");
    answers.save = Optional.of(folder.resolve("mine"));

    assertThat(desk.documents.saveAs()).isFalse();
    assertThat(answers.asked).endsWith("replace mine.supernode.json");
    assertThat(other).hasContent("older");
  }

  @Test
  void nobodyIsAskedWhenNothingWouldBeLost() {
    assertThat(desk.documents.mayLeave()).isTrue();
    assertThat(answers.asked).isEmpty();
  }

  @Test
  void unsavedWorkIsLeftOnlyWhenItsUserSaysSo() {
    desk.edit();

    assertThat(desk.documents.mayLeave()).isFalse();
    answers.leaving = Questions.Leaving.DISCARD;
    assertThat(desk.documents.mayLeave()).isTrue();
    assertThat(answers.asked).containsExactly("leave Small", "leave Small");
  }

  @Test
  void savingOnLeavingStaysWhenNoFileIsChosen() {
    desk.edit();
    answers.leaving = Questions.Leaving.SAVE;

    assertThat(desk.documents.mayLeave()).isFalse();
    answers.save = Optional.of(folder.resolve("small.supernode.json"));
    assertThat(desk.documents.mayLeave()).isTrue();
  }

  @Test
  void undoBackToTheSavedDesignLeavesNothingToSave() {
    desk.edit();
    assertThat(desk.studio.unsaved().get()).isTrue();

    desk.workspace.undo();

    assertThat(desk.studio.unsaved().get()).isFalse();
  }

  @Test
  void everySampleOpens() {
    for (String sample : Samples.NAMES) {
      desk.documents.openSample(sample);
      assertThat(answers.troubles).as(sample).isEmpty();
      assertThat(desk.workspace.fileProperty().get()).isEmpty();
    }
  }

  @Test
  void allSampleDesignsAreOffered() throws IOException {
    try (var files = Files.list(Path.of("sample-designs"))) {
      assertThat(
              files
                  .map(f -> f.getFileName().toString())
                  .filter(f -> f.endsWith(Documents.SUFFIX))
                  .map(f -> f.replace(Documents.SUFFIX, "")))
          .containsExactlyInAnyOrderElementsOf(Samples.NAMES);
    }
  }

  @Test
  void aNewDesignBeginsEmptyAndSaved() {
    desk.documents.startNew();

    assertThat(desk.workspace.design().rootAssembly().placements()).isEmpty();
    assertThat(desk.workspace.hasUnsavedChanges()).isFalse();
  }

  @Test
  void aTableOfWeatherGoesToTheScenarioAndIntoTheFile() throws IOException {
    Path table = folder.resolve("year.csv");
    Files.writeString(table, "dryBulbC,wetBulbC,hours\n12,8,8000\n30,20,760\n");
    answers.open = Optional.of(table);
    desk.documents.chooseWeather();
    assertThat(answers.troubles).isEmpty();
    assertThat(weather(desk).orElseThrow().hours()).isEqualTo(8760);

    answers.save = Optional.of(folder.resolve("windy.supernode.json"));
    desk.documents.save();
    Desk other = new Desk();
    other.documents.open(folder.resolve("windy.supernode.json"));
    assertThat(weather(other)).isEqualTo(weather(desk));

    desk.workspace.undo();
    assertThat(weather(desk)).isEmpty();

    Files.writeString(table, "dryBulbC\n12\n");
    desk.documents.chooseWeather();
    assertThat(answers.troubles).hasSize(1);
    assertThat(weather(desk)).isEmpty();
  }

  private static Optional<WeatherYear> weather(Desk desk) {
    return desk.workspace.design().scenarios().get(Design.DEFAULT_SCENARIO).weather();
  }
}
