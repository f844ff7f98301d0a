package supernode.interop.sheet;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import supernode.catalog.Catalog;
import supernode.catalog.Confidence;
import supernode.catalog.Entries;
import supernode.catalog.EntryImport;
import supernode.catalog.EntryImport.Problem;
import supernode.catalog.LinkType;
import supernode.catalog.Part;
import supernode.catalog.PartKind;
import supernode.catalog.Property;
import supernode.quantity.QuantityException;
import supernode.quantity.QuantityFormat;
import supernode.quantity.Text;
import tools.jackson.databind.node.ObjectNode;

/** Reads catalogue entries from CSV; what is wrong is told with line, column and remedy. */
public final class SheetReader {
  static final String LINK = "link";
  private static final int MOST_ROWS = 20_000;
  private static final int BRIEF = 60;
  private static final String PORT = "port ";
  private static final List<String> WORDS = List.of("family", "medium", "protocols");

  private final Catalog known;
  private final Map<String, SheetEntry> entries = new LinkedHashMap<>();
  private final List<Problem> problems = new ArrayList<>();
  private final Map<SheetColumn, Integer> columns = new LinkedHashMap<>();

  private SheetReader(Catalog known) {
    this.known = known;
  }

  /**
   * @param known whose ids are taken
   */
  public static EntryImport read(byte[] bytes, Catalog known) {
    return switch (SheetText.decoded(bytes)) {
      case SheetText.Decoded.Good(SheetText sheet) -> new SheetReader(known).sheet(sheet);
      case SheetText.Decoded.Bad(Problem p) -> EntryImport.refused(p.line(), p.column(), p.text());
    };
  }

  /** As {@link #read(byte[], Catalog)}. */
  public static EntryImport read(String text, Catalog known) {
    return read(text.getBytes(StandardCharsets.UTF_8), known);
  }

