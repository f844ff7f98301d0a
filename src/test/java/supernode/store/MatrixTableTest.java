package supernode.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import supernode.catalog.CatalogReader;
import supernode.design.Design;
import supernode.design.TrafficPattern;
import supernode.quantity.Messages;

/** A traffic matrix inside a design, as a square of numbers. */
class MatrixTableTest {
  @TempDir Path folder;

  private Path file(String pattern) throws Exception {
    Path sample = Path.of("sample-designs/hgx-h100.supernode.json");
    String text = Files.readString(sample);
    String sent = "\"traffic\": [{\"fabric\": \"scale-up\", \"pattern\": ";
    assertThat(text).contains(sent + "\"all-to-all\"");
    Path file = folder.resolve("matrix.supernode.json");
    return Files.writeString(file, text.replace(sent + "\"all-to-all\"", sent + pattern));
  }

  @Test
  void aTableIsReadAndWrittenAsOne() throws Exception {
    Path file = file("{\"kind\": \"matrix\", \"tableGBps\": [[9, 25, 0], [2.5, 0, 1], [3, 0, 0]]}");
    StoredDesign stored = DesignReader.read(file, CatalogReader.shipped());
    TrafficPattern sent =
        stored.design().scenarios().get(Design.DEFAULT_SCENARIO).traffic().getFirst().pattern();
    assertThat(((TrafficPattern.Matrix) sent).demands())
        .extracting(d -> List.of(d.from().first(), d.to().first(), d.limitBytesPerS().orElse(0)))
        .containsExactly(
            List.of(0, 1, 25e9), List.of(1, 0, 2.5e9), List.of(1, 2, 1e9), List.of(2, 0, 3e9));
    byte[] written = DesignWriter.toBytes(stored);
    assertThat(new String(written, StandardCharsets.UTF_8))
        .contains("tableGBps")
        .doesNotContain("demands");
    Path again = Files.write(folder.resolve("again.supernode.json"), written);
    assertThat(DesignReader.read(again, CatalogReader.shipped()).design())
        .isEqualTo(stored.design());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[[0, 1], [1]]                    | row 2 has 1 of 2",
        "[[0, 1], 7]                      | row 2 has 1 of 2",
        "[[0, \"x\"], [1, 0]]             | must be a finite number",
        "[[0, -1], [1, 0]]                | Entry 0 of the traffic matrix",
        "{}                               | must be a list",
        "[[0, 1], [1, 0]], \"demands\": [] | stands beside demands",
      })
  void whatIsNoTableIsRefusedWithItsPlace(String table, String said) throws Exception {
    Path file = file("{\"kind\": \"matrix\", \"tableGBps\": " + table + "}");
    StoreException e =
        catchThrowableOfType(
            StoreException.class, () -> DesignReader.read(file, CatalogReader.shipped()));
    assertThat(new Messages(Locale.ENGLISH).say(e.text())).contains(said).contains("matrix");
  }

  @Test
  void aTableHasABound() throws Exception {
    String row = "[" + String.join(",", Collections.nCopies(400, "1")) + "]";
    String table = "[" + String.join(",", Collections.nCopies(400, row)) + "]";
    Path file = file("{\"kind\": \"matrix\", \"tableGBps\": " + table + "}");
    StoreException e =
        catchThrowableOfType(
            StoreException.class, () -> DesignReader.read(file, CatalogReader.shipped()));
    assertThat(new Messages(Locale.ENGLISH).say(e.text())).contains("more than 316 entries");
  }
}
