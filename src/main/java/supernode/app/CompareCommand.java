package supernode.app;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import supernode.analysis.Analysis;
import supernode.analysis.Analyst;
import supernode.analysis.Comparison;
import supernode.catalog.Catalog;
import supernode.design.Design;
import supernode.quantity.Messages;
import supernode.quantity.Quantity;
import supernode.report.ComparisonCsv;
import supernode.store.ComparisonSets;
import supernode.store.DesignReader;
import supernode.store.SafeFile;
import supernode.store.Samples;
import supernode.store.StoredDesign;

/** {@code compare A B [C D]}: two to four designs line by line. */
@Command(
    name = "compare",
    description = "Compares two to four designs and names the one that is ahead in each line.",
    mixinStandardHelpOptions = true)
final class CompareCommand implements Callable<Integer> {
  private static final String CSV = ".csv";
  private static final List<String> ENDINGS = List.of(".pdf", ".html", CSV);
  private static final int NAME_WIDTH = 44;
  private static final int VALUE_WIDTH = 20;

  @Parameters(
      arity = "0..*",
      paramLabel = "DESIGN",
      description = "Files *.supernode.json, or names of samples; two to four.")
  private List<String> designs = new ArrayList<>();

  @Option(
      names = "--set",
      paramLabel = "SET",
      description = "Samples worth seeing side by side; an unknown name lists the sets.")
  private String set;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "OUT",
      description = "Also writes a document with drawings and curves, *.pdf or *.html, or a *.csv.")
  private Path output;

  @Option(
      names = "--scenario",
      paramLabel = "SCENARIO",
      description =
          "Scenario of the designs: one for all, or one for each in their order. A single design"
              + " with several is compared with itself.")
  private List<String> scenarios = new ArrayList<>();

  @Option(names = "--json", description = "The comparison as JSON in place of a table.")
  private boolean json;

  @Option(
      names = "--lang",
      paramLabel = "LANGUAGE",
      description = "Language of texts: en or zh; the system's if not given.")
  private String language = Locale.getDefault().getLanguage();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Messages messages = Language.of(language);
    String file = output == null ? "" : output.toString().toLowerCase(Locale.ROOT);
    if (!file.isEmpty() && ENDINGS.stream().noneMatch(file::endsWith)) {
      throw new BadInput("app.compareFormat", output.toString());
    }
    List<String> chosen = new ArrayList<>(designs);
    if (set != null) {
      chosen.addAll(
          ComparisonSets.of(set)
              .orElseThrow(() -> new BadInput("app.noSet", set, sets()))
              .samples());
    }
    if (chosen.size() == 1 && scenarios.size() > 1) {
      chosen.addAll(Collections.nCopies(scenarios.size() - 1, chosen.getFirst()));
    }
    if (chosen.size() < Comparison.FEWEST || chosen.size() > Comparison.MOST) {
      throw new BadInput("app.compareCount", chosen.size());
    }
    Catalog catalog = Inputs.catalog();
    if (scenarios.size() > 1 && scenarios.size() != chosen.size()) {
      throw new BadInput("app.compareScenarios", scenarios.size(), chosen.size());
    }
    List<Design> read = chosen.stream().map(name -> read(name, catalog)).toList();
    List<String> under = IntStream.range(0, read.size()).mapToObj(i -> scenario(i, read)).toList();
    List<Analysis> analyses =
        IntStream.range(0, read.size())
            .mapToObj(i -> new Analyst(catalog).full(read.get(i), under.get(i), () -> false))
            .toList();
    Comparison comparison = Comparison.of(analyses);
    if (json) {
      spec.commandLine().getOut().println(ComparisonJson.text(comparison, analyses, messages));
      spec.commandLine().getOut().flush();
    } else {
      print(comparison, messages, spec.commandLine().getOut());
    }
    if (file.endsWith(CSV)) {
      SafeFile.write(
          output, ComparisonCsv.write(comparison, messages).getBytes(StandardCharsets.UTF_8));
    } else if (output != null) {
      new Documents(catalog, messages).comparison(analyses, file.endsWith(".pdf"), output);
    }
    return 0;
  }

  private String scenario(int i, List<Design> read) {
    if (scenarios.isEmpty()) {
      return Design.DEFAULT_SCENARIO;
    }
    String name = scenarios.get(scenarios.size() == 1 ? 0 : i);
    if (!read.get(i).scenarios().containsKey(name)) {
      throw new BadInput(
          "app.noScenario", name, String.join(", ", read.get(i).scenarios().keySet()));
    }
    return name;
  }

  private static Design read(String name, Catalog catalog) {
    Path file;
    try {
      file = Path.of(name);
    } catch (InvalidPathException _) {
      throw new BadInput("app.fileName", name);
    }
    StoredDesign stored =
        Samples.NAMES.contains(name) && !Files.exists(file)
            ? Samples.read(name, catalog)
            : DesignReader.read(file, catalog);
    return stored.design();
  }

  private static String sets() {
    return ComparisonSets.ALL.stream()
        .map(s -> s.key() + " (" + String.join(", ", s.samples()) + ")")
        .collect(Collectors.joining("; "));
  }

  private static void print(Comparison comparison, Messages messages, PrintWriter out) {
    out.printf("%-" + NAME_WIDTH + "s", "");
    for (int i = 0; i < comparison.names().size(); i++) {
      out.printf("%" + VALUE_WIDTH + "s", "[" + (i + 1) + "]");
    }
    out.printf("  %s%n", messages.say("report.column.ahead"));
    for (Comparison.Line line : comparison.lines()) {
      out.printf("%-" + NAME_WIDTH + "s", messages.say(line.label()));
      for (int i = 0; i < line.values().size(); i++) {
        out.printf("%" + VALUE_WIDTH + "s", value(line, i));
      }
      out.printf(
          "  %s%n", line.winner().isEmpty() ? "–" : "[" + (line.winner().getAsInt() + 1) + "]");
    }
    for (int i = 0; i < comparison.names().size(); i++) {
      out.println(
          messages.say("app.compareWins", i + 1, comparison.names().get(i), comparison.wins(i)));
    }
    if (comparison.lines().stream().anyMatch(l -> !l.assumed().isEmpty())) {
      out.println(messages.say("app.compareAssumed"));
    }
    out.flush();
  }

  private static String value(Comparison.Line line, int design) {
    OptionalDouble value = line.values().get(design);
    if (value.isEmpty()) {
      return "–";
    }
    String text = new Quantity(value.getAsDouble(), line.dimension()).toString();
    return line.assumed().contains(design) ? text + " a" : text;
  }
}
