package supernode.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import supernode.analysis.Analysis;
import supernode.analysis.Analyst;
import supernode.analysis.Overlay;
import supernode.analysis.reliability.Resilience;
import supernode.catalog.Catalog;
import supernode.design.Design;
import supernode.quantity.Messages;
import supernode.solve.Outcome;
import supernode.store.Samples;

/** {@code demo}: the window on the sample; without a display, the sample's report and picture. */
@Command(
    name = "demo",
    description =
        "Opens the window on the sample rack; without a display solves it and writes its report"
            + " and picture.",
    mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FOLDER",
      description = "Where report and picture go; target/demo.")
  private Path folder = Path.of("target", "demo");

  @Override
  public Integer call() {
    if (Window.openSample(Samples.FIRST)) {
      return 0;
    }
    createFolder();
    Messages messages = Language.ofSystem();
    Catalog catalog = Inputs.catalog();
    Design design = Samples.read(Samples.FIRST, catalog).design();
    Path pdf = folder.resolve(Samples.FIRST + ".pdf");
    Path svg = folder.resolve(Samples.FIRST + ".svg");
    spec.commandLine()
        .getOut()
        .println(messages.say("app.demoWithoutDisplay", pdf.toString(), svg.toString()));
    spec.commandLine().getOut().flush();
    Analysis analysis = new Analyst(catalog).full(design, Design.DEFAULT_SCENARIO, () -> false);
    Documents documents = new Documents(catalog, messages);
    documents.pdf(analysis, pdf);
    documents.svg(analysis, Overlay.STRUCTURE, false, 1600, svg);
    Outcome<Resilience> losses = Resilience.of(analysis, () -> false);
    Listing.print(analysis, losses, messages, spec.commandLine().getOut());
    return 0;
  }

  private void createFolder() {
    try {
      Files.createDirectories(folder);
    } catch (IOException _) {
      throw new BadInput("app.noFolder", folder.toString());
    }
  }
}
