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

/** {@code check FILE}: the findings. */
@Command(
    name = "check",
    description = "Lists the findings of a design; exit code 1 when one is an error.",
    mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
  @Mixin private Inputs inputs;
  @Spec private CommandSpec spec;

  @Option(names = "--json", description = "Prints JSON.")
  private boolean json;

  @Override
  public Integer call() {
    Analysis analysis = inputs.analysis(Inputs.catalog());
    PrintWriter out = spec.commandLine().getOut();
    Messages messages = inputs.messages();
    if (json) {
      out.println(AnalysisJson.findingsText(analysis, messages));
    } else {
      // What was not looked at has no findings either.
      analysis.model().whyNot().ifPresent(t -> out.println(messages.say(t)));
      Listing.print(analysis.findings(), messages, out);
      if (analysis.findings().isEmpty() && analysis.model().asOptional().isPresent()) {
        out.println(messages.say("app.noFindings"));
      }
    }
    out.flush();
    return analysis.count(Severity.ERROR) > 0 ? Failures.ERRORS_FOUND : 0;
  }
}
