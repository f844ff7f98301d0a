package supernode.solve.network.collective;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import supernode.catalog.Sourced;
import supernode.solve.network.collective.NcclLatency.Protocol;

/** Times with published efficiencies and start-up times; nothing is fitted to a machine. */
final class Calibrated {
  /** Share of the ring's rate, by protocol (NCCL tuning.cc). */
  private static final double RING_LL = 0.5;

  private static final double LL128 = 0.92;
  private static final double TREE = 0.92;
  private static final double TREE_LL = 1 / 3.8;
  private static final double TREE_LL128_NODE = 7.0 / 9;
  private static final double TREE_LL128_NET = 120.0 / 128;
  private static final double ASYMPTOTE_BYTES = 17179869184.0;

  private final Operation operation;
  private final RankNetwork network;
  private final int nodes;
  private final int reducingRanks;
  private final NcclLatency latency;

  Calibrated(Operation operation, RankNetwork network) {
    this.operation = operation;
    this.network = network;
    nodes = network.nodes().length;
    reducingRanks = nodes > 1 ? network.ranks() / nodes : network.ranks();
    latency = new NcclLatency(operation, network.ranks(), nodes);
  }

  /** A calibrated time, by the fastest protocol. */
  record Timing(StageTime.Total total, Protocol protocol, List<Constant> constants) {}

  Timing time(PlacedAlgorithm p, double bytes) {
    Timing best = null;
    for (Protocol protocol : NcclLatency.protocols(p.algorithm)) {
      Timing t = time(p, bytes, protocol);
      if (best == null || t.total().seconds() < best.total().seconds()) {
        best = t;
      }
    }
    return best;
  }

  private Timing time(PlacedAlgorithm p, double bytes, Protocol protocol) {
    Set<Constant> constants = new LinkedHashSet<>(NcclLatency.constants(p.algorithm, protocol));
    double startS = latency.of(p.algorithm, protocol, p.stages);
    Sourced published = tableShare(p, bytes, protocol);
    double share = published == null ? 1 : published.value();
    if (published != null) {
      constants.add(new Constant("bulkEfficiency", published));
    }
    double share2 = protocolShare(p, protocol);
    double[] perByteS = perByteS(p, share * share2, constants);
    double together = p.effective.togetherPerByteS / (share * share2);
    // The start-up time is paid once: stages and chunks then overlap as in the bound.
    StageTime.Total total = p.transfer(perByteS, together, bytes);
    double floorS =
        Math.max(lowLatencyS(p, bytes, protocol), nvlsTreeS(p, bytes, constants) / share);
    double transferS = Math.max(total.seconds(), floorS);
    double seconds =
        inTable(p, protocol) ? tabled(p, bytes, startS, transferS) : startS + transferS;
    return new Timing(
        new StageTime.Total(seconds, total.steps(), total.chunks()),
        protocol,
        List.copyOf(constants));
  }

  /** Whether the measured table, which has start-up times in it, stands for this one. */
  private boolean inTable(PlacedAlgorithm p, Protocol protocol) {
    return table(p) != null && protocol == Protocol.SIMPLE && nodes <= table(p).mostNodes();
  }

  private EfficiencyTable table(PlacedAlgorithm p) {
    if (nodes < 2) {
      return null;
    }
    return switch (p.algorithm) {
      case RING ->
          operation == Operation.BROADCAST || operation == Operation.REDUCE ? null : limit(p);
      case DIRECT, PAIRWISE ->
          operation == Operation.ALL_TO_ALL ? EfficiencyTable.ALL_TO_ALL : null;
      default -> null;
    };
  }

  /** By what limits it: links inside nodes or between them. */
  private EfficiencyTable limit(PlacedAlgorithm p) {
    int tier = network.tierOfChannel(p.effective.busiest);
    return network.tiers().get(tier).kind() == Tier.Kind.SCALE_OUT
        ? EfficiencyTable.NIC
        : EfficiencyTable.NVLINK;
  }

