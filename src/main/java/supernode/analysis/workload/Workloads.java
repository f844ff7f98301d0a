package supernode.analysis.workload;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import supernode.analysis.Analysis;
import supernode.analysis.Finding;
import supernode.analysis.Result;
import supernode.analysis.Severity;
import supernode.catalog.CatalogException;
import supernode.design.Scenario;
import supernode.design.Workload;
import supernode.quantity.Text;
import supernode.solve.Outcome;

/**
 * Answers the workloads of a scenario, when asked: no edit waits for them. An answer is kept as
 * long as neither the workload nor what it reads of the machine changes: chips, domains, rates,
 * latencies, failure rates, the plant's effectiveness.
 */
public final class Workloads {
  private final Map<String, Kept> kept = new HashMap<>();

  private record Kept(
      Workload workload, Outcome<Machine> machine, Outcome<WorkloadAnswer> answer) {}

  /**
   * One workload's answer.
   *
   * @param results headline numbers, "workload.NAME.stepSeconds", with their derivations
   * @param story what a shipped scenario shows, in its own measure
   * @param findings why it cannot be carried out, and the nearest that can
   */
  public record Answered(
      String name,
      Workload.Kind kind,
      Outcome<WorkloadAnswer> answer,
      List<Result> results,
      Optional<Text> story,
      List<Finding> findings) {
    public Answered {
      results = List.copyOf(results);
      findings = List.copyOf(findings);
    }
  }

  /** All workloads of the analysed scenario, in its order. */
  public synchronized List<Answered> of(Analysis analysis) {
    Scenario scenario =
        analysis.design().scenarios().getOrDefault(analysis.scenario(), Scenario.DEFAULT);
    kept.keySet().retainAll(scenario.workloads().keySet());
    if (scenario.workloads().isEmpty()) {
      return List.of();
    }
    Outcome<Machine> machine = Machine.of(analysis);
    List<Answered> all = new ArrayList<>();
    scenario.workloads().forEach((name, w) -> all.add(answered(name, w, machine)));
    return List.copyOf(all);
  }

  private Answered answered(String name, Workload workload, Outcome<Machine> machine) {
    Kept last = kept.get(name);
    if (last == null || !last.workload().equals(workload) || !last.machine().equals(machine)) {
      Outcome<WorkloadAnswer> answer = machine.flatMap(m -> carriedOut(name, workload, m));
      last = new Kept(workload, machine, answer);
      kept.put(name, last);
    }
    List<Finding> findings =
        last
            .answer()
            .whyNot()
            .map(why ->
                new Finding(
                    "workload-refused",
                    Severity.ERROR,
                    Text.of("finding.workload", name, why),
                    List.of(),
                    List.of()))
            .stream()
            .toList();
    List<Result> results =
        last.answer()
            .asOptional()
            .map(answer -> WorkloadResults.of("workload." + name, answer))
            .orElse(List.of());
    Optional<Text> story = last.answer().asOptional().flatMap(answer -> Stories.of(name, answer));
    return new Answered(name, workload.kind(), last.answer(), results, story, findings);
  }

  static Outcome<WorkloadAnswer> carriedOut(String name, Workload workload, Machine machine) {
    try {
      JobFields job = JobFields.of("workloads." + name, workload.job());
      return Outcome.solved(WorkloadAnswer.of(workload.kind(), job, machine));
    } catch (JobException e) {
      return new Outcome.NotApplicable<>(e.text());
    } catch (CatalogException e) {
      return new Outcome.NotApplicable<>(e.text());
    }
  }
}
