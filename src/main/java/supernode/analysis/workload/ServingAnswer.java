package supernode.analysis.workload;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import supernode.quantity.Dimension;
import supernode.quantity.Quantity;
import supernode.quantity.Text;
import supernode.solve.network.collective.Mode;
import supernode.solve.workload.machine.GroupTimes;
import supernode.solve.workload.model.Transformer;
import supernode.solve.workload.serve.LatencyCurve;
import supernode.solve.workload.serve.Objective;
import supernode.solve.workload.serve.QueueResult;
import supernode.solve.workload.serve.RequestMix;
import supernode.solve.workload.serve.RequestQueue;
import supernode.solve.workload.serve.Service;
import supernode.solve.workload.serve.StepCost;

/**
 * A stream of requests on a machine.
 *
 * @param mix who asks for what
 * @param seed of the drawing
 * @param perUserHour requests of one user in an hour; 0 where nothing is said
 */
public record ServingAnswer(
    Transformer model,
    Machine machine,
    Budget budget,
    Objective objective,
    RequestMix mix,
    long seed,
    double perUserHour,
    Served calibrated,
    Served bound)
    implements WorkloadAnswer {
  @Override
  public Optional<Text> limit() {
    return Optional.of(Text.of("serve.bottleneck." + calibrated.decodeStep().longest()))
        .filter(_ -> model.perToken());
  }

  /**
   * One way of timing.
   *
   * @param queue under the job's own stream
   * @param most under the thickest stream within the objective; empty where none is given
   * @param batch requests of a replica, in the mean
   * @param context tokens of each in the cache, in the mean
   * @param promptTokens mean
   * @param transfer of the cache of such a prompt; empty where no replicas read apart
   * @param reuseSeconds for what is reused of it to come
   */
  public record Served(
      Service service,
      QueueResult queue,
      Optional<Objective.Capacity> most,
      double batch,
      double context,
      StepCost decodeStep,
      double promptTokens,
      StepCost prefillStep,
      Optional<Service.Transferred> transfer,
      double reuseSeconds) {}

  /**
   * Serves the stream.
   *
   * @throws JobException naming what does not fit or is never met, and the nearest that is
   */
  public static ServingAnswer of(JobFields fields, Machine machine) {
    ServingForm form = ServingForm.of(ServingForm.checked(fields), machine.fleet());
    Served calibrated = served(fields.file(), form, Mode.CALIBRATED);
    Served bound = served(fields.file(), form, Mode.BOUND);
    return new ServingAnswer(
        form.model(),
        form.sampled()
            ? machine.noting(Text.of("workload.sampled", GroupTimes.MOST_PAIRS))
            : machine,
        Budget.of(fields),
        form.objective(),
        form.mix(),
        form.seed(),
        form.perUserHour(),
        calibrated,
        bound);
  }

  /**
   * What users wait for from a thin stream to more than the machine keeps up with.
   *
   * @throws CancellationException when cancelled
   */
  public LatencyCurve curve(Mode mode, BooleanSupplier cancelled) {
    Served served = mode == Mode.BOUND ? bound : calibrated;
    // Where nothing is promised, about twice what is asked.
    double full = calibrated.most().map(Objective.Capacity::perSecond).orElse(2 * mix.perSecond());
    return LatencyCurve.of(
        served.service(),
        mix,
        objective.ttftSeconds(),
        Math.max(full, mix.perSecond()),
        seed,
        cancelled);
  }

  private static Served served(String file, ServingForm form, Mode mode) {
    Service service = form.service(mode);
    RequestMix mix = form.mix();
    QueueResult queue = RequestQueue.of(service, mix, form.count(), form.seed());
    Objective objective = form.objective();
    Optional<Objective.Capacity> most = Optional.empty();
    if (objective.isAny()) {
      most = objective.most(service, mix, form.seed());
      if (most.isEmpty() && mode == Mode.CALIBRATED) {
        throw unreachable(file, objective, objective.idle(service, mix, form.seed()));
      }
    }
    double waiting = queue.requestsPerSecond() * queue.ttft().mean();
    double batch = Math.max(1, (queue.concurrent() - waiting) / service.decoders());
    double context = mix.input().mean() + mix.output().mean() / 2;
    double prompt = mix.input().mean();
    double unread = prompt * (1 - mix.prefixReuse());
    StepCost decode = service.decode().decode(batch, context);
    StepCost prefill = service.prefill().prefill(unread, prompt - unread, unread, 1);
    Optional<Service.Transferred> transfer =
        service.apart()
            ? Optional.of(service.transferred(prompt, prefill.total(), mix.perSecond()))
            : Optional.empty();
    double reuse = service.reuseSeconds(prompt - unread, mix.perSecond());
    return new Served(
        service, queue, most, batch, context, decode, prompt, prefill, transfer, reuse);
  }

  /** What an idle machine takes is the nearest that holds. */
  private static JobException unreachable(String file, Objective wanted, QueueResult idle) {
    boolean first = idle.ttft().p99() > wanted.ttftSeconds();
    double nearest = first ? idle.ttft().p99() : idle.tpot().p99();
    double asked = first ? wanted.ttftSeconds() : wanted.tpotSeconds();
    return new JobException(
        "serve.objective",
        file,
        first ? "ttftSeconds" : "tpotSeconds",
        new Quantity(asked, Dimension.TIME),
        new Quantity(nearest, Dimension.TIME));
  }
}
