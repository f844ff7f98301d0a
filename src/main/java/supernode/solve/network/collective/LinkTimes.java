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

  LinkTimes(List<PlacedStage> stages, double[] load, double[] secondsPerByte) {
    int n = stages.size();
    perByteS = new double[n];
    busiestOf = new int[n];
    for (int i = 0; i < n; i++) {
      double[] own = stages.get(i).load();
      int c = PlacedStage.busiest(own, secondsPerByte);
      busiestOf[i] = c;
      perByteS[i] = own[c] > 0 ? own[c] * secondsPerByte[c] : 0;
    }
    boolean one = n == 1 && stages.getFirst().load() == load;
    busiest = one ? busiestOf[0] : PlacedStage.busiest(load, secondsPerByte);
    togetherPerByteS = load[busiest] > 0 ? load[busiest] * secondsPerByte[busiest] : 0;
    double sum = 0;
    int used = 0;
    for (int c = 0; c < load.length; c++) {
      if (load[c] > 0) {
        sum += load[c] * secondsPerByte[c];
        used++;
      }
    }
    meanPerByteS = used == 0 ? 0 : sum / used;
  }
}
