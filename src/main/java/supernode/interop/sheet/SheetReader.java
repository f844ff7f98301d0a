package supernode.interop.sheet;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import supernode.catalog.Catalog;
import supernode.catalog.CatalogException;
import supernode.catalog.CatalogReader;
import supernode.catalog.Confidence;
import supernode.catalog.EntryImport;
import supernode.catalog.EntryImport.Problem;
import supernode.catalog.LinkType;
import supernode.catalog.Part;
import supernode.catalog.PartKind;
import supernode.catalog.Property;
import supernode.quantity.QuantityException;
import supernode.quantity.QuantityFormat;
import supernode.quantity.Text;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads catalogue entries from CSV; what is wrong is told with line, column and remedy. */
public final class SheetReader {
  static final String LINK = "link";
  private static final int MOST_ROWS = 200_000;
  private static final String PORT = "port ";
  private static final List<String> WORDS = List.of("family", "medium", "protocols");

  private final Catalog known;
  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final List<Problem> problems = new ArrayList<>();
  private final Map<SheetColumn, Integer> columns = new LinkedHashMap<>();

  /** The rows of one id. */
  private static final class Entry {
    private final String kind;
    private final long line;
    private final ObjectNode node = JsonNodeFactory.instance.objectNode();
    private final Map<String, Long> fields = new LinkedHashMap<>();
    private boolean bad;

    Entry(String kind, long line) {
      this.kind = kind;
      this.line = line;
    }
  }

  private SheetReader(Catalog known) {
    this.known = known;
  }

  /**
   * @param known whose ids are taken
   */
  public static EntryImport read(String text, Catalog known) {
    return new SheetReader(known).sheet(text);
  }

