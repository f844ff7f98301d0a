package supernode.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import supernode.analysis.CollectiveRanks;
import supernode.catalog.Catalog;
import supernode.design.Design;
import supernode.quantity.Dimension;
import supernode.quantity.Messages;
import supernode.quantity.QuantityFormat;
import supernode.quantity.Text;
import supernode.solve.Outcome;
import supernode.solve.network.collective.Algorithm;
import supernode.solve.network.collective.Collective;
import supernode.solve.network.collective.Mode;
import supernode.solve.network.collective.Operation;
import supernode.solve.network.collective.Run;
import supernode.topology.Expansion;
import supernode.topology.SystemModel;

/** {@code collective OP --size S --on FILE}: how long, by every algorithm. */
@Command(
    name = "collective",
    description = {
      "Times a collective operation on a design: every algorithm, as a bound and calibrated.",
      "OP is all-reduce, reduce-scatter, all-gather, all-to-all, broadcast, reduce or p2p (from"
          + " the first rank to the last).",
      "FILE is a design, or one line of JSON:"
          + " {\"kind\":\"full-mesh\",\"ranks\":8,\"linkGBps\":64}; kinds are switch, full-mesh,"
          + " ring, torus and mesh (with \"dims\"); \"links\", \"latencyNs\", \"protocol\","
          + " \"reducing\", \"ranksPerNode\" and \"nicGBps\" may be added."
    },
    mixinStandardHelpOptions = true)
final class CollectiveCommand implements Callable<Integer> {
  @Parameters(paramLabel = "OP", description = "The operation.")
  private String operation;

  @Option(
      names = "--size",
      required = true,
      paramLabel = "SIZE",
      description =
          "Buffer of one rank: 1GiB, a list 64KiB,1MiB, or a range 1KiB..1GiB:x2; a bare number is"
              + " bytes.")
  private String size;

  @Option(names = "--on", required = true, paramLabel = "FILE", description = "On what.")
  private Path file;

  @Option(
      names = "--ranks",
      paramLabel = "RANKS",
      split = ",",
      description =
          "Accelerators that take part: 0..7, or paths such as compute[0..1].gpu[*]; all if not"
              + " given.")
  private List<String> ranks = new ArrayList<>();

  @Option(
      names = "--dims",
      paramLabel = "NxNx...",
      description =
          "How the ranks lie, the first dimension innermost: 4x4x4. The hierarchical and rotated"
              + " algorithms go along these. If not given, the axes of the torus, mesh or HyperX"
              + " that is drawn, else the counts of the design's hierarchy.")
  private String dims;

  @Option(
      names = "--algorithm",
      paramLabel = "ALGORITHM",
      description = "Only this one; all that work if not given.")
  private String algorithm;

  @Option(names = "--json", description = "Prints JSON; units are in the key names.")
  private boolean json;

  @Mixin private Changes changes;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Messages messages = changes.messages();
    Operation op =
        Operation.ofKey(operation)
            .orElseThrow(
                () -> new BadInput("collective.noOperation", operation, keys(Operation.values())));
    List<Double> sizes = Sizes.parse(size);
    CollectiveRanks on = placed(MachineReader.isMachine(file) ? machine() : design());
    Collective collective = Collective.of(op, on.network(), on.grid(), () -> false);
    List<Algorithm> algorithms = algorithms(collective);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(new CollectiveJson(collective, on, messages).text(sizes, algorithms));
    } else {
      sizes.forEach(bytes -> print(collective, on, bytes, algorithms, messages, out));
    }
    out.flush();
    return 0;
  }

  private static String keys(Operation[] all) {
    return Arrays.stream(all).map(Operation::key).collect(Collectors.joining(", "));
  }

  /** The ranks as {@code --dims} has them. */
  private CollectiveRanks placed(CollectiveRanks ranks) {
    if (dims == null) {
      return ranks;
    }
    if (!dims.matches("\\d{1,7}([xX×]\\d{1,7}){0,7}")) {
      throw new BadInput("collective.dims", dims);
    }
    List<Integer> sizes = Arrays.stream(dims.split("[xX×]")).map(Integer::valueOf).toList();
    double points = sizes.stream().mapToDouble(Integer::doubleValue).reduce(1, (a, b) -> a * b);
    if (points != ranks.network().ranks()) {
      throw new BadInput("collective.dimsRanks", dims, points, ranks.network().ranks());
    }
    return ranks.on(sizes);
  }

  private CollectiveRanks machine() {
    return MachineReader.read(file, RankChoice.numbers(ranks));
  }

  private CollectiveRanks design() {
    Catalog catalog = Inputs.catalog();
    Design design = changes.applied(file, catalog);
    SystemModel model =
        Expansion.of(design, design.library(catalog), design.scenarios().get(changes.scenario()));
    Outcome<CollectiveRanks> on =
        CollectiveRanks.of(
            model, design, RankChoice.of(ranks, CollectiveRanks.candidates(model)), () -> false);
    return on.map(ranks -> ranks.asWired(design))
        .asOptional()
        .orElseThrow(() -> new BadInput(on.whyNot().orElseThrow()));
  }

  /** Those to show; refused with the reason where none works. */
  private List<Algorithm> algorithms(Collective collective) {
    Operation op = collective.operation();
    if (algorithm != null) {
      Algorithm only =
          Algorithm.ofKey(algorithm)
              .filter(Algorithm.of(op)::contains)
              .orElseThrow(() ->
                  new BadInput(
                      "collective.noAlgorithm",
                      algorithm,
                      op.key(),
                      Algorithm.of(op).stream()
                          .map(Algorithm::key)
                          .collect(Collectors.joining(", "))));
      Text why = collective.refused().get(only);
      if (why != null) {
        throw new BadInput("collective.refused", only.key(), why);
      }
      return List.of(only);
    }
    if (collective.algorithms().isEmpty()) {
      Text why = collective.refused().values().iterator().next();
      throw new BadInput("collective.noneWorks", op.key(), collective.network().ranks(), why);
    }
    return collective.algorithms();
  }

  private static void print(
      Collective collective,
      CollectiveRanks on,
      double bytes,
      List<Algorithm> algorithms,
      Messages messages,
      PrintWriter out) {
    out.println(
        messages.say(
            "collective.title",
            collective.operation().key(),
            QuantityFormat.format(bytes, Dimension.DATA),
            collective.network().ranks()));
    for (Mode mode : Mode.values()) {
      out.println("  " + messages.say("collective.mode." + mode.key()));
      for (Run run : collective.runs(bytes, mode)) {
        if (algorithms.contains(run.algorithm())) {
          out.printf(
              "    %-20s %12s  %s%n",
              run.algorithm().key(),
              QuantityFormat.format(run.timeS(), Dimension.TIME),
              messages.say(
                      "collective.rates",
                      QuantityFormat.format(run.algorithmBytesPerS(), Dimension.BANDWIDTH),
                      QuantityFormat.format(run.busBytesPerS(), Dimension.BANDWIDTH),
                      QuantityFormat.format(run.mostUtilisation(), Dimension.RATIO),
                      on.linkName(run.bottleneckChannel()))
                  + (mode == Mode.CALIBRATED && !collective.inLibrary(run.algorithm())
                      ? messages.say("collective.notInLibrary")
                      : ""));
        }
      }
    }
    collective
        .refused()
        .forEach((a, why) -> out.println("  " + messages.say("collective.refused", a.key(), why)));
  }
}
