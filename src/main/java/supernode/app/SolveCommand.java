package supernode.app;

import java.io.PrintWriter;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import supernode.analysis.Analysis;
import supernode.analysis.Result;
import supernode.analysis.Severity;
import supernode.analysis.TransientAnswer;
import supernode.analysis.Transients;
import supernode.analysis.loop.Incident;
import supernode.analysis.reliability.Resilience;
import supernode.analysis.workload.Workloads;
import supernode.quantity.Messages;
import supernode.solve.Outcome;
import supernode.solve.cooling.dynamic.TransientEvent;

/** {@code solve FILE}: the whole analysis. */
@Command(
    name = "solve",
    description =
        "Solves a design: bandwidth, latency, cooling, power, workloads of the scenario,"
            + " findings.",
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

  @Mixin private OfferedLoadOption offered;

  @Option(
      names = "--transient",
      paramLabel = "KIND[@PATH][=AMOUNT]",
      description =
          "Runs the loop over time after something happened instead: pump-trip,"
              + " pump-trip-standby, facility-loss, facility-step=K, blocked@PATH,"
              + " half-mated@PATH, leak@PATH, wrong-fluid=COOLANT, cold-start=C, fan-loss.")
  private String incident;

  @Option(
      names = "--duration",
      paramLabel = "SECONDS",
      description = "How long the run is; 300 s if not given, at most a day.")
  private double durationS = 300;

  @Override
  public Integer call() {
    TopologyJson.Further further =
        new TopologyJson.Further(DegradationJson.part(degradation), offered.read());
    Analysis analysis = inputs.analysis(Inputs.catalog());
    if (incident != null) {
      return run(analysis);
    }
    PrintWriter out = spec.commandLine().getOut();
    Messages messages = inputs.messages();
    List<Workloads.Answered> workloads = new Workloads().of(analysis);
    if (json) {
      out.println(AnalysisJson.text(analysis, further, workloads, messages));
    } else {
      Listing.print(analysis, Resilience.of(analysis, () -> false), messages, out);
      further.offered().ifPresent(o -> LoadedListing.print(analysis, o, messages, out));
      workloads.forEach(w -> Listing.print(w, messages, out));
    }
    out.flush();
    boolean refused = workloads.stream().anyMatch(w -> !w.findings().isEmpty());
    return refused || analysis.count(Severity.ERROR) > 0 ? Failures.ERRORS_FOUND : 0;
  }

  private Integer run(Analysis analysis) {
    Messages messages = inputs.messages();
    Incident what = new RunOption(incident).incident(analysis);
    Outcome<TransientAnswer> run = Transients.run(analysis, what, durationS, () -> false);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(TransientJson.text(analysis, what, run, messages));
    } else {
      print(what, run, messages, out);
    }
    out.flush();
    return run.asOptional().isPresent() ? 0 : Failures.ERRORS_FOUND;
  }

  private static void print(
      Incident what, Outcome<TransientAnswer> run, Messages messages, PrintWriter out) {
    out.println(messages.say(what.text()));
    run.whyNot().ifPresent(why -> out.println(messages.say(why)));
    run.asOptional()
        .ifPresent(a -> {
          for (Result r : a.results()) {
            out.printf("  %-46s %s%n", messages.say(r.label()), r.quantity());
          }
          // Chips alike go the same way: the first of each kind of event tell the story.
          Set<TransientEvent.Kind> told = EnumSet.noneOf(TransientEvent.Kind.class);
          for (TransientAnswer.Event e : a.events()) {
            if (told.add(e.kind())) {
              out.println("  " + messages.say(e.text()));
            }
          }
        });
  }
}