  private EntryImport sheet(String text) {
    List<CsvRecord> records = new ArrayList<>();
    try (CsvReader<CsvRecord> csv = open(text)) {
      for (CsvRecord r : csv) {
        records.add(r);
        if (records.size() > MOST_ROWS) {
          return alone(r.getStartingLineNumber(), Text.of("sheet.tooLong", MOST_ROWS));
        }
      }
    } catch (CsvParseException _) {
      return alone(
          records.isEmpty() ? 1 : records.getLast().getStartingLineNumber() + 1,
          Text.of("sheet.notCsv"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (records.isEmpty() || !head(records.getFirst())) {
      return alone(1, Text.of("sheet.head", String.join(", ", missing())));
    }
    records.stream().skip(1).forEach(this::row);
    return built();
  }

  /** Spreadsheets leave out what is empty at the end of a row. */
  private static CsvReader<CsvRecord> open(String text) {
    return CsvReader.builder().allowExtraFields(true).allowMissingFields(true).ofCsvRecord(text);
  }

  private EntryImport alone(long line, Text text) {
    return new EntryImport(List.of(), List.of(), List.of(new Problem(line, 1, "", text)));
  }

  private boolean head(CsvRecord head) {
    for (int i = 0; i < head.getFieldCount(); i++) {
      String title = head.getField(i).strip().toLowerCase(Locale.ROOT).replace("\uFEFF", "");
      for (SheetColumn column : SheetColumn.values()) {
        if (column.title().equals(title)) {
          columns.put(column, i);
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
    Entry entry = entries.computeIfAbsent(id, _ -> begun(r, id, kind));
    if (!entry.kind.equals(kind)) {
      wrong(entry, r, SheetColumn.KIND, Text.of("sheet.otherKind", id, entry.kind, kind));
      return;
    }
    String field = cell(r, SheetColumn.FIELD);
    Long before = entry.fields.putIfAbsent(field, r.getStartingLineNumber());
    if (before != null) {
      wrong(entry, r, SheetColumn.FIELD, Text.of("sheet.twice", field, id, before));
    } else if (field.startsWith(PORT)) {
      port(entry, r, field.substring(PORT.length()));
    } else if (kind.equals(LINK) && WORDS.contains(field)) {
      words(entry, field, cell(r, SheetColumn.VALUE));
    } else {
      value(entry, r, field);
    }
  }

  private Entry begun(CsvRecord r, String id, String kind) {
    Entry entry = new Entry(kind, r.getStartingLineNumber());
    entry.node.put("id", id);
    entry.node.put("name", cell(r, SheetColumn.NAME));
    if (!kind.equals(LINK)) {
      entry.node.put("vendor", cell(r, SheetColumn.VENDOR));
    }
    if (!kind.equals(LINK) && PartKind.ofKey(kind).isEmpty()) {
      wrong(entry, r, SheetColumn.KIND, Text.of("sheet.kind", kind));
    }
    if (known.part(id).isPresent() || known.link(id).isPresent()) {
      wrong(entry, r, SheetColumn.ID, Text.of("sheet.taken", id));
    }
    return entry;
  }

  private void wrong(Entry entry, CsvRecord r, SheetColumn column, Text text) {
    entry.bad = true;
    problems.add(
        new Problem(
            r.getStartingLineNumber(), columns.get(column) + 1, cell(r, SheetColumn.ID), text));
  }

  private static void words(Entry entry, String field, String value) {
    if (field.equals("protocols")) {
      var list = entry.node.putArray(field);
      Stream.of(value.split(";")).map(String::strip).forEach(list::add);
    } else {
      entry.node.put(field, value);
    }
  }

  private void value(Entry entry, CsvRecord r, String field) {
    Property property = Property.ofKey(field).orElse(null);
    if (property == null) {
      wrong(entry, r, SheetColumn.FIELD, Text.of("sheet.field", field));
      return;
    }
    String text = cell(r, SheetColumn.VALUE);
    double inFile;
    try {
      // A bare number is in the unit that the field names; with a unit, in that.
      inFile =
          text.matches("[-+]?[0-9.]+([eE][-+]?[0-9]+)?")
              ? Double.parseDouble(text)
              : property.toFile(QuantityFormat.parse(text, property.dimension()));
    } catch (QuantityException e) {
      wrong(entry, r, SheetColumn.VALUE, Text.of("sheet.value", text, field, e.text()));
      return;
    } catch (NumberFormatException _) {
      wrong(entry, r, SheetColumn.VALUE, Text.of("sheet.number", text, field));
      return;
    }
    if (!property.admits(property.toSi(inFile))) {
      Text range = Text.of("sheet.range", text, field, property.min(), property.max());
      wrong(entry, r, SheetColumn.VALUE, range);
      return;
    }
    String confidence = cell(r, SheetColumn.CONFIDENCE);
    if (Confidence.ofKey(confidence).isEmpty()) {
      wrong(entry, r, SheetColumn.CONFIDENCE, Text.of("sheet.confidence", confidence));
      return;
    }
    String source = cell(r, SheetColumn.SOURCE);
    if (source.isEmpty()) {
      wrong(entry, r, SheetColumn.SOURCE, Text.of("sheet.source", field));
      return;
    }
    ObjectNode node = entry.node.withObject("/values").putObject(field);
    node.put("value", inFile).put("confidence", confidence).put("source", source);
    if (!cell(r, SheetColumn.NOTE).isEmpty()) {
      node.put("note", cell(r, SheetColumn.NOTE));
    }
  }

  /** "signal=NVLink5 lanes=2 rateGBps=50 count=18". */
  private void port(Entry entry, CsvRecord r, String name) {
    ObjectNode node = entry.node.withArray("/ports").addObject();
    node.put("name", name);
    for (String word : cell(r, SheetColumn.VALUE).split("\\s+(?=[A-Za-z]+=)")) {
      String[] pair = word.split("=", 2);
      if (pair.length < 2) {
        wrong(entry, r, SheetColumn.VALUE, Text.of("sheet.port", word));
        return;
      }
      if (pair[1].matches("[0-9.]{1,15}") && !pair[0].equals("signal")) {
        node.put(pair[0], Double.parseDouble(pair[1]));
      } else {
        node.put(pair[0], pair[1]);
      }
    }
    origin(node, r);
  }

  /** Ports of old sheets say nothing of it. */
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
    for (Entry entry : entries.values()) {
      try {
        if (entry.bad) {
          continue;
        }
        if (entry.kind.equals(LINK)) {
          links.add(CatalogReader.link(LINK, entry.node));
        } else {
          parts.add(CatalogReader.part(entry.kind, entry.kind, entry.node));
        }
      } catch (CatalogException e) {
        problems.add(
            new Problem(
                entry.line,
                columns.get(SheetColumn.VALUE) + 1,
                entry.node.path("id").asString(""),
                e.text()));
      }
    }
    return new EntryImport(parts, links, problems);
  }
}
