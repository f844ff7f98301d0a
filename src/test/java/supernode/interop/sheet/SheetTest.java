package supernode.interop.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import supernode.catalog.Catalog;
import supernode.catalog.CatalogReader;
import supernode.catalog.EntryImport;
import supernode.catalog.Part;
import supernode.catalog.Property;
import supernode.quantity.Messages;

/** Parts as rows: nothing is lost on the way out and back, and what is wrong is pointed at. */
class SheetTest {
  private static final String HEAD = "id,kind,name,vendor,field,value,confidence,source,note\n";
  private static final String GOOD = "mine,accelerator,Mine,Me,powerW,700,user,own sheet,\n";
  private static final Catalog CATALOG = CatalogReader.shipped();

  private static EntryImport read(String rows) {
    return SheetReader.read(HEAD + rows, CATALOG);
  }

  @Test
  void theWholeCatalogueComesBackAsItWent() {
    String sheet = SheetWriter.text(CATALOG.parts().values(), CATALOG.links().values());
    EntryImport back = SheetReader.read(sheet, Catalog.EMPTY);
    assertThat(back.problems()).isEmpty();
    assertThat(back.links()).containsExactlyElementsOf(CATALOG.links().values());
    // A part without a single value or port leaves no row.
    List<Part> told =
        CATALOG.parts().values().stream()
            .filter(p -> !p.values().all().isEmpty() || !p.ports().isEmpty())
            .toList();
    assertThat(back.parts()).containsExactlyElementsOf(told);
  }

  @Test
  void aValueMayNameItsUnit() {
    Part part = read("mine,accelerator,Mine,Me,powerW,0.7 kW,user,own sheet,\n").parts().getFirst();
    assertThat(part.values().get(Property.POWER_W)).hasValue(700);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          mine,accelerator,Mine,Me,powerW,700 GB,user,own sheet,       | 6 | sheet.value
          mine,accelerator,Mine,Me,powerW,much,user,own sheet,         | 6 | sheet.value
          mine,accelerator,Mine,Me,powerW,1.2.3,user,own sheet,        | 6 | sheet.number
          mine,accelerator,Mine,Me,powerW,-5,user,own sheet,           | 6 | sheet.range
          mine,accelerator,Mine,Me,powerKilos,5,user,own sheet,        | 5 | sheet.field
          mine,accelerator,Mine,Me,powerW,5,surely,own sheet,          | 7 | sheet.confidence
          mine,accelerator,Mine,Me,powerW,5,user,,                     | 8 | sheet.source
          mine,gadget,Mine,Me,powerW,5,user,own sheet,                 | 2 | sheet.kind
          h100-sxm,accelerator,Mine,Me,powerW,5,user,own sheet,        | 1 | sheet.taken
          mine,accelerator,Mine,Me,port up,fast,,,                     | 6 | sheet.port
          """)
  void aWrongCellIsNamedByLineAndColumn(String row, int column, String key) {
    EntryImport read = read("other,cpu,Other,Me,powerW,5,user,own sheet,\n" + row + "\n");
    assertThat(read.problems()).hasSize(1);
    EntryImport.Problem problem = read.problems().getFirst();
    assertThat(problem.line()).isEqualTo(3);
    assertThat(problem.column()).isEqualTo(column);
    assertThat(problem.text().key()).isEqualTo(key);
    // What is good stands ready for who asks for it; of a bad entry nothing does.
    assertThat(read.parts()).extracting(Part::id).containsExactly("other");
    assertThat(new Messages(Locale.ENGLISH).say(problem.text())).matches(".+[.]");
  }

  @Test
  void theSameFieldTwiceIsNamedWithItsFirstLine() {
    EntryImport read = read(GOOD + GOOD);
    assertThat(read.parts()).isEmpty();
    assertThat(read.problems().getFirst().line()).isEqualTo(3);
    assertThat(read.problems().getFirst().text().key()).isEqualTo("sheet.twice");
  }

  @Test
  void missingColumnsAreNamed() {
    EntryImport read = SheetReader.read("id,kind,value\nmine,cpu,5\n", CATALOG);
    assertThat(read.problems()).hasSize(1);
    assertThat(new Messages(Locale.ENGLISH).say(read.problems().getFirst().text()))
        .contains("name, vendor, field, confidence, source, note");
  }

  @ParameterizedTest
  @CsvSource({"''", "'\"never closed'"})
  void whatIsNoSheetIsRefused(String text) {
    assertThat(SheetReader.read(text, CATALOG).problems()).hasSize(1);
  }
}
