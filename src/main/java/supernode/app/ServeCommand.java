package supernode.app;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import supernode.analysis.workload.JobFields;
import supernode.analysis.workload.ServingAnswer;
import supernode.design.Workload;
import supernode.quantity.Dimension;
import supernode.quantity.Messages;
import supernode.quantity.Quantity;
import supernode.solve.network.collective.Mode;
import supernode.solve.workload.serve.QueueResult;

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
  @Mixin private JobOption job;

  @Override
  public Integer call() {
    Messages messages = job.messages();
    JobFields fields = job.fields(Workload.Kind.SERVE);
    ServingAnswer answer = ServingAnswer.of(fields, job.machine(fields, Workload.Kind.SERVE));
    return job.tell(WorkloadJson.root(answer, messages), out -> print(answer, messages, out));
  }

  private static void print(ServingAnswer answer, Messages messages, PrintWriter out) {
    Map<String, ServingAnswer.Served> modes = new LinkedHashMap<>();
    modes.put(Mode.CALIBRATED.key(), answer.calibrated());
    modes.put(Mode.BOUND.key(), answer.bound());
    out.println(
        messages.say(
            "serve.title", answer.model().name(), modes.get("calibrated").service().chips()));
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
      of.transfer()
          .ifPresent(t ->
              out.println(
                  "    "
                      + messages.say(
                          "serve.transfer",
                          new Quantity(t.seconds(), Dimension.TIME),
                          new Quantity(t.way().bytesPerS(), Dimension.BANDWIDTH),
                          new Quantity(t.way().insideShare(), Dimension.RATIO),
                          new Quantity(t.hiddenShare(), Dimension.RATIO),
                          new Quantity(t.addedSeconds(), Dimension.TIME))));
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
