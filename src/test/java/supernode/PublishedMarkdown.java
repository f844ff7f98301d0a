package supernode;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import supernode.analysis.PublishedCheck;
import supernode.catalog.PublishedFigure;
import supernode.catalog.PublishedFigure.Kind;

/** The table of published and computed figures in the README, between its two marks. */
final class PublishedMarkdown {
  private static final String BEGIN = "<!-- published and computed: rewritten by a test -->\n";
  private static final String END = "<!-- end -->\n";

  private static final Map<Kind, String> HEADS = new LinkedHashMap<>();

  static {
    HEADS.put(Kind.CHIPS, "Chips");
    HEADS.put(Kind.DOMAIN, "Domain");
    HEADS.put(Kind.SCALE_UP, "Up, GB/s");
    HEADS.put(Kind.SCALE_OUT, "Out, GB/s");
    HEADS.put(Kind.FP4, "FP4, PF");
    HEADS.put(Kind.FP8, "FP8, PF");
    HEADS.put(Kind.FP16, "FP16, PF");
    HEADS.put(Kind.MEMORY, "Memory, TB");
    HEADS.put(Kind.SCALE_UP_SWITCHES, "Switches");
    HEADS.put(Kind.RACKS, "Racks");
    HEADS.put(Kind.POWER, "Power, kW");
  }

  private PublishedMarkdown() {}

  static String into(
      String readme, List<String> names, Function<String, List<PublishedCheck.Line>> lines) {
    int begin = readme.indexOf(BEGIN) + BEGIN.length();
    int end = readme.indexOf(END, begin);
    return readme.substring(0, begin) + table(names, lines) + readme.substring(end);
  }

  private static String table(
      List<String> names, Function<String, List<PublishedCheck.Line>> lines) {
    StringBuilder out = new StringBuilder("\n| Sample |");
    HEADS.values().forEach(h -> out.append(' ').append(h).append(" |"));
    out.append("\n|---|").append("---:|".repeat(HEADS.size())).append('\n');
    for (String name : names) {
      List<PublishedCheck.Line> all = lines.apply(name);
      out.append("| ").append(name).append(" |");
      for (Kind kind : HEADS.keySet()) {
        Optional<PublishedCheck.Line> line =
            all.stream().filter(l -> l.figure().kind() == kind).findFirst();
        out.append(' ').append(line.map(PublishedMarkdown::cell).orElse("")).append(" |");
      }
      out.append('\n');
    }
    return out.append('\n').append(misses(names, lines)).append('\n').toString();
  }

  /**
   * "120 → 122.2 (+1.8 %)", "72" where both are the same, "– → 400" where nothing is public, "– →
   * 400 a" where something is assumed of the chips.
   */
  private static String cell(PublishedCheck.Line line) {
    PublishedFigure f = line.figure();
    boolean marked = line.assumed() && line.computed().isPresent();
    String computed = number(f, line.computed()) + (marked ? " a" : "");
    if (f.published().isEmpty()) {
      return line.computed().isEmpty() ? "–" : "– → " + computed;
    }
    String published = number(f, f.published());
    if (published.equals(computed)) {
      return published;
    }
    String difference =
        line.difference().isEmpty()
            ? ""
            : String.format(Locale.ROOT, " (%+.1f %%)", 100 * line.difference().getAsDouble());
    String cell = published + " → " + computed + difference;
    return line.holds() ? cell : "**" + cell + "**";
  }

  private static String number(PublishedFigure f, OptionalDouble si) {
    if (si.isEmpty()) {
      return "–";
    }
    double value = f.kind().toFile(si.getAsDouble());
    String digits = String.format(Locale.ROOT, value >= 1000 ? "%,.0f" : "%.4g", value);
    return digits.contains(".") ? digits.replaceAll("0+$", "").replaceAll("\\.$", "") : digits;
  }

  private static String misses(
      List<String> names, Function<String, List<PublishedCheck.Line>> lines) {
    return names.stream()
        .flatMap(name ->
            lines.apply(name).stream()
                .map(PublishedCheck.Line::figure)
                .filter(f -> !f.miss().isEmpty())
                .map(f -> "- " + name + ", " + f.kind().key() + ": " + f.miss() + ".\n"))
        .collect(Collectors.joining("", "Misses, in bold above, and why:\n\n", ""));
  }
}
