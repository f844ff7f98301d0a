package supernode.solve.workload.model;

import java.util.List;

/**
 * Tables of categories beside a perceptron of dense features, joined by products of all pairs
 * (DLRM).
 *
 * @param bottom widths from the dense features on; the last one is that of the tables
 * @param top widths from the joined features on
 */
public record Recommender(
    String name,
    int denseFeatures,
    int sparseFeatures,
    long rows,
    int width,
    List<Long> bottom,
    List<Long> top,
    Precision precision)
    implements ModelShape {
  public Recommender {
    bottom = List.copyOf(bottom);
    top = List.copyOf(top);
  }

  /** Products of all pairs of the vectors, and the dense one itself. */
  private long joined() {
    long vectors = sparseFeatures + 1L;
    return vectors * (vectors - 1) / 2 + width;
  }

  @Override
  public Parameters parameters() {
    long dense = perceptron(denseFeatures, bottom, 1) + perceptron(joined(), top, 1);
    return new Parameters(rows * width, 0, dense, 0, 0, 0, 0, 0, 0);
  }

  private static long perceptron(long from, List<Long> widths, int biases) {
    long sum = 0;
    long in = from;
    for (long w : widths) {
      sum += in * w + biases * w;
      in = w;
    }
    return sum;
  }

  /** Operations of one request. */
  public double forwardFlops() {
    double vectors = sparseFeatures + 1.0;
    return 2.0 * (perceptron(denseFeatures, bottom, 0) + perceptron(joined(), top, 0))
        + vectors * (vectors - 1) * width;
  }

  /** What one request reads of the tables, at random places. */
  public double lookupBytes() {
    return (double) sparseFeatures * width * precision.weight();
  }
}
