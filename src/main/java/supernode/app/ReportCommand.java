package supernode.app;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import supernode.analysis.Analysis;
import supernode.catalog.Catalog;

/** {@code report FILE -o OUT.pdf|.html}: the document. */
@Command(
    name = "report",
    description = "Writes the design report as PDF or HTML; needs no display.",
    mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {
  @Mixin private Inputs inputs;

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "OUT",
      description = "File to write, *.pdf or *.html.")
  private Path output;

  @Override
  public Integer call() {
    Catalog catalog = Inputs.catalog();
    Analysis analysis = inputs.analysis(catalog);
    Documents documents = new Documents(catalog, inputs.messages());
    String name = output.toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".pdf")) {
      documents.pdf(analysis, output);
    } else if (name.endsWith(".html") || name.endsWith(".htm")) {
      documents.html(analysis, output);
    } else {
      throw new BadInput("app.reportFormat", output.toString());
    }
    return 0;
  }
}
