package supernode.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import supernode.quantity.Dimension;
import supernode.quantity.Messages;
import supernode.quantity.Quantity;
import supernode.solve.network.collective.Mode;
import supernode.solve.workload.serve.Objective;
import supernode.solve.workload.serve.QueueResult;
import supernode.solve.workload.serve.RequestMix;
import supernode.solve.workload.serve.RequestQueue;
import supernode.solve.workload.serve.Service;
import supernode.solve.workload.serve.StepCost;

/** {@code serve JOB.json [--on DESIGN]}: what users of a model see. */
@Command(
    name = "serve",
    description = {
      "Serves a stream of requests: time to first token, time per token, tokens per second, users"
          + " within an objective, cost; as a bound and calibrated.",
      "JOB is {\"model\":\"llama3-70b\",\"decode\":{\"tp\":8},\"requests\":{\"inputTokens\":1000,"
          + "\"outputTokens\":250,\"perSecond\":5},\"objective\":{\"ttftSeconds\":1,"
          + "\"tpotSeconds\":0.05},\"machine\":{...}}; with --on the design stands for the"
          + " machine. assets/schema/supernode-serve-job-1.schema.json has all keys."
    },
    mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
  @Parameters(paramLabel = "JOB", description = "What is to be served, *.json.")
  private String file;

  @Option(names = "--on", paramLabel = "DESIGN", description = "A design, *.supernode.json.")
  private Path design;

  @Option(names = "--json", description = "Prints JSON; units are in the key names.")
  private boolean json;

  @Mixin private Changes changes;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Messages messages = changes.messages();
    JobFields fields = ServingForm.open(file);
    Machine machine = Machine.of(fields, design, changes, Inputs.catalog());
    Budget budget = Budget.of(fields);
    ServingForm form = ServingForm.of(fields, machine.fleet());
    Map<String, ServeJson.Served> modes = new LinkedHashMap<>();
    for (Mode mode : new Mode[] {Mode.CALIBRATED, Mode.BOUND}) {
      modes.put(mode.key(), served(form, mode));
    }
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(new ServeJson(form, machine, budget, messages).text(modes));
    } else {
      print(form, modes, messages, out);
    }
    out.flush();
    return 0;
  }

  private ServeJson.Served served(ServingForm form, Mode mode) {
    Service service = form.service(mode);
    RequestMix mix = form.mix();
    QueueResult queue = RequestQueue.of(service, mix, form.count(), form.seed());
    Objective objective = form.objective();
    Optional<Objective.Capacity> most = Optional.empty();
    if (objective.isAny()) {
      most = objective.most(service, mix, form.seed());
      if (most.isEmpty() && mode == Mode.CALIBRATED) {
        throw unreachable(objective, objective.idle(service, mix, form.seed()));
      }
    }
    double waiting = queue.requestsPerSecond() * queue.ttft().mean();
    double batch = Math.max(1, (queue.concurrent() - waiting) / service.decoders());
    double context = mix.input().mean() + mix.output().mean() / 2;
    double prompt = mix.input().mean();
    double unread = prompt * (1 - mix.prefixReuse());
    StepCost decode = service.decode().decode(batch, context);
    StepCost prefill = service.prefill().prefill(unread, prompt - unread, unread, 1);
    return new ServeJson.Served(service, queue, most, batch, context, decode, prompt, prefill);
  }

  /** What an idle machine takes is the nearest that holds. */
  private BadInput unreachable(Objective wanted, QueueResult idle) {
    boolean first = idle.ttft().p99() > wanted.ttftSeconds();
    double nearest = first ? idle.ttft().p99() : idle.tpot().p99();
    double asked = first ? wanted.ttftSeconds() : wanted.tpotSeconds();
    return new BadInput(
        "serve.objective",
        file,
        first ? "ttftSeconds" : "tpotSeconds",
        new Quantity(asked, Dimension.TIME),
        new Quantity(nearest, Dimension.TIME));
  }

  private static void print(
      ServingForm form, Map<String, ServeJson.Served> modes, Messages messages, PrintWriter out) {
    out.println(
        messages.say(
            "serve.title", form.model().name(), modes.get("calibrated").service().chips()));
    modes.forEach((mode, of) -> {
      QueueResult r = of.queue();
      out.println("  " + messages.say("train.mode." + mode));
      out.println(
          "    "
              + messages.say(
                  "serve.first",
                  new Quantity(r.ttft().p50(), Dimension.TIME),
                  new Quantity(r.ttft().p99(), Dimension.TIME)));
      out.println(
          "    "
              + messages.say(
                  "serve.each",
                  new Quantity(r.tpot().p50(), Dimension.TIME),
                  new Quantity(r.tpot().p99(), Dimension.TIME)));
      out.println(
          "    "
              + messages.say(
                  "serve.rates",
                  r.requestsPerSecond(),
                  r.outputPerSecond(),
                  r.outputPerSecond() / of.service().chips(),
                  r.concurrent()));
      of.most()
          .ifPresent(m ->
              out.println(
                  "    "
                      + messages.say(
                          "serve.most",
                          m.perSecond(),
                          m.queue().outputPerSecond(),
                          m.queue().concurrent())));
      out.println("    " + messages.say("serve.bottleneck." + of.decodeStep().longest()));
    });
  }
}
