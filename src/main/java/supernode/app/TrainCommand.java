package supernode.app;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import supernode.analysis.workload.JobFields;
import supernode.analysis.workload.Machine;
import supernode.analysis.workload.TrainingAnswer;
import supernode.analysis.workload.Uptime;
import supernode.design.Workload;
import supernode.quantity.Dimension;
import supernode.quantity.Messages;
import supernode.quantity.Quantity;
import supernode.quantity.QuantityFormat;
import supernode.solve.network.collective.Mode;
import supernode.solve.workload.machine.Fleet;
import supernode.solve.workload.train.TrainingJob;
import supernode.solve.workload.train.TrainingResult;

/** {@code train JOB.json [--on DESIGN] [--search]}: how long a training step takes, and why. */
@Command(
    name = "train",
    description = {
      "Times a training step: its parts, memory of a chip, what limits; as a bound and calibrated.",
      "JOB is {\"model\":\"gpt3-175b\",\"batch\":64,\"strategy\":{\"tp\":8,\"pp\":8},"
          + "\"machine\":{\"chip\":\"a100-sxm\",\"count\":64,\"domainSize\":8,"
          + "\"scaleUpGBps\":300,\"scaleOutGBps\":25}}; with --on the design stands for the"
          + " machine. assets/schema/supernode-train-job-1.schema.json has all keys."
    },
    mixinStandardHelpOptions = true)
final class TrainCommand implements Callable<Integer> {
  @Option(
      names = "--search",
      description = "Goes through all legal strategies and takes the fastest that fits.")
  private boolean search;

  @Mixin private JobOption job;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Messages messages = job.messages();
    JobFields fields = job.fields(Workload.Kind.TRAIN);
    Machine machine = job.machine(fields, Workload.Kind.TRAIN);
    TrainingAnswer answer =
        search
            ? TrainingAnswer.searched(
                fields,
                machine,
                TrainingAnswer.KEPT,
                new ProgressBar(spec.commandLine().getErr()),
                () -> Thread.currentThread().isInterrupted())
            : TrainingAnswer.of(fields, machine, () -> Thread.currentThread().isInterrupted());
    return job.tell(
        WorkloadJson.root(answer, messages),
        out -> {
          print(answer, messages, out);
          answer.uptime().ifPresent(u -> out.println("  " + uptime(u, messages)));
          answer.notes().forEach(n -> out.println("  " + messages.say(n)));
        });
  }

  private static String uptime(Uptime u, Messages messages) {
    return messages.say(
        u.upperBound() ? "train.uptimeAtMost" : "train.uptime",
        new Quantity(u.checkpointing().mtbfS(), Dimension.TIME),
        new Quantity(u.intervalS(), Dimension.TIME),
        new Quantity(u.goodput(), Dimension.RATIO),
        new Quantity(u.simulated().low(), Dimension.RATIO),
        new Quantity(u.simulated().high(), Dimension.RATIO));
  }

  private static void print(TrainingAnswer answer, Messages messages, PrintWriter out) {
    TrainingJob job = answer.job();
    Fleet fleet = answer.machine().fleet();
    TrainingResult calibrated = answer.calibrated();
    TrainingResult bound = answer.bound();
    out.println(
        messages.say(
            "train.title",
            job.model().name(),
            fleet.count(),
            fleet.chip().name(),
            calibrated.strategy().toString()));
    for (TrainingResult r : new TrainingResult[] {calibrated, bound}) {
      out.println(
          "  " + messages.say("train.mode." + (r == bound ? Mode.BOUND : Mode.CALIBRATED).key()));
      out.println(
          "    "
              + messages.say(
                  "train.step",
                  new Quantity(r.stepSeconds(), Dimension.TIME),
                  r.tokensPerSecond(),
                  new Quantity(r.utilisation().mfu(), Dimension.RATIO),
                  new Quantity(r.utilisation().hfu(), Dimension.RATIO)));
      r.parts()
          .byKey()
          .forEach((key, seconds) -> {
            if (seconds > 0) {
              out.printf(
                  "      %-30s %s%n",
                  messages.say("workload.part." + key),
                  QuantityFormat.format(seconds, Dimension.TIME));
            }
          });
      out.println("    " + messages.say(r.bottleneck()));
    }
    out.println(
        "  "
            + messages.say(
                "train.memory",
                new Quantity(calibrated.memory().total(), Dimension.DATA),
                TrainingAnswer.limit(fleet)));
    calibrated
        .memory()
        .byKey()
        .forEach((key, bytes) -> {
          if (bytes > 0) {
            out.printf(
                "      %-30s %s%n",
                messages.say("train.memory." + key), QuantityFormat.format(bytes, Dimension.DATA));
          }
        });
  }
}
