package supernode.analysis.workload;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import supernode.analysis.Derivation;
import supernode.analysis.Explanation;
import supernode.analysis.Result;
import supernode.quantity.Dimension;
import supernode.quantity.Quantity;
import supernode.quantity.Text;
import supernode.solve.workload.machine.ChipFlows;
import supernode.solve.workload.serve.CacheTransfer;
import supernode.solve.workload.serve.Objective;
import supernode.solve.workload.serve.QueueResult;
import supernode.solve.workload.serve.Service;
import supernode.solve.workload.serve.StepCost;

/** What a service comes to: what users wait for, tokens, users within the objective. */
final class ServingResults {
  private final ServingAnswer answer;
  private final ServingAnswer.Served served;
  private final ModeResults results;

  private ServingResults(String id, ServingAnswer answer, boolean bound) {
    this.answer = answer;
    served = bound ? answer.bound() : answer.calibrated();
    results = new ModeResults(id, bound);
  }

  /** Calibrated, each with its bound. */
  static List<Result> of(String id, ServingAnswer answer) {
    return new ServingResults(id, answer, false)
        .all()
        .beside(new ServingResults(id, answer, true).all());
  }

  private ModeResults all() {
    QueueResult q = served.queue();
    waits("ttftP50Seconds", firstWords("P50Seconds"), q.ttft().p50());
    waits("ttftP99Seconds", firstWords("P99Seconds"), q.ttft().p99());
    if (answer.model().perToken()) {
      waits("tpotP50Seconds", "tpotP50Seconds", q.tpot().p50());
      waits("tpotP99Seconds", "tpotP99Seconds", q.tpot().p99());
      rate("outputTokensPerSecond", q.outputPerSecond());
      rate("tokensPerSecondPerDevice", q.outputPerSecond() / served.service().chips());
      OptionalDouble watt = Budget.joules(answer.machine(), served.service().chips());
      watt.ifPresent(w ->
          results.add(
              "joulesPerToken",
              w / q.outputPerSecond(),
              Dimension.FACTOR,
              () -> joules(w, q.outputPerSecond())));
    }
    served
        .transfer()
        .ifPresent(t -> {
          results.add("transferSeconds", t.seconds(), Dimension.TIME, () -> transferred(t));
          results.add("transferAddedSeconds", t.addedSeconds(), Dimension.TIME, () -> added(t));
        });
    rate("requestsPerSecond", q.requestsPerSecond());
    served
        .most()
        .ifPresent(most -> {
          results.add(
              "requestsWithinObjective", most.perSecond(), Dimension.COUNT, () -> capacity(most));
          if (answer.perUserHour() > 0) {
            double users = Math.floor(most.perSecond() * 3600 / answer.perUserHour());
            results.add("users", users, Dimension.COUNT, () -> users(users, most));
          }
        });
    return results;
  }

  private Text label(String key) {
    return results.label(key);
  }

  /** A model that answers once has no first token. */
  private String firstWords(String key) {
    return (answer.model().perToken() ? "ttft" : "answer") + key;
  }

  private void waits(String key, String words, double seconds) {
    results.add(
        key,
        words,
        seconds,
        Dimension.TIME,
        () -> queued(words, seconds, Dimension.TIME, "workload.formula.wait"));
  }

  private void rate(String key, double perSecond) {
    results.add(
        key,
        perSecond,
        Dimension.COUNT,
        () -> queued(key, perSecond, Dimension.COUNT, "workload.formula.queueRate"));
  }

  private Explanation queued(String key, double si, Dimension dimension, String formula) {
    return Derivation.computed(label(key), si, dimension, formula, steps());
  }

  private Explanation joules(double watt, double perSecond) {
    return Derivation.computed(
        label("joulesPerToken"),
        watt / perSecond,
        Dimension.FACTOR,
        "workload.formula.joules",
        Derivation.computed(
            Text.of("workload.power"), watt, Dimension.POWER, "workload.formula.power"),
        queued("outputTokensPerSecond", perSecond, Dimension.COUNT, "workload.formula.queueRate"));
  }

  private Explanation added(Service.Transferred t) {
    return Derivation.computed(
        label("transferAddedSeconds"),
        t.addedSeconds(),
        Dimension.TIME,
        "workload.formula.transferAdded",
        transferred(t),
        step("workload.prefillStep", served.prefillStep()),
        Derivation.set(Text.of("workload.pieces"), served.service().pieces(), Dimension.COUNT));
  }

