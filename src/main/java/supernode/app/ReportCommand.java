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
    String name = output.toString().toLowerCase(Locale.ROOT);
    boolean pdf = name.endsWith(".pdf");
    if (!pdf && !name.endsWith(".html") && !name.endsWith(".htm")) {
      throw new BadInput("app.reportFormat", output.toString());
    }
    Catalog catalog = Inputs.catalog();
    Analysis analysis = inputs.analysis(catalog);
    Documents documents = new Documents(catalog, inputs.messages());
    if (pdf) {
      documents.pdf(analysis, output);
    } else {
      documents.html(analysis, output);
    }
    return 0;
  }
}
