package supernode.analysis.workload;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import supernode.analysis.Analysis;
import supernode.analysis.Finding;
import supernode.analysis.Result;
import supernode.analysis.Severity;
import supernode.catalog.CatalogException;
import supernode.design.Scenario;
import supernode.design.Setting;
import supernode.design.Workload;
import supernode.design.edit.Edit;
import supernode.quantity.Text;
import supernode.solve.Outcome;

/**
 * Answers the workloads of a scenario, when asked: no edit waits for them. An answer is kept as
 * long as neither the workload nor what it reads of the machine changes: chips, domains, rates,
 * latencies, failure rates, the plant's effectiveness.
 */
public final class Workloads {
  private final Map<String, Kept> kept = new HashMap<>();

  /**
   * What was answered last.
   *
   * @param nearest the job that holds in place of one that does not
   */
  private record Kept(
      Workload workload,
      Outcome<Machine> machine,
      Outcome<WorkloadAnswer> answer,
      Optional<Setting.Group> nearest) {}

  /**
   * One workload's answer.
   *
   * @param workload as the scenario has it
   * @param results headline numbers, "workload.NAME.stepSeconds", with their derivations
   * @param limit what takes longest
   * @param story what a shipped scenario shows, in its own measure
   * @param findings why it cannot be carried out, and the nearest that can
   */
  public record Answered(
      String name,
      Workload workload,
      Outcome<WorkloadAnswer> answer,
      List<Result> results,
      Optional<Text> limit,
      Optional<Text> story,
      List<Finding> findings) {
    public Answered {
      results = List.copyOf(results);
      findings = List.copyOf(findings);
    }

    public Workload.Kind kind() {
      return workload.kind();
    }
  }

  /** All workloads of the analysed scenario, in its order. */
  public List<Answered> of(Analysis analysis) {
    return of(analysis, () -> false);
  }

  /**
   * As {@link #of(Analysis)}; what was answered before it was cancelled is kept.
   *
   * @param cancelled asked now and then
   * @throws CancellationException when cancelled
   */
  public synchronized List<Answered> of(Analysis analysis, BooleanSupplier cancelled) {
    Scenario scenario = scenario(analysis);
    kept.keySet().retainAll(scenario.workloads().keySet());
    if (scenario.workloads().isEmpty()) {
      return List.of();
    }
    record Asked(Workload.Kind job, String chip) {}
    Map<Asked, Outcome<Machine>> machines = new HashMap<>();
    List<Answered> all = new ArrayList<>();
    scenario
        .workloads()
        .forEach((name, w) -> {
          if (cancelled.getAsBoolean()) {
            throw new CancellationException();
          }
          Outcome<Machine> machine =
              machines.computeIfAbsent(
                  new Asked(w.kind(), chip(w)), a -> Machine.of(analysis, a.job(), a.chip()));
          all.add(answered(analysis.scenario(), name, kept(name, w, machine, cancelled)));
        });
    return List.copyOf(all);
  }

  /** All workloads of a scenario, each with the same reason why there is no answer. */
  public static List<Answered> unanswered(Analysis analysis, Text why) {
    Outcome<Machine> machine = new Outcome.NotApplicable<>(why);
    List<Answered> all = new ArrayList<>();
    scenario(analysis)
        .workloads()
        .forEach((name, w) ->
            all.add(
                answered(
                    analysis.scenario(),
                    name,
                    new Kept(w, machine, new Outcome.NotApplicable<>(why), Optional.empty()))));
    return List.copyOf(all);
  }

  /**
   * A training workload with the fastest of all its strategies, whatever it sets of them.
   *
   * @param progress told the share that is done
   * @throws CancellationException when cancelled
   */
  public static Outcome<TrainingAnswer> searched(
      Analysis analysis,
      String name,
      Workload workload,
      DoubleConsumer progress,
      BooleanSupplier cancelled) {
    JobFields job = fields(name, workload);
    return Machine.of(analysis, chip(workload))
        .flatMap(machine -> {
          try {
            return Outcome.solved(
                TrainingAnswer.searched(job, machine, TrainingAnswer.KEPT, progress, cancelled));
          } catch (JobException e) {
            return new Outcome.NotApplicable<>(e.text());
          } catch (CatalogException e) {
            return new Outcome.NotApplicable<>(e.text());
          }
        });
  }

  /** The kind of accelerator that a job asks for; what is no word is refused with the job. */
  static String chip(Workload workload) {
    return workload.job().members().get("chip") instanceof Setting.Word(String id) ? id : "";
  }

  private static JobFields fields(String name, Workload workload) {
    return JobFields.of("workloads." + name, workload.job());
  }

  private static Scenario scenario(Analysis analysis) {
    return analysis.design().scenarios().getOrDefault(analysis.scenario(), Scenario.DEFAULT);
  }

  private Kept kept(
      String name, Workload workload, Outcome<Machine> machine, BooleanSupplier cancelled) {
    Kept last = kept.get(name);
    if (last == null || !last.workload().equals(workload) || !last.machine().equals(machine)) {
      last =
          machine
              .asOptional()
              .map(m -> carriedOut(name, workload, m, cancelled))
              .orElseGet(
                  () -> new Kept(workload, machine, refused(machine.whyNot()), Optional.empty()));
      kept.put(name, last);
    }
    return last;
  }

  private static Outcome<WorkloadAnswer> refused(Optional<Text> why) {
    return new Outcome.NotApplicable<>(why.orElseThrow());
  }

  private static Answered answered(String scenario, String name, Kept last) {
    Workload workload = last.workload();
    List<Finding.Mend> mends =
        last
            .nearest()
            .map(job ->
                new Finding.Mend(
                    Text.of("finding.workload.nearest"),
                    new Edit.SetWorkload(
                        scenario, name, Optional.of(new Workload(workload.kind(), job)))))
            .stream()
            .toList();
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
                    mends))
            .stream()
            .toList();
    List<Result> results =
        last.answer()
            .asOptional()
            .map(answer -> WorkloadResults.of("workload." + name, answer))
            .orElse(List.of());
    Optional<Text> story = last.answer().asOptional().flatMap(answer -> Stories.of(name, answer));
    Optional<Text> limit = last.answer().asOptional().flatMap(WorkloadAnswer::limit);
    return new Answered(name, workload, last.answer(), results, limit, story, findings);
  }

  static Outcome<WorkloadAnswer> answer(
      String name, Workload workload, Machine machine, BooleanSupplier cancelled) {
    return carriedOut(name, workload, machine, cancelled).answer();
  }

  private static Kept carriedOut(
      String name, Workload workload, Machine machine, BooleanSupplier cancelled) {
    Outcome<Machine> on = Outcome.solved(machine);
    try {
      JobFields job = fields(name, workload);
      String _ = job.chip();
      WorkloadAnswer answer = WorkloadAnswer.of(workload.kind(), job, machine, cancelled);
      return new Kept(workload, on, Outcome.solved(answer), Optional.empty());
    } catch (JobException e) {
      return new Kept(workload, on, new Outcome.NotApplicable<>(e.text()), e.nearest());
    } catch (CatalogException e) {
      return new Kept(workload, on, new Outcome.NotApplicable<>(e.text()), Optional.empty());
    }
  }
}
