package supernode.app;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import supernode.analysis.Analysis;
import supernode.analysis.Finding;
import supernode.analysis.Severity;
import supernode.analysis.reliability.Resilience;
import supernode.analysis.reliability.Verdict;
import supernode.analysis.workload.Workloads;
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
    Verdict verdict =
        Verdict.of(analysis, new Workloads().of(analysis), Resilience.of(analysis, () -> false));
    List<Finding> findings = verdict.findings();
    PrintWriter out = spec.commandLine().getOut();
    Messages messages = inputs.messages();
    if (json) {
      out.println(AnalysisJson.findingsText(findings, messages));
    } else {
      // What was not looked at has no findings either.
      analysis.model().whyNot().ifPresent(t -> out.println(messages.say(t)));
      Listing.print(findings, messages, out);
      if (findings.isEmpty() && analysis.model().asOptional().isPresent()) {
        out.println(messages.say("app.noFindings"));
      }
    }
    out.flush();
    return verdict.count(Severity.ERROR) > 0 ? Failures.ERRORS_FOUND : 0;
  }
}