  /** Bulk efficiency: from the table where there is one, else what large sizes reach. */
  private Sourced tableShare(PlacedAlgorithm p, double bytes, Protocol protocol) {
    if (nodes < 2) {
      return null;
    }
    if (inTable(p, protocol)) {
      return table(p).sourced(Math.max(bytes, EfficiencyTable.SMALLEST_BYTES), nodes);
    }
    EfficiencyTable by = table(p) == null ? limit(p) : table(p);
    return by.sourced(ASYMPTOTE_BYTES, Math.min(nodes, by.mostNodes()));
  }

  /**
   * Below the table's smallest size: start-up and transfer at the rate of large sizes, but never
   * longer than the smallest size itself took.
   */
  private double tabled(PlacedAlgorithm p, double bytes, double startS, double transferS) {
    if (bytes >= EfficiencyTable.SMALLEST_BYTES) {
      return transferS;
    }
    EfficiencyTable table = table(p);
    double least = table.of(EfficiencyTable.SMALLEST_BYTES, nodes);
    double most = table.of(ASYMPTOTE_BYTES, nodes);
    double atSmallest = transferS * EfficiencyTable.SMALLEST_BYTES / bytes;
    return Math.min(atSmallest, startS + transferS * least / most);
  }

  private double protocolShare(PlacedAlgorithm p, Protocol protocol) {
    boolean tree = p.algorithm == Algorithm.TREE || p.algorithm == Algorithm.DOUBLE_BINARY_TREE;
    if (tree) {
      return TREE
          * switch (protocol) {
            case SIMPLE -> 1;
            case LL -> TREE_LL;
            case LL128 -> nodes > 1 ? TREE_LL128_NET : TREE_LL128_NODE;
          };
    }
    return switch (protocol) {
      case SIMPLE -> 1;
      case LL -> RING_LL;
      case LL128 -> LL128;
    };
  }

  /**
   * The tuner's limit of NVLSTree, for the nodes it knows: of up to eight ranks, one channel each.
   */
  private double nvlsTreeS(PlacedAlgorithm p, double bytes, Set<Constant> constants) {
    List<Sourced> most = network.tiers().getFirst().calibration().nvlsTreeMost();
    if (p.algorithm != Algorithm.IN_NETWORK_TREE
        || most.isEmpty()
        || reducingRanks > NvlsEfficiency.PUBLISHED_RANKS) {
      return 0;
    }
    Sourced perRank = nodes == 2 ? most.getFirst() : most.getLast();
    constants.add(new Constant("nvlsTreeBusBytesPerSPerRank", perRank));
    return bytes * operation.busFactor(network.ranks()) / (perRank.value() * reducingRanks);
  }

  /** What the LL protocol moves at most. */
  private double lowLatencyS(PlacedAlgorithm p, double bytes, Protocol protocol) {
    if (protocol != Protocol.LL) {
      return 0;
    }
    int tier = network.tierOfChannel(p.effective.busiest);
    double most = network.tiers().get(tier).calibration().lowLatencyMost().value();
    return bytes * operation.busFactor(network.ranks()) / most;
  }

  private double[] perByteS(PlacedAlgorithm p, double share, Set<Constant> constants) {
    double[] perByteS = p.effective.perByteS.clone();
    for (int i = 0; i < perByteS.length; i++) {
      PlacedStage s = p.stages.get(i);
      LinkCalibration by =
          network.tiers().get(network.tierOfChannel(p.effective.busiestOf[i])).calibration();
      constants.add(new Constant("linkEfficiency", by.efficiency()));
      double stageShare = share;
      if (s.reduction()) {
        Sourced reduction =
            NvlsEfficiency.sourced(by.reductionEfficiency().orElse(by.efficiency()), reducingRanks);
        constants.add(new Constant("inNetworkEfficiency", reduction));
        stageShare *= reduction.value();
      }
      perByteS[i] /= stageShare;
    }
    return perByteS;
  }
}
