package supernode.app;

import java.io.PrintWriter;
import java.nio.file.Path;
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
import supernode.quantity.QuantityFormat;
import supernode.quantity.Text;
import supernode.solve.network.collective.Mode;
import supernode.solve.workload.machine.Fleet;
import supernode.solve.workload.machine.GroupTimes;
import supernode.solve.workload.train.MemoryParts;
import supernode.solve.workload.train.Strategy;
import supernode.solve.workload.train.StrategyCheck;
import supernode.solve.workload.train.StrategySearch;
import supernode.solve.workload.train.TrainingJob;
import supernode.solve.workload.train.TrainingResult;
import supernode.solve.workload.train.TrainingStep;

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
  private static final int KEPT = 20;

  @Parameters(paramLabel = "JOB", description = "What is to be trained, *.json.")
  private String file;

  @Option(names = "--on", paramLabel = "DESIGN", description = "A design, *.supernode.json.")
  private Path design;

  @Option(
      names = "--search",
      description = "Goes through all legal strategies and takes the fastest that fits.")
  private boolean search;

  @Option(names = "--json", description = "Prints JSON; units are in the key names.")
  private boolean json;

  @Mixin private Changes changes;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Messages messages = changes.messages();
    JobFields fields = TrainingForm.open(file);
    TrainingJob job = TrainingForm.job(fields);
    Budget budget = Budget.of(fields);
    Machine machine = Machine.of(fields, design, changes, Inputs.catalog());
    Optional<Uptime> uptime = Uptime.of(fields, machine);
    Fleet fleet = machine.fleet();
    Strategy strategy = TrainingForm.strategy(fields, fleet.count(), search);
    TrainingStep step = new TrainingStep(job, new GroupTimes(fleet, Mode.CALIBRATED));
    StrategySearch.Found found = null;
    if (search) {
      found =
          StrategySearch.of(
              job,
              step,
              fleet.chip(),
              fleet.count(),
              strategy,
              KEPT,
              new ProgressBar(spec.commandLine().getErr()),
              () -> Thread.currentThread().isInterrupted());
      if (found.best().isEmpty()) {
        throw new BadInput("train.nothingFits", file, found.legal(), limit(fleet));
      }
      strategy = found.best().getFirst().strategy();
    } else {
      require(job, strategy, fleet);
    }
    TrainingResult calibrated = step.evaluate(strategy);
    TrainingResult bound =
        new TrainingStep(job, new GroupTimes(fleet, Mode.BOUND)).evaluate(strategy);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(
          new TrainJson(job, machine, budget, uptime, messages).text(calibrated, bound, found));
    } else {
      print(job, fleet, calibrated, bound, messages, out);
      uptime.ifPresent(u ->
          out.println(
              "  "
                  + messages.say(
                      "train.uptime",
                      new Quantity(u.checkpointing().mtbfS(), Dimension.TIME),
                      new Quantity(u.intervalS(), Dimension.TIME),
                      new Quantity(u.goodput(), Dimension.RATIO),
                      new Quantity(u.simulated().low(), Dimension.RATIO),
                      new Quantity(u.simulated().high(), Dimension.RATIO))));
    }
    out.flush();
    return 0;
  }

  private static Quantity limit(Fleet fleet) {
    return new Quantity(fleet.chip().memoryBytes(), Dimension.DATA);
  }

  /** Refuses what cannot be carried out, with the nearest that can. */
  private void require(TrainingJob job, Strategy s, Fleet fleet) {
    Optional<Text> fails = StrategyCheck.of(job, s, fleet.count());
    if (fails.isPresent()) {
      throw new BadInput("train.illegal", file, fails.get());
    }
    MemoryParts memory = MemoryParts.of(job, s);
    if (memory.total() <= fleet.chip().memoryBytes()) {
      return;
    }
    Map.Entry<String, Double> most = memory.largest();
    Quantity needed = new Quantity(memory.total(), Dimension.DATA);
    Quantity largest = new Quantity(most.getValue(), Dimension.DATA);
    Text part = Text.of("train.memory." + most.getKey());
    Optional<Strategy> near = StrategySearch.nearest(job, fleet.chip(), fleet.count(), s);
    throw near.map(n ->
            new BadInput("train.tooLarge", file, needed, limit(fleet), part, largest, n.toString()))
        .orElseGet(
            () -> new BadInput("train.neverFits", file, needed, limit(fleet), part, largest));
  }

  private static void print(
      TrainingJob job,
      Fleet fleet,
      TrainingResult calibrated,
      TrainingResult bound,
      Messages messages,
      PrintWriter out) {
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
                limit(fleet)));
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
