package supernode.app;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
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
import supernode.store.ComparisonSets;
import supernode.store.DesignReader;
import supernode.store.Samples;
import supernode.store.StoredDesign;

/** {@code compare A B [C D]}: two to four designs line by line. */
@Command(
    name = "compare",
    description = "Compares two to four designs and names the one that is ahead in each line.",
    mixinStandardHelpOptions = true)
final class CompareCommand implements Callable<Integer> {
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
      description = "Also writes a document with drawings and curves, *.pdf or *.html.")
  private Path output;

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
    if (!file.isEmpty() && !file.endsWith(".pdf") && !file.endsWith(".html")) {
      throw new BadInput("app.reportFormat", output.toString());
    }
    List<String> chosen = new ArrayList<>(designs);
    if (set != null) {
      chosen.addAll(
          ComparisonSets.of(set)
              .orElseThrow(() -> new BadInput("app.noSet", set, sets()))
              .samples());
    }
    if (chosen.size() < Comparison.FEWEST || chosen.size() > Comparison.MOST) {
      throw new BadInput("app.compareCount", chosen.size());
    }
    Catalog catalog = Inputs.catalog();
    List<Design> read = chosen.stream().map(name -> read(name, catalog)).toList();
    List<Analysis> analyses =
        read.stream()
            .map(d -> new Analyst(catalog).full(d, Design.DEFAULT_SCENARIO, () -> false))
            .toList();
    print(Comparison.of(analyses), messages, spec.commandLine().getOut());
    if (output != null) {
      new Documents(catalog, messages).comparison(analyses, file.endsWith(".pdf"), output);
    }
    return 0;
  }

  private static Design read(String name, Catalog catalog) {
    StoredDesign stored =
        Samples.NAMES.contains(name) && !Files.exists(Path.of(name))
            ? Samples.read(name, catalog)
            : DesignReader.read(Path.of(name), catalog);
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
      for (OptionalDouble value : line.values()) {
        out.printf(
            "%" + VALUE_WIDTH + "s",
            value.isEmpty() ? "–" : new Quantity(value.getAsDouble(), line.dimension()));
      }
      out.printf(
          "  %s%n", line.winner().isEmpty() ? "–" : "[" + (line.winner().getAsInt() + 1) + "]");
    }
    for (int i = 0; i < comparison.names().size(); i++) {
      out.println(
          messages.say("app.compareWins", i + 1, comparison.names().get(i), comparison.wins(i)));
    }
    out.flush();
  }
}
