package supernode.app;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import supernode.solve.network.latency.PacketMix;

/** Under which load latency is asked for. */
final class OfferedLoadOption {
  private static final double MOST_LOAD = 1000;

  @Option(
      names = "--load",
      paramLabel = "LOAD",
      description =
          "Adds mean and tail latency while every endpoint offers this share of its links' rate"
              + " (0.7) to all others alike: M/G/1 queues; and how long a burst of all others to"
              + " one takes.")
  private Double load;

  @Option(
      names = "--packet",
      paramLabel = "SIZE",
      defaultValue = "4KiB",
      description =
          "With --load: bytes of a packet, or several sizes of which there are equally many"
              + " (64,4096); ${DEFAULT-VALUE} if not given.")
  private String packet;

  @Option(
      names = "--burst",
      paramLabel = "SIZE",
      defaultValue = "1MiB",
      description =
          "With --load: what each of the others sends in a burst to one; ${DEFAULT-VALUE} if not"
              + " given.")
  private String burst;

  /** What was asked for. */
  record OfferedLoad(double load, PacketMix packets, double burstBytes) {}

  /**
   * @throws BadInput for a load or size that is none
   */
  Optional<OfferedLoad> read() {
    if (load == null) {
      return Optional.empty();
    }
    if (!(load > 0 && load <= MOST_LOAD)) {
      throw new BadInput("topology.load", load, MOST_LOAD);
    }
    List<Double> bursts = Sizes.parse(burst);
    if (bursts.size() != 1) {
      throw new BadInput("collective.size", burst);
    }
    return Optional.of(
        new OfferedLoad(load, new PacketMix(Sizes.parse(packet)), bursts.getFirst()));
  }
}
