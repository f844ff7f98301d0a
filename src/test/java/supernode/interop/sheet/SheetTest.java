package supernode.interop.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import supernode.catalog.Catalog;
import supernode.catalog.CatalogReader;
import supernode.catalog.CatalogWriter;
import supernode.catalog.EntryImport;
import supernode.catalog.Part;
import supernode.catalog.PartKind;
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
          mine,accelerator,Mine,Me,port up,signal=UB rateGBps=5 counts=8,user,own, | 6 | sheet.port
          mine,accelerator,Mine,Me,port up,signal=UB rateGBps=5 rateGBps=7,user,own, | 6 | sheet.port
          mine,accelerator,Mine,Me,port up,signal=UB rateGBps=400Gb/s,user,own, | 6 | sheet.port
          mine,accelerator,Mine,Me,port dc,power=in voltageV=-48,user,own, | 6 | sheet.port
          mine,accelerator,Mine,Me,port up,signal=UB rateGBps=5 fluid=in,user,own, | 6 | catalog.portType
          mine,accelerator,Mine,Me,port a[3],signal=UB rateGBps=5,user,own, | 6 | catalog.port
          mine,accelerator,Mine,Me,port up,signal=UB rateGBps=5,,,      | 6 | catalog.source
          mine,cdu,Mine,Me,coolant,beer,user,own sheet,                | 6 | sheet.value
          mine,cdu,Mine,Me,coolant,1.5,user,own sheet,                 | 6 | sheet.range
          mine,accelerator,Mine,Me,powerW,"700,5",user,own sheet,      | 6 | sheet.value
          mine,accelerator,Mine,Me,powerW,0.5 mW,user,own sheet,       | 6 | sheet.value
          ,accelerator,Mine,Me,powerW,5,user,own sheet,                | 1 | sheet.id
          my part,accelerator,Mine,Me,powerW,5,user,own sheet,         | 1 | sheet.id
          other,cpu,Another,Me,memoryGB,5,user,own sheet,              | 3 | sheet.otherName
          other,cpu,Other,You,memoryGB,5,user,own sheet,               | 4 | sheet.otherName
          mine,link,Mine,Me,family,signal,,,                           | 4 | sheet.linkVendor
          mine,link,Mine,,family,smoke,,,                              | 6 | catalog.kind
          mine,link,Mine,,port up,signal=UB rateGBps=5,user,own,       | 5 | sheet.field
          """)
  void aWrongCellIsNamedByLineAndColumn(String row, int column, String key) {
    EntryImport read = read("other,cpu,Other,Me,powerW,5,user,own sheet,\n" + row + "\n");
    assertThat(read.problems()).hasSize(1);
    EntryImport.Problem problem = read.problems().getFirst();
    assertThat(problem.line()).isEqualTo(3);
    assertThat(problem.column()).isEqualTo(column);
    assertThat(problem.text().key()).isEqualTo(key);
    // What is good stands ready for who asks for it; of a bad entry nothing does.
    assertThat(read.parts())
        .extracting(Part::id)
        .isEqualTo(row.startsWith("other,") ? List.of() : List.of("other"));
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

  @ParameterizedTest
  @CsvSource({"';'", "'\t'", "','"})
  void semicolonsAndTabsSeparateToo(String separator) {
    String sheet = (HEAD + GOOD).replace(",", separator);
    assertThat(SheetReader.read(sheet, CATALOG).parts())
        .containsExactlyElementsOf(read(GOOD).parts());
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
  void theMarkThatTellsTheEncodingIsNoPartOfTheHead(String charset) {
    String quoted = HEAD.replace("id,", "\"id\",");
    byte[] bytes = ("\uFEFF" + quoted + GOOD).getBytes(Charset.forName(charset));
    assertThat(SheetReader.read(bytes, CATALOG).parts())
        .containsExactlyElementsOf(read(GOOD).parts());
  }

  @ParameterizedTest
  @ValueSource(strings = {"GBK", "ISO-8859-1"})
  void whatIsNotUtf8IsRefusedWhereItBegins(String charset) {
    String name = charset.equals("GBK") ? "华为" : "Müller";
    byte[] bytes =
        (HEAD + GOOD.replace(",Me,", "," + name + ",")).getBytes(Charset.forName(charset));
    EntryImport read = SheetReader.read(bytes, CATALOG);
    assertThat(read.size()).isZero();
    assertThat(read.problems())
        .extracting(p -> p.line() + ":" + p.column() + ":" + p.text().key())
        .containsExactly("2:4:sheet.encoding");
  }

  @Test
  void aQuoteThatNeverClosesSwallowsNoRows() {
    EntryImport read =
        read(GOOD + "b,cpu,B,,powerW,5,user,own,\"note\n" + "c,cpu,C,,powerW,5,user,own,\n");
    assertThat(read.size()).isZero();
    assertThat(read.problems())
        .extracting(p -> p.line() + ":" + p.column() + ":" + p.text().key())
        .containsExactly("3:9:sheet.notCsv");
  }

  @Test
  void rowsAfterAQuotedLineBreakKeepTheirNumbers() {
    EntryImport read =
        read("a,cpu,\"Two\r\nlines\",Me,powerW,5,user,own,\nb,cpu,B,,powerW,-5,user,own,\n");
    assertThat(read.parts()).extracting(Part::name).containsExactly("Two\r\nlines");
    assertThat(read.problems()).extracting(EntryImport.Problem::line).containsExactly(4L);
  }

  @Test
  void emptiedRowsAreNoRowsAndANameNeedNotBeRepeated() {
    EntryImport read =
        read(",,,,,,,,\n" + GOOD + " ,,\nmine,accelerator,,,memoryGB,80,user,own sheet,\n");
    assertThat(read.problems()).isEmpty();
    assertThat(read.parts()).extracting(Part::name).containsExactly("Mine");
    assertThat(read.parts().getFirst().values().all()).hasSize(2);
  }

  @Test
  void aColumnThatIsNamedTwiceIsRefused() {
    EntryImport read = SheetReader.read(HEAD.replace("value,", "value,value,") + GOOD, CATALOG);
    assertThat(read.size()).isZero();
    assertThat(read.problems())
        .extracting(p -> p.line() + ":" + p.column() + ":" + p.text().key())
        .containsExactly("1:7:sheet.headTwice");
  }

  @Test
  void everyPortThatIsWrongIsToldInItsRow() {
    EntryImport read =
        read(
            GOOD
                + "mine,accelerator,,,port a,signal=UB rateGBps=0,user,own,\n"
                + "mine,accelerator,,,port b,signal=UB rateGBps=5 count=0,user,own,\n");
    assertThat(read.problems()).extracting(EntryImport.Problem::line).containsExactly(3L, 4L);
  }

  @Test
  void aCoolantGoesByItsName() {
    Part part = read("mine,cdu,Mine,Me,coolant,pg25,user,own sheet,\n").parts().getFirst();
    assertThat(part.values().get(Property.COOLANT)).hasValue(1);
    assertThat(SheetWriter.text(List.of(part), List.of())).contains("coolant,pg25");
  }

  @Test
  void theLongestSheetCanBeReadBackFromTheFileThatItBecomes() {
    String row = "p%d,accelerator,P,,port a,signal=UB lanes=4 rateGBps=5 count=8,user,own,note\n";
    StringBuilder rows = new StringBuilder();
    IntStream.range(0, 20_000).forEach(i -> rows.append(row.formatted(i)));
    EntryImport read = read(rows.toString());
    assertThat(read.problems()).isEmpty();
    byte[] file = CatalogWriter.parts(PartKind.ACCELERATOR, read.parts());
    assertThat(file.length).isLessThan((int) CatalogReader.MAX_BYTES);
    assertThat(CatalogReader.read("mine.json", file).parts()).hasSize(20_000);

    rows.append(row.formatted(20_000));
    assertThat(read(rows.toString()).problems())
        .extracting(p -> p.text().key())
        .containsExactly("sheet.tooLong");
  }
}