  private EntryImport sheet(SheetText sheet) {
    Optional<Problem> open = sheet.quotes();
    if (open.isPresent()) {
      return EntryImport.refused(open.get().line(), open.get().column(), open.get().text());
    }
    List<CsvRecord> records = new ArrayList<>();
    try (CsvReader<CsvRecord> csv = open(sheet)) {
      for (CsvRecord r : csv) {
        records.add(r);
        if (records.size() > MOST_ROWS + 1) {
          Text tooLong = Text.of("sheet.tooLong", MOST_ROWS);
          return EntryImport.refused(r.getStartingLineNumber(), 1, tooLong);
        }
      }
    } catch (CsvParseException _) {
      long line = records.isEmpty() ? 1 : records.getLast().getStartingLineNumber() + 1;
      return EntryImport.refused(line, 1, Text.of("sheet.tooWide"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (records.isEmpty() || !head(records.getFirst())) {
      String missing = String.join(", ", missing());
      return EntryImport.refused(1, 1, Text.of("sheet.head", missing));
    }
    if (problems.isEmpty()) {
      records.stream().skip(1).filter(SheetReader::says).forEach(this::row);
    }
    return built();
  }

  /** Spreadsheets leave out what is empty at the end of a row. */
  private static CsvReader<CsvRecord> open(SheetText sheet) {
    return CsvReader.builder()
        .fieldSeparator(sheet.separator())
        .allowExtraFields(true)
        .allowMissingFields(true)
        .ofCsvRecord(sheet.text());
  }

  /** And they keep rows whose cells were emptied. */
  private static boolean says(CsvRecord r) {
    return r.getFields().stream().anyMatch(cell -> !cell.isBlank());
  }

  private boolean head(CsvRecord head) {
    for (int i = 0; i < head.getFieldCount(); i++) {
      String title = head.getField(i).strip().toLowerCase(Locale.ROOT);
      for (SheetColumn column : SheetColumn.values()) {
        if (column.title().equals(title) && columns.putIfAbsent(column, i) != null) {
          problems.add(new Problem(1, i + 1, "", Text.of("sheet.headTwice", title)));
        }
      }
    }
    return missing().isEmpty();
  }

  private List<String> missing() {
    return Stream.of(SheetColumn.values())
        .filter(c -> !columns.containsKey(c))
        .map(SheetColumn::title)
        .toList();
  }

  private String cell(CsvRecord r, SheetColumn column) {
    int at = columns.get(column);
    return at < r.getFieldCount() ? r.getField(at).strip() : "";
  }

  private void row(CsvRecord r) {
    String id = cell(r, SheetColumn.ID);
    String kind = cell(r, SheetColumn.KIND);
    SheetEntry entry = entries.computeIfAbsent(id, _ -> begun(r, id, kind));
    if (!Entries.isId(id)) {
      wrong(entry, r, SheetColumn.ID, Text.of("sheet.id", brief(id)));
      return;
    }
    if (!entry.kind().equals(kind)) {
      wrong(entry, r, SheetColumn.KIND, Text.of("sheet.otherKind", id, entry.kind(), brief(kind)));
      return;
    }
    if (!called(entry, r, SheetColumn.NAME) || !called(entry, r, SheetColumn.VENDOR)) {
      return;
    }
    String field = cell(r, SheetColumn.FIELD);
    Optional<Long> before = entry.begin(field, r.getStartingLineNumber());
    if (before.isPresent()) {
      wrong(entry, r, SheetColumn.FIELD, Text.of("sheet.twice", brief(field), id, before.get()));
    } else if (field.startsWith(PORT) && !kind.equals(LINK)) {
      port(entry, r, field.substring(PORT.length()));
    } else if (kind.equals(LINK) && WORDS.contains(field)) {
      words(entry, field, cell(r, SheetColumn.VALUE));
    } else {
      value(entry, r, field);
    }
  }

  private SheetEntry begun(CsvRecord r, String id, String kind) {
    SheetEntry entry = new SheetEntry(id, kind, r.getStartingLineNumber());
    if (!kind.equals(LINK) && PartKind.ofKey(kind).isEmpty()) {
      wrong(entry, r, SheetColumn.KIND, Text.of("sheet.kind", brief(kind)));
    }
    if (known.part(id).isPresent() || known.link(id).isPresent()) {
      wrong(entry, r, SheetColumn.ID, Text.of("sheet.taken", id));
    }
    return entry;
  }

  /** Its rows give an entry one name and one vendor; where one gives none, the others do. */
  private boolean called(SheetEntry entry, CsvRecord r, SheetColumn column) {
    String given = cell(r, column);
    if (given.isEmpty()) {
      return true;
    }
    if (entry.kind().equals(LINK) && column == SheetColumn.VENDOR) {
      wrong(entry, r, column, Text.of("sheet.linkVendor"));
      return false;
    }
    String first = entry.node().path(column.title()).asString(given);
    if (!first.equals(given)) {
      Text two = Text.of("sheet.otherName", entry.id(), brief(first), brief(given));
      wrong(entry, r, column, two);
      return false;
    }
    entry.node().put(column.title(), given);
    return true;
  }

  private void wrong(SheetEntry entry, CsvRecord r, SheetColumn column, Text text) {
    wrong(entry, r.getStartingLineNumber(), column, text);
  }

  private void wrong(SheetEntry entry, long line, SheetColumn column, Text text) {
    entry.spoil();
    problems.add(new Problem(line, columns.get(column) + 1, brief(entry.id()), text));
  }

  private static String brief(String cell) {
    return cell.length() > BRIEF ? cell.substring(0, BRIEF) + "…" : cell;
  }

  private static void words(SheetEntry entry, String field, String value) {
    if (field.equals("protocols")) {
      var list = entry.node().putArray(field);
      Stream.of(value.split(";")).map(String::strip).filter(p -> !p.isEmpty()).forEach(list::add);
    } else {
      entry.node().put(field, value);
    }
  }

  private void value(SheetEntry entry, CsvRecord r, String field) {
    Property property = Property.ofKey(field).orElse(null);
    if (property == null) {
      wrong(entry, r, SheetColumn.FIELD, Text.of("sheet.field", brief(field)));
      return;
    }
    String text = cell(r, SheetColumn.VALUE);
    double inFile;
    try {
      inFile = number(text, property);
    } catch (QuantityException e) {
      wrong(entry, r, SheetColumn.VALUE, Text.of("sheet.value", brief(text), field, e.text()));
      return;
    } catch (NumberFormatException _) {
      wrong(entry, r, SheetColumn.VALUE, Text.of("sheet.number", brief(text), field));
      return;
    }
    if (!property.admits(property.toSi(inFile))) {
      Text range = Text.of("sheet.range", brief(text), field, property.min(), property.max());
      wrong(entry, r, SheetColumn.VALUE, range);
      return;
    }
    String confidence = cell(r, SheetColumn.CONFIDENCE);
    if (Confidence.ofKey(confidence).isEmpty()) {
      wrong(entry, r, SheetColumn.CONFIDENCE, Text.of("sheet.confidence", brief(confidence)));
      return;
    }
    if (cell(r, SheetColumn.SOURCE).isEmpty()) {
      wrong(entry, r, SheetColumn.SOURCE, Text.of("sheet.source", field));
      return;
    }
    ObjectNode node = entry.node().withObject("/values").putObject(field);
    origin(node.put("value", inFile), r);
  }

  /** A bare number is in the unit that the field names; with a unit, in that. */
  private static double number(String text, Property property) {
    if (property.choice(text).isPresent()) {
      return property.choice(text).getAsDouble();
    }
    return text.matches("[-+]?[0-9.]+([eE][-+]?[0-9]+)?")
        ? Double.parseDouble(text)
        : property.toFile(QuantityFormat.parse(brief(text), property.dimension()));
  }

  private void port(SheetEntry entry, CsvRecord r, String name) {
    ObjectNode node = entry.port(r.getStartingLineNumber());
    Optional<String> word = PortCell.read(cell(r, SheetColumn.VALUE), node);
    if (word.isPresent()) {
      wrong(entry, r, SheetColumn.VALUE, Text.of("sheet.port", brief(word.get())));
      return;
    }
    node.put("name", name);
    origin(node, r);
  }

  private void origin(ObjectNode node, CsvRecord r) {
    for (SheetColumn c : List.of(SheetColumn.CONFIDENCE, SheetColumn.SOURCE, SheetColumn.NOTE)) {
      if (!cell(r, c).isEmpty()) {
        node.put(c.title(), cell(r, c));
      }
    }
  }

  private EntryImport built() {
    List<Part> parts = new ArrayList<>();
    List<LinkType> links = new ArrayList<>();
    for (SheetEntry e : entries.values()) {
      if (!e.isGood()) {
        continue;
      }
      if (e.kind().equals(LINK)) {
        Entries.link(LINK, e.node(), (at, text) -> wrong(e, e.line(at), SheetColumn.VALUE, text))
            .filter(_ -> e.isGood())
            .ifPresent(links::add);
      } else {
        Entries.part(
                e.kind(), e.kind(), e.node(), (at, text) -> wrong(e, e.line(at), column(at), text))
            .filter(_ -> e.isGood())
            .ifPresent(parts::add);
      }
    }
    problems.sort(Comparator.comparingLong(Problem::line).thenComparingInt(Problem::column));
    return new EntryImport(parts, links, problems);
  }

  private static SheetColumn column(String pointer) {
    return Stream.of(SheetColumn.values())
        .filter(c -> pointer.endsWith("/" + c.title()))
        .findFirst()
        .orElse(SheetColumn.VALUE);
  }
}
