package supernode.analysis.workload;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Supplier;
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
  private final String id;
  private final ServingAnswer answer;
  private final ServingAnswer.Served served;

  ServingResults(String id, ServingAnswer answer) {
    this(id, answer, answer.calibrated());
  }

  private ServingResults(String id, ServingAnswer answer, ServingAnswer.Served served) {
    this.id = id;
    this.answer = answer;
    this.served = served;
  }

  List<Result> all() {
    List<Result> all = new ArrayList<>();
    QueueResult q = served.queue();
    ServingResults bound = new ServingResults(id, answer, answer.bound());
    QueueResult fastest = answer.bound().queue();
    waits(all, "ttftP50Seconds", q.ttft().p50());
    waits(all, "ttftP99Seconds", q.ttft().p99());
    bound.waits(all, "ttftP99BoundSeconds", fastest.ttft().p99());
    if (answer.model().perToken()) {
      waits(all, "tpotP50Seconds", q.tpot().p50());
      waits(all, "tpotP99Seconds", q.tpot().p99());
      bound.waits(all, "tpotP99BoundSeconds", fastest.tpot().p99());
      rate(all, "outputTokensPerSecond", q.outputPerSecond());
      rate(all, "tokensPerSecondPerDevice", q.outputPerSecond() / served.service().chips());
      OptionalDouble watt = Budget.joules(answer.machine(), served.service().chips());
      watt.ifPresent(w ->
          add(
              all,
              "joulesPerToken",
              w / q.outputPerSecond(),
              Dimension.FACTOR,
              () -> joules(w, q.outputPerSecond())));
    }
    served
        .transfer()
        .ifPresent(t -> {
          add(all, "transferSeconds", t.seconds(), Dimension.TIME, () -> transferred(t));
          add(all, "transferAddedSeconds", t.addedSeconds(), Dimension.TIME, () -> added(t));
        });
    rate(all, "requestsPerSecond", q.requestsPerSecond());
    served
        .most()
        .ifPresent(most -> {
          add(
              all,
              "requestsWithinObjective",
              most.perSecond(),
              Dimension.COUNT,
              () -> capacity("requestsWithinObjective", most.perSecond(), most));
          bound
              .served
              .most()
              .ifPresent(b ->
                  bound.add(
                      all,
                      "requestsWithinObjectiveBound",
                      b.perSecond(),
                      Dimension.COUNT,
                      () -> bound.capacity("requestsWithinObjectiveBound", b.perSecond(), b)));
          if (answer.perUserHour() > 0) {
            double users = Math.floor(most.perSecond() * 3600 / answer.perUserHour());
            add(all, "users", users, Dimension.COUNT, () -> users(users, most));
          }
        });
    return all;
  }

  private void add(
      List<Result> to, String key, double si, Dimension dimension, Supplier<Explanation> why) {
    to.add(new Result(id + "." + key, label(key), new Quantity(si, dimension), why));
  }

  private static Text label(String key) {
    return Text.of("workload.result." + key);
  }

  private void waits(List<Result> to, String key, double seconds) {
    add(
        to,
        key,
        seconds,
        Dimension.TIME,
        () -> queued(key, seconds, Dimension.TIME, "workload.formula.wait"));
  }

  private void rate(List<Result> to, String key, double perSecond) {
    add(
        to,
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

  private Explanation capacity(String key, double perSecond, Objective.Capacity most) {
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
            label("ttftP99Seconds"), first, Dimension.TIME, "workload.formula.wait"));
    inputs.addAll(steps());
    return Derivation.computed(
        label(key), perSecond, Dimension.COUNT, "workload.formula.capacity", inputs);
  }

  private Explanation users(double users, Objective.Capacity most) {
    return Derivation.computed(
        label("users"),
        users,
        Dimension.COUNT,
        "workload.formula.users",
        capacity("requestsWithinObjective", most.perSecond(), most),
        Derivation.set(Text.of("workload.perUserHour"), answer.perUserHour(), Dimension.COUNT));
  }
}
