package supernode.solve.network.rate;

import java.util.Arrays;

/**
 * Flows that share links: who crosses what, capacities, weights, demand limits, and how many equal
 * flows and links each class stands for. One link of class j carries the sum over flow classes i of
 * {@code flowCount(i) * share(i, j) * rate(i) / linkCount(j)}.
 */
public final class MaxMinProblem {
  final FlowIncidence incidence;
  final double[] capacity;
  final double[] weight;
  final double[] limit;
  final double[] flowCount;
  final double[] linkCount;

  private MaxMinProblem(
      FlowIncidence incidence,
      double[] capacity,
      double[] weight,
      double[] limit,
      double[] flowCount,
      double[] linkCount) {
    this.incidence = incidence;
    this.capacity = capacity;
    this.weight = weight;
    this.limit = limit;
    this.flowCount = flowCount;
    this.linkCount = linkCount;
  }

  /**
   * Single flows of weight 1 without demand limits.
   *
   * @param capacityBytesPerS per link; 0 and infinity are allowed
   * @throws IllegalArgumentException if a capacity is negative or not a number
   */
  public static MaxMinProblem of(FlowIncidence incidence, double[] capacityBytesPerS) {
    int flows = incidence.flows();
    return new MaxMinProblem(
        incidence,
        checked(capacityBytesPerS, incidence.links(), 0, Double.POSITIVE_INFINITY),
        filled(flows, 1),
        filled(flows, Double.POSITIVE_INFINITY),
        filled(flows, 1),
        filled(incidence.links(), 1));
  }

  /**
   * Single flows of weight 1 without demand limits over classes of links. The arrays belong to the
   * problem from then on.
   *
   * @param capacityBytesPerS of one link of a class; 0 and infinity are allowed
   * @param linkCounts how many equal links each class stands for: positive and finite
   * @throws IllegalArgumentException if a value is out of range
   */
  public static MaxMinProblem ofSingleFlows(
      FlowIncidence incidence, double[] capacityBytesPerS, double[] linkCounts) {
    check(capacityBytesPerS, incidence.links(), 0, Double.POSITIVE_INFINITY);
    check(linkCounts, incidence.links(), Double.MIN_NORMAL, Double.MAX_VALUE);
    double[] ones = filled(incidence.flows(), 1);
    return new MaxMinProblem(
        incidence,
        capacityBytesPerS,
        ones,
        filled(incidence.flows(), Double.POSITIVE_INFINITY),
        ones,
        linkCounts);
  }

  /** The same flows over links of other capacities, byte/s. */
  public MaxMinProblem withCapacities(double[] capacityBytesPerS) {
    double[] c = checked(capacityBytesPerS, incidence.links(), 0, Double.POSITIVE_INFINITY);
    return new MaxMinProblem(incidence, c, weight, limit, flowCount, linkCount);
  }

  /** Rates are shared in proportion to weights, which are positive and finite. */
  public MaxMinProblem withWeights(double[] weights) {
    double[] w = checked(weights, incidence.flows(), Double.MIN_NORMAL, Double.MAX_VALUE);
    return new MaxMinProblem(incidence, capacity, w, limit, flowCount, linkCount);
  }

  /** No flow gets more than its limit, byte/s; infinity is no limit. */
  public MaxMinProblem withLimits(double[] limitBytesPerS) {
    double[] d = checked(limitBytesPerS, incidence.flows(), 0, Double.POSITIVE_INFINITY);
    return new MaxMinProblem(incidence, capacity, weight, d, flowCount, linkCount);
  }

  /** How many equal flows and equal links each class stands for: positive and finite. */
  public MaxMinProblem withCounts(double[] flowCounts, double[] linkCounts) {
    return new MaxMinProblem(
        incidence,
        capacity,
        weight,
        limit,
        checked(flowCounts, incidence.flows(), Double.MIN_NORMAL, Double.MAX_VALUE),
        checked(linkCounts, incidence.links(), Double.MIN_NORMAL, Double.MAX_VALUE));
  }

  public FlowIncidence incidence() {
    return incidence;
  }

  public double weight(int flow) {
    return weight[flow];
  }

  /** How many equal flows a class stands for. */
  public double flowCount(int flow) {
    return flowCount[flow];
  }

  /** Capacity of one link of a class, byte/s. */
  public double capacityBytesPerS(int link) {
    return capacity[link];
  }

  private static double[] filled(int length, double value) {
    double[] a = new double[length];
    Arrays.fill(a, value);
    return a;
  }

  private static double[] checked(double[] values, int length, double least, double most) {
    check(values, length, least, most);
    return values.clone();
  }

  private static void check(double[] values, int length, double least, double most) {
    if (values.length != length) {
      throw new IllegalArgumentException(values.length + " values for " + length);
    }
    for (double v : values) {
      if (!(v >= least && v <= most)) {
        throw new IllegalArgumentException("value out of range: " + v);
      }
    }
  }
}
