package supernode.solve.network.route;

import java.util.Arrays;
import supernode.solve.network.rate.FlowIncidence;

/** What one flow puts on each channel, added up over its ways. */
final class ChannelSums {
  private final double[] sum;
  private int[] touched = new int[64];
  private int count;

  ChannelSums(int channels) {
    sum = new double[channels];
  }

  void add(int channel, double share) {
    if (share <= 0) {
      return;
    }
    if (sum[channel] == 0) {
      if (count == touched.length) {
        touched = Arrays.copyOf(touched, 2 * count);
      }
      touched[count++] = channel;
    }
    sum[channel] += share;
  }

  void addAll(ChannelSums other, double factor) {
    for (int i = 0; i < other.count; i++) {
      add(other.touched[i], factor * other.sum[other.touched[i]]);
    }
  }

  /** Ends the flow and makes ready for the next; one without a way crosses nothing. */
  void endFlow(boolean routed, FlowIncidence.Builder builder) {
    for (int i = 0; i < count; i++) {
      if (routed) {
        builder.cross(touched[i], sum[touched[i]]);
      }
      sum[touched[i]] = 0;
    }
    count = 0;
    builder.endFlow();
  }
}
