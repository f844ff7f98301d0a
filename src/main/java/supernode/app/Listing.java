package supernode.app;

import java.io.PrintWriter;
import java.util.List;
import supernode.analysis.Analysis;
import supernode.analysis.Finding;
import supernode.analysis.reliability.Resilience;
import supernode.analysis.reliability.Verdict;
import supernode.analysis.workload.Workloads;
import supernode.quantity.Messages;
import supernode.quantity.Text;
import supernode.solve.Outcome;

/** An analysis as lines for a terminal. */
final class Listing {
  private Listing() {}

  static void print(
      Analysis analysis, Outcome<Resilience> losses, Messages messages, PrintWriter out) {
    out.println(analysis.design().name() + " · " + analysis.scenario());
    analysis
        .results()
        .forEach(r -> out.printf("  %-46s %s%n", messages.say(r.label()), r.quantity().toString()));
    analysis
        .networks()
        .forEach((fabric, outcome) -> {
          Text name = Text.of("fabric." + fabric.key());
          outcome
              .whyNot()
              .ifPresent(t -> out.println("  " + messages.say(name) + ": " + messages.say(t)));
        });
    analysis.model().whyNot().ifPresent(t -> out.println("  " + messages.say(t)));
    analysis.cooling().whyNot().ifPresent(t -> out.println("  " + messages.say(t)));
    losses
        .asOptional()
        .ifPresent(r ->
            r.results()
                .forEach(x ->
                    out.printf("  %-46s %s%n", messages.say(x.label()), x.quantity().toString())));
    print(Verdict.of(analysis, List.of(), losses).findings(), messages, out);
  }

  /** A workload with its headline numbers, or why it has none. */
  static void print(Workloads.Answered workload, Messages messages, PrintWriter out) {
    out.println(workload.name() + " · " + workload.kind().key());
    workload
        .results()
        .forEach(r ->
            out.printf(
                "  %-46s %s%s%n",
                messages.say(r.label()),
                r.quantity(),
                r.bound()
                    .map(b -> "  (" + messages.say("workload.besideBound", b.quantity()) + ")")
                    .orElse("")));
    workload.story().ifPresent(t -> out.println("  " + messages.say(t)));
    print(workload.findings(), messages, out);
  }

  static void print(Iterable<Finding> findings, Messages messages, PrintWriter out) {
    for (Finding f : findings) {
      out.println(
          messages.say("severity." + f.severity().name().toLowerCase(java.util.Locale.ROOT))
              + " ["
              + f.kind()
              + "] "
              + messages.say(f.text()));
      f.mends().forEach(m -> out.println("    → " + messages.say(m.text())));
      f.sizes().forEach(w -> out.println("    → " + messages.say(w.text())));
    }
  }
}
