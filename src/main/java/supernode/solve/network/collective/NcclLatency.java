package supernode.solve.network.collective;

import java.util.ArrayList;
import java.util.List;
import supernode.catalog.Confidence;
import supernode.catalog.Sourced;

/**
 * Start-up times of NCCL's tuner: a base and a time for each step, by protocol. Microseconds as
 * published, seconds here.
 */
public final class NcclLatency {
  /** How NCCL moves data: low latency at half of the rate or less, or in bulk. */
  public enum Protocol {
    /** Flags in every 8 bytes. */
    LL,
    /** Flags in every 128 bytes. */
    LL128,
    /** Flags for whole chunks. */
    SIMPLE
  }

  private record PerProtocol(double ll, double ll128, double simple) {
    double of(Protocol protocol) {
      return switch (protocol) {
        case LL -> ll;
        case LL128 -> ll128;
        case SIMPLE -> simple;
      };
    }
  }

  private static final String SOURCE = "NCCL tuning.cc, ncclTunerConstantsDefaults";
  private static final PerProtocol BASE_TREE = new PerProtocol(6.8e-6, 14e-6, 8.4e-6);
  private static final PerProtocol BASE_RING = new PerProtocol(6.6e-6, 14e-6, 8.4e-6);
  private static final PerProtocol NVLINK_TREE = new PerProtocol(0.6e-6, 1.25e-6, 4e-6);
  private static final PerProtocol NVLINK_RING = new PerProtocol(0.6e-6, 1.9e-6, 3.4e-6);
  private static final PerProtocol NET_TREE = new PerProtocol(5e-6, 8.5e-6, 14e-6);
  private static final PerProtocol NET_RING = new PerProtocol(2.7e-6, 4e-6, 14e-6);
  private static final double NVLS_S = 25e-6;
  private static final double NET_NVLS_S = 18e-6;
  private static final double NET_NVLS_TREE_S = 20.9e-6;

  private final Operation operation;
  private final int ranks;
  private final int nodes;

  /** The start-up times of an operation among ranks in nodes. */
  public NcclLatency(Operation operation, int ranks, int nodes) {
    this.operation = operation;
    this.ranks = ranks;
    this.nodes = nodes;
  }

  /** Protocols that an algorithm has. */
  static List<Protocol> protocols(Algorithm algorithm) {
    return switch (algorithm) {
      case IN_NETWORK, IN_NETWORK_TREE, HIERARCHICAL -> List.of(Protocol.SIMPLE);
      default -> List.of(Protocol.values());
    };
  }

  /**
   * Time of an operation of no size.
   *
   * @param stages for algorithms that NCCL does not have: each step like one of its ring
   */
  double of(Algorithm algorithm, Protocol protocol, List<PlacedStage> stages) {
    return switch (algorithm) {
      case RING -> ringS(protocol);
      case TREE, DOUBLE_BINARY_TREE -> treeS(protocol);
      case IN_NETWORK -> NVLS_S + (nodes > 1 ? NET_NVLS_S : 0);
      case IN_NETWORK_TREE -> NVLS_S + 2 * log2(nodes) * NET_NVLS_TREE_S;
      default -> {
        double sum = BASE_RING.of(protocol);
        for (PlacedStage s : stages) {
          PerProtocol step = s.across() ? NET_RING : NVLINK_RING;
          sum += s.reduction() ? NVLS_S : s.steps() * step.of(protocol);
        }
        yield sum;
      }
    };
  }

  /** The ring: 2 (n - 1) steps for all-reduce, 2 (nodes - 1) of them between nodes. */
  public double ringS(Protocol protocol) {
    int rounds = operation == Operation.ALL_REDUCE ? 2 : 1;
    boolean chain = operation == Operation.BROADCAST || operation == Operation.REDUCE;
    int steps = chain ? ranks : rounds * (ranks - 1);
    int across = Math.min(steps, rounds * (nodes - 1));
    PerProtocol net = ranks == nodes ? NET_TREE : NET_RING;
    return BASE_RING.of(protocol)
        + (steps - across) * NVLINK_RING.of(protocol)
        + across * net.of(protocol);
  }

  private double treeS(Protocol protocol) {
    int perNode = ranks / nodes;
    double oneWay = (perNode - 1) * NVLINK_TREE.of(protocol) + log2(nodes) * NET_TREE.of(protocol);
    return BASE_TREE.of(protocol) + (operation == Operation.ALL_REDUCE ? 2 : 1) * oneWay;
  }

  private static int log2(int n) {
    return 31 - Integer.numberOfLeadingZeros(n);
  }

  /** What went into an algorithm's time. */
  static List<Constant> constants(Algorithm algorithm, Protocol protocol) {
    List<Constant> all = new ArrayList<>();
    switch (algorithm) {
      case IN_NETWORK -> all.add(constant("nvlsLatencyS", NVLS_S, "NVLS, NVLINK"));
      case IN_NETWORK_TREE -> {
        all.add(constant("nvlsLatencyS", NVLS_S, "NVLS, NVLINK"));
        all.add(constant("nvlsTreeNetLatencyS", NET_NVLS_TREE_S, "NVLSTree, NET"));
      }
      case TREE, DOUBLE_BINARY_TREE -> {
        all.add(constant("baseLatencyS", BASE_TREE.of(protocol), "Tree, " + protocol));
        all.add(constant("stepLatencyS", NVLINK_TREE.of(protocol), "Tree, NVLINK, " + protocol));
        all.add(constant("netStepLatencyS", NET_TREE.of(protocol), "Tree, NET, " + protocol));
      }
      default -> {
        all.add(constant("baseLatencyS", BASE_RING.of(protocol), "Ring, " + protocol));
        all.add(constant("stepLatencyS", NVLINK_RING.of(protocol), "Ring, NVLINK, " + protocol));
        all.add(constant("netStepLatencyS", NET_RING.of(protocol), "Ring, NET, " + protocol));
      }
    }
    return all;
  }

  private static Constant constant(String name, double value, String note) {
    return new Constant(name, new Sourced(value, Confidence.SEEN, SOURCE, note));
  }
}
