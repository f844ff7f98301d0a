package supernode.solve.network.collective;

import java.util.List;
import java.util.Optional;
import supernode.catalog.Confidence;
import supernode.catalog.Sourced;

/**
 * How much of a kind of link collectives get in practice.
 *
 * @param efficiency share of the link's rate that large transfers reach
 * @param reductionEfficiency share of that which adding switches reach with {@link
 *     NvlsEfficiency#PUBLISHED_RANKS} ranks; empty where none is published
 * @param lowLatencyMost most that the LL protocol moves within a node, byte/s
 * @param nvlsTreeMost most bus bandwidth of one of the node's ranks in NVLSTree, byte/s: with two
 *     nodes, with more; empty where none is published
 * @param library whose figures these are
 */
public record LinkCalibration(
    Sourced efficiency,
    Optional<Sourced> reductionEfficiency,
    Sourced lowLatencyMost,
    List<Sourced> nvlsTreeMost,
    Library library) {
  private static final String SIMAI = "SimAI calbusbw.h";
  private static final String NCCL = "NCCL tuning.cc";
  private static final Sourced NONE =
      new Sourced(1, Confidence.ESTIMATE, "bound", "nothing is taken off");

  /** No losses: for tests of closed forms. */
  static final LinkCalibration IDEAL =
      new LinkCalibration(
          NONE,
          Optional.of(NONE),
          new Sourced(Double.MAX_VALUE, Confidence.ESTIMATE, "bound", "never limits"),
          List.of(),
          Library.ANY);

  /** A link's figures by the protocol of its ports, for example "NVLink4". */
  public static LinkCalibration ofProtocol(String protocol) {
    return switch (protocol) {
      case "NVLink3" -> nvlink(20.0 / 25, SIMAI, Optional.empty(), 87.7e9, List.of());
      case "NVLink4" ->
          nvlink(20.6 / 25, SIMAI, Optional.of(reduction(0.85)), 141e9, tree(57.7e9, 45.5e9));
      case "NVLink5" ->
          nvlink(
              40.1 / 50, "NVIDIA/nccl#1807", Optional.of(reduction(0.74)), 282e9, tree(96e9, 80e9));
      case "IB", "Ethernet" ->
          new LinkCalibration(
              new Sourced(
                  48.5 / 50,
                  Confidence.SEEN,
                  SIMAI + "; NVIDIA/nccl-tests#119",
                  "CX7 and BF3: 48.5 of 50 GB/s; CX6: 23.5 of 25"),
              Optional.empty(),
              lowLatency(35e9, "multi-node, four nodes or more"),
              List.of(),
              Library.ANY);
      case "UB", "UB2" ->
          new LinkCalibration(
              new Sourced(
                  167.0 / 196,
                  Confidence.MEMORY,
                  "CloudMatrix384 paper",
                  "NPU to NPU read 167 of 196 GB/s per die; not read again"),
              Optional.empty(),
              lowLatency(141e9, "assumed as for NVLink 4"),
              List.of(),
              Library.ANY);
      default ->
          new LinkCalibration(
              new Sourced(
                  20.6 / 25,
                  Confidence.ASSUMPTION,
                  SIMAI,
                  "nothing is published for " + protocol + "; assumed as for NVLink 4"),
              Optional.empty(),
              lowLatency(141e9, "assumed as for NVLink 4"),
              List.of(),
              Library.ANY);
    };
  }

  private static LinkCalibration nvlink(
      double share,
      String source,
      Optional<Sourced> reduction,
      double lowLatencyBytesPerS,
      List<Sourced> tree) {
    return new LinkCalibration(
        new Sourced(share, Confidence.SEEN, source, "effective NVLink rate for NCCL"),
        reduction,
        lowLatency(lowLatencyBytesPerS, "llMaxBws, one node"),
        tree,
        Library.NCCL);
  }

  private static List<Sourced> tree(double twoNodes, double moreNodes) {
    return List.of(
        new Sourced(twoNodes, Confidence.SEEN, NCCL, "perChMaxNVLSTreeBws, 2 nodes"),
        new Sourced(moreNodes, Confidence.SEEN, NCCL, "perChMaxNVLSTreeBws, 4 nodes"));
  }

  private static Sourced reduction(double value) {
    return new Sourced(value, Confidence.SEEN, NCCL, "nvlsEfficiency, nodes of 8");
  }

  private static Sourced lowLatency(double bytesPerS, String note) {
    return new Sourced(bytesPerS, Confidence.SEEN, NCCL, note);
  }
}
