package supernode.solve.network.collective;

import java.util.List;

/** What an algorithm's loads mean in time on links of given rates; for any size. */
final class LinkTimes {
  /** Seconds per byte of the operation's size, by stage. */
  final double[] perByteS;

  /** The busiest channel of each stage. */
  final int[] busiestOf;

  /** The busiest channel over all stages. */
  final int busiest;

  /** Seconds per byte on it. */
  final double togetherPerByteS;

  /** Mean over the channels that carry anything. */
  final double meanPerByteS;

  LinkTimes(List<HeaviestLoads> stages, HeaviestLoads together, double[] secondsPerByte) {
    perByteS = stages.stream().mapToDouble(s -> s.perByteS(secondsPerByte)).toArray();
    busiestOf = stages.stream().mapToInt(s -> s.busiest(secondsPerByte)).toArray();
    busiest = together.busiest(secondsPerByte);
    togetherPerByteS = together.perByteS(secondsPerByte);
    meanPerByteS = together.meanPerByteS(secondsPerByte);
  }
}
