package supernode.app;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import supernode.analysis.workload.JobFields;
import supernode.analysis.workload.Machine;
import supernode.analysis.workload.MemoryWall;
import supernode.analysis.workload.WorkloadAnswer;
import supernode.catalog.Part;
import supernode.catalog.PartKind;
import supernode.design.Workload;
import supernode.quantity.Dimension;
import supernode.quantity.Messages;
import supernode.quantity.Quantity;
import supernode.quantity.QuantityFormat;
import supernode.quantity.Words;
import supernode.solve.network.collective.Mode;
import supernode.solve.workload.machine.Chip;
import supernode.solve.workload.roofline.Roofline;

/** {@code roofline JOB.json [--on DESIGN]}: what limits each operator, and other memory instead. */
@Command(
    name = "roofline",
    description = {
      "Puts each operator of a training or serving job under the roofs of its machine: compute,"
          + " HBM, memory pool, scale-up, scale-out; and says what other memory would do.",
      "JOB is as for train or serve. --hbm hbm3-8h*6 --hbm hbm4-jedec*12 stands two memories side"
          + " by side with the chip's own; --pool 100 keeps the optimiser's state, or keys and"
          + " values, in a pool that a chip reaches at 100 GB/s."
    },
    mixinStandardHelpOptions = true)
final class RooflineCommand implements Callable<Integer> {
  private static final int MOST_STACKS = 64;

  @Mixin private JobOption job;

  @Option(
      names = "--hbm",
      paramLabel = "STACK[*N]",
      description = "N stacks of a kind of the catalogue at each chip, 6 if not said. Repeatable.")
  private List<String> stacks = new ArrayList<>();

  @Option(
      names = "--pool",
      paramLabel = "GBPS",
      description = "What of the memory can live in a pool, and what that costs in time.")
  private Double poolGBps;

  @Override
  public Integer call() {
    Workload.Kind kind = job.kind();
    if (kind == Workload.Kind.SCHEDULE) {
      throw new BadInput("roofline.kind", job.fields(kind).where());
    }
    List<Choice> chosen = stacks.stream().map(RooflineCommand::choice).toList();
    if (poolGBps != null && !(poolGBps >= 1e-3 && poolGBps <= 1e6)) {
      throw new BadInput("roofline.pool", poolGBps);
    }
    JobFields fields = job.fields(kind);
    Machine machine = job.machine(fields, kind);
    WorkloadAnswer answer = WorkloadAnswer.of(kind, fields, machine, () -> false);
    Workload workload = new Workload(kind, fields.all());
    List<MemoryWall.Swapped> swapped =
        chosen.stream()
            .flatMap(c ->
                MemoryWall.swapped(
                    workload, machine, List.of(c.part), List.of(c.count), () -> false)
                    .stream())
            .toList();
    OptionalDouble pool =
        poolGBps == null ? OptionalDouble.empty() : OptionalDouble.of(poolGBps * 1e9);
    Messages messages = job.messages();
    return job.tell(
        RooflineJson.root(answer, swapped, pool, messages),
        out -> print(answer, swapped, pool, messages, out));
  }

  /** So many stacks of a kind. */
  private record Choice(Part part, int count) {}

  private static Choice choice(String text) {
    String[] parts = text.split("\\*", 2);
    Part part =
        Inputs.catalog()
            .part(parts[0])
            .filter(p -> p.kind() == PartKind.HBM_STACK)
            .orElseThrow(() -> new BadInput("roofline.noStack", parts[0], nearest(parts[0])));
    String count = parts.length > 1 ? parts[1] : "6";
    if (!count.matches("[1-9][0-9]?") || Integer.parseInt(count) > MOST_STACKS) {
      throw new BadInput("roofline.stacks", text, MOST_STACKS);
    }
    return new Choice(part, Integer.parseInt(count));
  }

  private static String nearest(String id) {
    return Words.nearest(
        id, Inputs.catalog().ofKind(PartKind.HBM_STACK).stream().map(Part::id).toList());
  }

  private static void print(
      WorkloadAnswer answer,
      List<MemoryWall.Swapped> swapped,
      OptionalDouble pool,
      Messages messages,
      PrintWriter out) {
    Chip chip = answer.machine().fleet().chip();
    out.println(messages.say("roofline.title", answer.machine().fleet().count(), chip.name()));
    String bound = messages.say("chart.mode.bound");
    MemoryWall.rooflines(answer)
        .forEach((phase, r) -> {
          out.println("  " + messages.say("roofline.phase." + phase) + "  " + roofs(r, messages));
          r.points()
              .forEach(p ->
                  out.printf(
                      "    %-18s %10.1f FLOP/B %10.1f TFLOP/s  %s %10.1f TFLOP/s  %s%n",
                      p.operator().key(),
                      p.intensity(),
                      p.calibratedFlopsPerS() / 1e12,
                      bound,
                      p.attainableFlopsPerS() / 1e12,
                      messages.say("roofline.roof." + p.limit())));
        });
    if (!swapped.isEmpty()) {
      out.println(
          "  "
              + messages.say(
                  "roofline.own",
                  memory(chip.memoryBytes(), chip.memoryBytesPerS()),
                  speed(answer, messages)));
    }
    for (MemoryWall.Swapped s : swapped) {
      String speed =
          s.answer()
              .asOptional()
              .map(a -> speed(a, messages))
              .orElseGet(() -> messages.say(s.answer().whyNot().orElseThrow()));
      String what = s.stacks() + " × " + s.generation().name();
      out.println(
          "  " + messages.say("roofline.other", what, memory(s.bytes(), s.bytesPerS()), speed));
    }
    for (Mode mode : List.of(Mode.CALIBRATED, Mode.BOUND)) {
      if (pool.isPresent()) {
        MemoryWall.pooled(answer, pool.getAsDouble(), mode)
            .ifPresent(p -> out.println("  " + pooled(p, mode, messages)));
      }
    }
  }

  private static String pooled(MemoryWall.Pooled p, Mode mode, Messages messages) {
    return messages.say("chart.mode." + mode.key())
        + ": "
        + messages.say(
            "roofline.pooled." + p.what(),
            new Quantity(p.bytes(), Dimension.DATA),
            new Quantity(p.bytesPerS(), Dimension.BANDWIDTH),
            new Quantity(p.seconds(), Dimension.TIME),
            new Quantity(p.share(), Dimension.RATIO));
  }

  private static String roofs(Roofline r, Messages messages) {
    List<String> all = new ArrayList<>();
    r.roofs()
        .forEach(roof ->
            all.add(
                messages.say("roofline.roof." + roof.key())
                    + " "
                    + QuantityFormat.format(roof.bytesPerS(), Dimension.BANDWIDTH)));
    all.add(messages.say("roofline.onChip"));
    return String.join(", ", all);
  }

  private static String memory(double bytes, double bytesPerS) {
    return QuantityFormat.format(bytes, Dimension.DATA)
        + ", "
        + QuantityFormat.format(bytesPerS, Dimension.BANDWIDTH);
  }

  private static String speed(WorkloadAnswer answer, Messages messages) {
    return messages.say(
        "roofline.speed",
        new Quantity(MemoryWall.seconds(answer, Mode.CALIBRATED), Dimension.TIME),
        MemoryWall.tokensPerSecond(answer, Mode.CALIBRATED),
        new Quantity(MemoryWall.seconds(answer, Mode.BOUND), Dimension.TIME),
        MemoryWall.tokensPerSecond(answer, Mode.BOUND));
  }
}
