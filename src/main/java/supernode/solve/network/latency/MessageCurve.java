package supernode.solve.network.latency;

import java.util.List;

/**
 * Time and rate of messages of growing size between one pair.
 *
 * @param points ascending sizes
 * @param halfRateBytes size at which latency and transfer take equal time: half of the rate
 */
public record MessageCurve(List<Point> points, double halfRateBytes) {
  public MessageCurve {
    points = List.copyOf(points);
  }

  /** One size. */
  public record Point(double bytes, double timeS, double bytesPerS) {}

  /** The curve of a pair on an idle fabric. */
  public static MessageCurve of(PairLatency pair, List<Double> sizes) {
    List<Point> points =
        sizes.stream()
            .sorted()
            .map(bytes -> {
              double time = pair.messageS(bytes);
              return new Point(bytes, time, time > 0 ? bytes / time : 0);
            })
            .toList();
    return new MessageCurve(points, pair.zeroLoadS() * pair.bandwidthBytesPerS());
  }
}
