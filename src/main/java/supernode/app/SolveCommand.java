package supernode.app;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import supernode.analysis.Analysis;
import supernode.analysis.Severity;
import supernode.quantity.Messages;

/** {@code solve FILE}: the whole analysis. */
@Command(
    name = "solve",
    description = "Solves a design: bandwidth, latency, cooling, power, findings.",
    mixinStandardHelpOptions = true)
final class SolveCommand implements Callable<Integer> {
  @Mixin private Inputs inputs;
  @Spec private CommandSpec spec;

  @Option(names = "--json", description = "Prints JSON; units are in the key names.")
  private boolean json;

  @Option(
      names = "--degradation",
      paramLabel = "PART",
      description =
          "Adds how all-to-all suffers as links, switches or endpoints fail at random; with"
              + " --json.")
  private String degradation;

  @Override
  public Integer call() {
    Analysis analysis = inputs.analysis(Inputs.catalog());
    PrintWriter out = spec.commandLine().getOut();
    Messages messages = inputs.messages();
    if (json) {
      out.println(AnalysisJson.text(analysis, DegradationJson.part(degradation), messages));
    } else {
      Listing.print(analysis, messages, out);
    }
    out.flush();
    return analysis.count(Severity.ERROR) > 0 ? Failures.ERRORS_FOUND : 0;
  }
}
