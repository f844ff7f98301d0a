package supernode.interop.epanet;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads an EPANET 2.2 input file; sections may come in any order. */
public final class InpReader {
  /** Largest file that is read, bytes. */
  public static final long LARGEST = 200_000_000;

  private final String file;
  private final Map<Section, List<Row>> rows = new EnumMap<>(Section.class);
  private final List<String> title = new ArrayList<>();

  private InpReader(String file) {
    this.file = file;
  }

  /** Reads a file; what is wrong with it comes as {@link InpException}. */
  public static InpNetwork read(Path file) {
    try {
      if (!Files.isRegularFile(file)) {
        throw new InpException("epanet.noFile", file.toString());
      }
      if (Files.size(file) > LARGEST) {
        throw new InpException("epanet.large", file.toString(), LARGEST / 1_000_000);
      }
      return parse(file.toString(), decoded(Files.readAllBytes(file)));
    } catch (IOException e) {
      throw new InpException("epanet.noFile", file.toString());
    }
  }

  /** UTF-8, or the Latin 1 of older files. */
  private static String decoded(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException _) {
      return new String(bytes, StandardCharsets.ISO_8859_1);
    }
  }

  /** As {@link #read}, of a text; the name is that of messages. */
  public static InpNetwork parse(String name, String text) {
    InpReader reader = new InpReader(name);
    reader.split(text);
    return reader.network();
  }

  private void split(String text) {
    Section section = null;
    int line = 0;
    for (String raw : (Iterable<String>) text.lines()::iterator) {
      line++;
      String content = raw.strip();
      if (section == Section.TITLE && !content.startsWith("[")) {
        title.add(raw);
        continue;
      }
      int comment = content.indexOf(';');
      content = (comment >= 0 ? content.substring(0, comment) : content).strip();
      if (content.isEmpty()) {
        continue;
      }
      if (content.startsWith("[")) {
        section = header(content, line);
        if (section == Section.END) {
          return;
        }
      } else if (section == null) {
        throw new InpException("epanet.outside", file, line);
      } else if (section.read()) {
        rows.computeIfAbsent(section, _ -> new ArrayList<>())
            .add(new Row(file, line, "[" + section + "]", words(content)));
      }
    }
  }

  private Section header(String content, int line) {
    int end = content.indexOf(']');
    String name = content.substring(1, end < 0 ? content.length() : end).strip();
    Optional<Section> section = Section.of(name);
    if (section.isEmpty()) {
      String known =
          Arrays.stream(Section.values()).map(Section::name).collect(Collectors.joining(", "));
      throw new InpException("epanet.section", file, line, name, known);
    }
    return section.get();
  }

  /** Words between blanks; a phrase in quotes is one. */
  private static List<String> words(String content) {
    List<String> words = new ArrayList<>();
    int i = 0;
    while (i < content.length()) {
      char c = content.charAt(i);
      if (Character.isWhitespace(c) || c == ',') {
        i++;
        continue;
      }
      int end = i + 1;
      if (c == '"') {
        int close = content.indexOf('"', end);
        words.add(content.substring(end, close < 0 ? content.length() : close));
        i = close < 0 ? content.length() : close + 1;
        continue;
      }
      while (end < content.length()
          && !Character.isWhitespace(content.charAt(end))
          && content.charAt(end) != ',') {
        end++;
      }
      words.add(content.substring(i, end));
      i = end;
    }
    return words;
  }

  private InpNetwork network() {
    Options options = new Options();
    of(Section.OPTIONS).forEach(options::option);
    of(Section.TIMES).forEach(options::time);
    Tables tables = new Tables();
    of(Section.PATTERNS).forEach(tables::pattern);
    of(Section.CURVES).forEach(tables::curve);
    Nodes nodes = new Nodes(tables);
    of(Section.JUNCTIONS).forEach(nodes::junction);
    of(Section.RESERVOIRS).forEach(nodes::tank);
    of(Section.TANKS).forEach(nodes::tank);
    of(Section.DEMANDS).stream().filter(r -> !options.multiplies(r)).forEach(nodes::demand);
    of(Section.EMITTERS).forEach(nodes::emitter);
    of(Section.COORDINATES).forEach(nodes::coordinate);
    Links links = new Links(nodes, tables);
    of(Section.PIPES).forEach(links::pipe);
    of(Section.PUMPS).forEach(links::pump);
    of(Section.VALVES).forEach(links::valve);
    Controls controls = new Controls(nodes, links);
    of(Section.STATUS).forEach(controls::status);
    of(Section.CONTROLS).forEach(controls::control);
    List<supernode.quantity.Text> remarks = new ArrayList<>();
    for (Section unused : List.of(Section.RULES, Section.LEAKAGE)) {
      of(unused).stream()
          .findFirst()
          .ifPresent(row ->
              remarks.add(
                  supernode.quantity.Text.of(
                      "epanet.remark." + unused.name().toLowerCase(java.util.Locale.ROOT),
                      file,
                      row.line())));
    }
    return new InpNetwork(
        String.join("\n", title).strip(),
        options.options(),
        options.times(),
        nodes.nodes(),
        links.links(),
        tables.patterns(),
        tables.curves(),
        controls.statuses(),
        controls.controls(),
        nodes.coordinates(),
        remarks);
  }

  private List<Row> of(Section section) {
    return rows.getOrDefault(section, List.of());
  }
}
