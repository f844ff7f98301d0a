package supernode.app;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import supernode.analysis.Analysis;
import supernode.analysis.Explanation;
import supernode.analysis.Result;
import supernode.analysis.score.Appraisal;
import supernode.analysis.workload.Workloads;
import supernode.quantity.Messages;

/** {@code explain FILE RESULT}: how a number came about. */
@Command(
    name = "explain",
    description = "Shows how a number came about: formula, inputs, sources, what limits it.",
    mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {
  @Mixin private Inputs inputs;
  @Spec private CommandSpec spec;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "RESULT",
      description = "Id of a result as \"solve --json\" names it; all ids if not given.")
  private String id;

  @Option(names = "--json", description = "Prints JSON.")
  private boolean json;

  @Override
  public Integer call() {
    Analysis analysis = inputs.analysis(Inputs.catalog());
    PrintWriter out = spec.commandLine().getOut();
    Messages messages = inputs.messages();
    analysis.model().whyNot().ifPresent(t -> spec.commandLine().getErr().println(messages.say(t)));
    if (id == null) {
      all(analysis).forEach(r -> out.println(r.id()));
    } else {
      Result result = find(analysis);
      Explanation explanation = result.explanation().get();
      if (json) {
        out.println(ExplanationJson.text(result, explanation, messages));
      } else {
        print(explanation, messages, out, "");
      }
    }
    out.flush();
    return 0;
  }

  private Result find(Analysis analysis) {
    Optional<Result> exact = analysis.result(id);
    if (exact.isPresent()) {
      return exact.get();
    }
    List<Result> all = all(analysis);
    Optional<Result> late = all.stream().filter(r -> r.id().equals(id)).findFirst();
    if (late.isPresent()) {
      return late.get();
    }
    List<String> close =
        all.stream()
            .map(Result::id)
            .filter(r -> r.toLowerCase(Locale.ROOT).contains(id.toLowerCase(Locale.ROOT)))
            .limit(5)
            .toList();
    throw new BadInput(
        close.isEmpty() ? "app.noResult" : "app.noResultBut", id, String.join(", ", close));
  }

  /**
   * Those of workloads, reliability and score too, which nothing answers before they are asked for.
   */
  private static List<Result> all(Analysis analysis) {
    List<Workloads.Answered> workloads = new Workloads().of(analysis);
    List<Result> all = new ArrayList<>(analysis.results().toList());
    Stream.concat(
            workloads.stream().flatMap(w -> w.results().stream()),
            Appraisal.of(analysis, workloads, () -> false).results())
        .flatMap(Result::modes)
        .forEach(all::add);
    return all;
  }

  private static void print(Explanation e, Messages messages, PrintWriter out, String indent) {
    StringBuilder line = new StringBuilder(indent).append(messages.say(e.label()));
    e.value().ifPresent(v -> line.append(" = ").append(v));
    e.formula().ifPresent(f -> line.append("   ").append(messages.say(f)));
    e.source()
        .ifPresent(s ->
            line.append("   [")
                .append(messages.say("confidence." + s.confidence().key()))
                .append(": ")
                .append(s.source())
                .append(s.note().isEmpty() ? "" : "; " + s.note())
                .append(']'));
    if (e.limiting()) {
      line.append("   ← ").append(messages.say("explain.limits"));
    }
    out.println(line);
    e.inputs().forEach(input -> print(input, messages, out, indent + "  "));
  }
}
