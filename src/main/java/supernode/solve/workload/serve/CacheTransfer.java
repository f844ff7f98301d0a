package supernode.solve.workload.serve;

import java.util.List;
import supernode.solve.workload.machine.ChipFlows;
import supernode.solve.workload.machine.Fleet;

/** How the cache of a prompt gets from the replica that has read it to the one that goes on. */
public interface CacheTransfer {
  /**
   * What a transfer meets while so many requests come.
   *
   * @param requestsPerSecond to the whole service
   */
  Way at(double requestsPerSecond);

  /**
   * A way from replica to replica.
   *
   * @param bytesPerS of a replica's cache, in the mean over pairs of replicas
   * @param slowestBytesPerS between the pair that has the least
   * @param aloneBytesPerS in the mean, with nothing beside
   * @param latencyS of a message, in the mean
   * @param insideShare of the bytes that stays in domains of high bandwidth
   * @param limits links that hold transfers back, those of most pairs first
   * @param othersShare of what exchanges of the groups and other transfers want that the worst off
   *     of them gets beside one transfer
   * @param pairs of replicas that were looked at
   * @param allPairs whether these are all
   */
  record Way(
      double bytesPerS,
      double slowestBytesPerS,
      double aloneBytesPerS,
      double latencyS,
      double insideShare,
      List<ChipFlows.Link> limits,
      double othersShare,
      int pairs,
      boolean allPairs) {
    public Way {
      limits = List.copyOf(limits);
    }
  }

  /**
   * From rank to rank over the fabrics of a machine.
   *
   * @param bytesPerRequest of cache, in the mean
   */
  static CacheTransfer over(
      Fleet fleet, ReplicaGroup readers, ReplicaGroup writers, double bytesPerRequest) {
    return new CacheFlows(fleet, readers, writers, bytesPerRequest);
  }

  /** One rate that is given. */
  static CacheTransfer atRate(double bytesPerS, double latencyS, boolean inside) {
    Way way =
        new Way(bytesPerS, bytesPerS, bytesPerS, latencyS, inside ? 1 : 0, List.of(), 1, 0, false);
    return _ -> way;
  }
}
