package supernode.solve.network.collective;

import java.util.Arrays;
import supernode.topology.CsrGraph;

/**
 * Of each kind of link what its busiest channel carries and what all of them do: enough to tell the
 * time at any rates of the kinds, of which fabrics have few.
 */
final class HeaviestLoads {
  private final double[] most;
  private final int[] channel;
  private final double[] sum;
  private int used;

  /**
   * Loads by kind.
   *
   * @param load by channel of all tiers
   */
  HeaviestLoads(RankNetwork network, double[] load) {
    int kinds = network.kinds();
    most = new double[kinds];
    channel = new int[kinds];
    sum = new double[kinds];
    Arrays.fill(channel, -1);
    for (int t = 0; t < network.tiers().size(); t++) {
      CsrGraph graph = network.tiers().get(t).graph();
      int first = network.channel(t, 0);
      int firstKind = network.kind(t, 0);
      for (int c = 0; c < graph.channelCount(); c++) {
        double here = load[first + c];
        if (here > 0) {
          int k = firstKind + graph.specNumber(c >> 1);
          sum[k] += here;
          used++;
          if (here > most[k]) {
            most[k] = here;
            channel[k] = first + c;
          }
        }
      }
    }
  }

  /** The channel on which what crosses takes longest; 0 where nothing does. */
  int busiest(double[] secondsPerByte) {
    int best = kind(secondsPerByte);
    return best < 0 ? 0 : channel[best];
  }

  /** Seconds on it, per byte of the operation's size. */
  double perByteS(double[] secondsPerByte) {
    int best = kind(secondsPerByte);
    return best < 0 ? 0 : most[best] * secondsPerByte[best];
  }

  /** Mean over the channels that carry anything. */
  double meanPerByteS(double[] secondsPerByte) {
    double all = 0;
    for (int k = 0; k < sum.length; k++) {
      all += sum[k] > 0 ? sum[k] * secondsPerByte[k] : 0;
    }
    return used == 0 ? 0 : all / used;
  }

  /** Of equal ones that of the first channel; -1 where nothing is carried. */
  private int kind(double[] secondsPerByte) {
    int best = -1;
    for (int k = 0; k < most.length; k++) {
      double s = most[k] * secondsPerByte[k];
      double other = best < 0 ? -1 : most[best] * secondsPerByte[best];
      if (channel[k] >= 0 && (s > other || (s == other && channel[k] < channel[best]))) {
        best = k;
      }
    }
    return best;
  }
}
