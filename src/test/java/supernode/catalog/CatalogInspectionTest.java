package supernode.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import supernode.quantity.Messages;
import supernode.quantity.Text;

/** A file of somebody's parts is read to its end, and everything wrong is told with its place. */
class CatalogInspectionTest {
  private static final String FILE =
      """
      {"format": "supernode-catalog", "version": 1, "kind": "switch", "entries": [
        {"id": "good", "name": "Good",
         "values": {"powerW": {"value": 300, "confidence": "estimate", "source": "bench"}}},
        {"id": "bad", "name": "Bad",
         "values": {
           "powerW": {"value": -1, "confidence": "surely", "source": ""},
           "powreW": {"value": 1, "confidence": "seen", "source": "x"}},
         "ports": [
           {"name": "port", "signal": "NVLink5", "count": 72},
           {"name": "odd"}]},
        {"id": "good", "name": "Again"},
        {"name": "No id"},
        {"id": "nvlsw5", "name": "Taken"}]}
      """;

  private static EntryImport read(String text) {
    return CatalogInspection.of(
        "mine.json", text.getBytes(StandardCharsets.UTF_8), CatalogReader.shipped());
  }

  @Test
  void allProblemsAreToldAndGoodEntriesKept() {
    EntryImport read = read(FILE);

    assertThat(read.parts()).extracting(Part::id).containsExactly("good");
    assertThat(read.problems())
        .extracting(p -> p.line() + ":" + p.id() + ":" + p.text().key())
        .containsExactlyInAnyOrder(
            "6:bad:catalog.value",
            "6:bad:catalog.source",
            "6:bad:catalog.confidence",
            "7:bad:catalog.property",
            "9:bad:catalog.portRate",
            "10:bad:catalog.portType",
            "11:good:catalog.duplicate",
            "12::catalog.id",
            "13:nvlsw5:sheet.taken");
    assertThat(read.problems())
        .allSatisfy(p -> {
          assertThat(p.column()).isPositive();
          assertThat(new Messages(Locale.ENGLISH).say(p.text())).matches(".+[.]");
        });
  }

  @Test
  void theColumnIsThatOfTheValue() {
    EntryImport.Problem value =
        read(FILE).problems().stream()
            .filter(p -> p.text().key().equals("catalog.value"))
            .findFirst()
            .orElseThrow();
    assertThat(value.column()).isEqualTo("     \"powerW\": {\"value\": -1".indexOf("-1") + 1);
  }

  @Test
  void whatIsNoJsonOrNoCatalogueIsOneProblem() {
    EntryImport broken = read("{\"format\": \n  oops}");
    assertThat(broken.problems()).hasSize(1);
    assertThat(broken.problems().getFirst().line()).isEqualTo(2);
    assertThat(read("{\"format\": \"else\"}").problems()).hasSize(1);
    EntryImport kind = read(FILE.replace("\"switch\"", "\"spoon\""));
    assertThat(kind.problems()).hasSize(1);
    assertThat(kind.parts()).isEmpty();
  }

  @Test
  void whatTheWriterWritesIsGood() {
    byte[] file =
        CatalogWriter.parts(PartKind.SWITCH, CatalogReader.shipped().ofKind(PartKind.SWITCH));
    EntryImport back = CatalogInspection.of("copy.json", file, Catalog.EMPTY);
    assertThat(back.problems()).isEmpty();
    assertThat(back.parts())
        .containsExactlyElementsOf(CatalogReader.shipped().ofKind(PartKind.SWITCH));
  }

  @Test
  void anIdOfALinkTypeIsTakenForPartsToo() {
    EntryImport taken = read(FILE.replace("\"good\", \"name\": \"Good\"", "\"nvlink5\""));
    assertThat(taken.problems())
        .extracting(p -> p.line() + ":" + p.text().key())
        .contains("2:sheet.taken");
  }

  @Test
  void noRateOfAPortIsKeptWithoutItsSource() {
    String port = "\"ports\": [{\"name\": \"up\", \"signal\": \"UB\", \"rateGBps\": 50";
    String file =
        """
        {"format": "supernode-catalog", "version": 1, "kind": "nic", "entries": [
          {"id": "a", %s}]},
          {"id": "b", %s, "source": "own", "confidence": "user"}]}]}
        """
            .formatted(port, port);
    EntryImport read = read(file);
    assertThat(read.parts()).extracting(Part::id).containsExactly("b");
    assertThat(read.problems()).extracting(p -> p.text().key()).containsExactly("catalog.source");
    assertThat(read.problems().getFirst().line()).isEqualTo(2);
  }

  @Test
  void ofVeryManyProblemsTheFirstAreToldAndTheRestCounted() {
    String entry = "{\"id\": \"good\"},";
    EntryImport read =
        read(
            "{\"format\": \"supernode-catalog\", \"version\": 1, \"kind\": \"nic\", \"entries\": ["
                + entry.repeat(3001)
                + "{\"id\": \"last\"}]}");
    assertThat(read.problems()).hasSize(1000);
    assertThat(read.problems().getLast().text()).isEqualTo(Text.of("sheet.more", 2001));
  }
}
