package supernode.solve.network.collective;

/**
 * What the communication library of a machine has. Published efficiencies hold for its algorithms;
 * with them the others are estimates, and the fastest is looked for among its own.
 */
public enum Library {
  /** NVIDIA's. */
  NCCL,
  /** One that is not told apart: everything is taken as there. */
  ANY;

  /** Whether it has an algorithm for an operation. */
  public boolean has(Operation operation, Algorithm algorithm) {
    if (this == ANY) {
      return true;
    }
    return switch (operation) {
      case ALL_REDUCE ->
          switch (algorithm) {
            case RING, DOUBLE_BINARY_TREE, IN_NETWORK, IN_NETWORK_TREE -> true;
            default -> false;
          };
      case REDUCE_SCATTER, ALL_GATHER ->
          algorithm == Algorithm.RING || algorithm == Algorithm.IN_NETWORK;
      case ALL_TO_ALL, POINT_TO_POINT -> algorithm == Algorithm.DIRECT;
      case BROADCAST, REDUCE -> algorithm == Algorithm.RING;
    };
  }
}