  private Explanation transferred(Service.Transferred t) {
    double perToken = answer.model().cacheBytesPerToken();
    return Derivation.computed(
        label("transferSeconds"),
        t.seconds(),
        Dimension.TIME,
        "workload.formula.transfer",
        Derivation.computed(
            Text.of("workload.cacheBytes"),
            perToken * served.promptTokens(),
            Dimension.DATA,
            "workload.formula.cacheBytes"),
        Derivation.computed(
            Text.of("workload.transferRate"),
            t.way().bytesPerS(),
            Dimension.BANDWIDTH,
            "workload.formula.transferRate",
            limits(t.way())));
  }

  private static List<Explanation> limits(CacheTransfer.Way way) {
    List<Explanation> inputs = new ArrayList<>();
    for (ChipFlows.Link l : way.limits()) {
      inputs.add(
          Explanation.derived(
                  Text.of("workload.transferLink", l.from(), l.to()),
                  new Quantity(l.bytesPerS(), Dimension.BANDWIDTH),
                  Text.of("formula.portRate"),
                  List.of())
              .at(l.from())
              .asLimiting());
    }
    inputs.add(
        Derivation.computed(
            Text.of("workload.transferAlone"),
            way.aloneBytesPerS(),
            Dimension.BANDWIDTH,
            "workload.formula.transferAlone"));
    inputs.add(
        Derivation.computed(
            Text.of("workload.transferInside"),
            way.insideShare(),
            Dimension.RATIO,
            "workload.formula.transferInside"));
    return inputs;
  }

  /** What the queue is made of: how many replicas, and how long their steps take. */
  private List<Explanation> steps() {
    List<Explanation> inputs = new ArrayList<>();
    inputs.add(
        Derivation.computed(
            Text.of("workload.decoders"),
            served.service().decoders(),
            Dimension.COUNT,
            "workload.formula.replicas"));
    inputs.add(step("workload.prefillStep", served.prefillStep()));
    if (answer.model().perToken()) {
      inputs.add(step("workload.decodeStep", served.decodeStep()));
      inputs.add(
          Derivation.computed(
              Text.of("workload.meanBatch"),
              served.batch(),
              Dimension.COUNT,
              "workload.formula.meanBatch"));
    }
    inputs.add(
        Explanation.remark(Text.of("serve.bottleneck." + served.decodeStep().longest()), ""));
    return inputs;
  }

  private static Explanation step(String key, StepCost cost) {
    List<Explanation> parts = new ArrayList<>();
    part(parts, "compute", cost.compute());
    part(parts, "pool", cost.pool());
    part(parts, "tensorParallel", cost.tensor());
    part(parts, "expertParallel", cost.expert());
    return Derivation.computed(
        Text.of(key), cost.total(), Dimension.TIME, "workload.formula.step", parts);
  }

  private static void part(List<Explanation> to, String key, double seconds) {
    if (seconds > 0) {
      to.add(
          Derivation.computed(
              Text.of("workload.part." + key), seconds, Dimension.TIME, "workload.formula." + key));
    }
  }

  private Explanation capacity(Objective.Capacity most) {
    List<Explanation> inputs = new ArrayList<>();
    Objective wanted = answer.objective();
    if (Double.isFinite(wanted.ttftSeconds())) {
      inputs.add(
          Derivation.set(Text.of("workload.objectiveTtft"), wanted.ttftSeconds(), Dimension.TIME));
    }
    if (Double.isFinite(wanted.tpotSeconds())) {
      inputs.add(
          Derivation.set(Text.of("workload.objectiveTpot"), wanted.tpotSeconds(), Dimension.TIME));
    }
    double first = most.queue().ttft().p99();
    inputs.add(
        Derivation.computed(
            label(firstWords("P99Seconds")), first, Dimension.TIME, "workload.formula.wait"));
    inputs.addAll(steps());
    return Derivation.computed(
        label("requestsWithinObjective"),
        most.perSecond(),
        Dimension.COUNT,
        "workload.formula.capacity",
        inputs);
  }

  private Explanation users(double users, Objective.Capacity most) {
    return Derivation.computed(
        label("users"),
        users,
        Dimension.COUNT,
        "workload.formula.users",
        capacity(most),
        Derivation.set(Text.of("workload.perUserHour"), answer.perUserHour(), Dimension.COUNT));
  }
}
