package supernode.solve.network.route;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Ordered pairs of endpoints, by their places among those that are up; one flow each, with a weight
 * and a limit.
 */
public final class FlowPairs {
  private final int[] source;
  private final int[] destination;
  private final int all;

  /** Empty where all weights are 1 and there is no limit. */
  private final double[] weight;

  private final double[] limit;

  private FlowPairs(
      int[] source, int[] destination, int all, double[] weight, double[] limitBytesPerS) {
    this.source = source;
    this.destination = destination;
    this.all = all;
    this.weight = weight;
    this.limit = limitBytesPerS;
  }

  /** Flow f goes from {@code source[f]} to {@code destination[f]}. */
  public static FlowPairs of(int[] source, int[] destination) {
    if (source.length != destination.length) {
      throw new IllegalArgumentException("as many sources as destinations are needed");
    }
    return new FlowPairs(source.clone(), destination.clone(), 0, new double[0], new double[0]);
  }

  /** All ordered pairs of different endpoints, by destination. */
  public static FlowPairs allToAll(int endpoints) {
    if ((long) endpoints * (endpoints - 1) > Integer.MAX_VALUE) {
      throw new IllegalArgumentException("too many pairs: " + endpoints + " endpoints");
    }
    return new FlowPairs(new int[0], new int[0], endpoints, new double[0], new double[0]);
  }

  /** The same pairs with weights, and limits in byte/s that are infinite for none. */
  public FlowPairs with(double[] weights, double[] limitsBytesPerS) {
    if (weights.length != count() || limitsBytesPerS.length != count()) {
      throw new IllegalArgumentException("as many weights and limits as flows are needed");
    }
    return new FlowPairs(source, destination, all, weights.clone(), limitsBytesPerS.clone());
  }

  /** The same pairs with all weights multiplied, and no limit above the given one. */
  public FlowPairs scaled(double factor, double mostBytesPerS) {
    if (factor == 1 && mostBytesPerS == Double.POSITIVE_INFINITY) {
      return this;
    }
    return with(
        DoubleStream.of(weights()).map(w -> w * factor).toArray(),
        DoubleStream.of(limitsBytesPerS()).map(d -> Math.min(d, mostBytesPerS)).toArray());
  }

  /** The same pairs of the endpoints that are listed. */
  public FlowPairs among(List<Integer> endpoints) {
    FlowPairs named =
        of(sources().map(endpoints::get).toArray(), destinations().map(endpoints::get).toArray());
    return isWeighted() ? named.with(weight, limit) : named;
  }

  /** Whether flows differ in weight or have limits. */
  public boolean isWeighted() {
    return weight.length > 0;
  }

  public double[] weights() {
    return isWeighted() ? weight.clone() : filled(1);
  }

  public double[] limitsBytesPerS() {
    return isWeighted() ? limit.clone() : filled(Double.POSITIVE_INFINITY);
  }

  private double[] filled(double value) {
    double[] all = new double[count()];
    Arrays.fill(all, value);
    return all;
  }

  public IntStream sources() {
    return IntStream.range(0, count()).map(this::source);
  }

  public IntStream destinations() {
    return IntStream.range(0, count()).map(this::destination);
  }

  public int count() {
    return all > 0 ? all * (all - 1) : source.length;
  }

  public int source(int flow) {
    if (all == 0) {
      return source[flow];
    }
    int s = flow % (all - 1);
    return s < flow / (all - 1) ? s : s + 1;
  }

  public int destination(int flow) {
    return all > 0 ? flow / (all - 1) : destination[flow];
  }
}
