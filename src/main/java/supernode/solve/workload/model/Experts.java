package supernode.solve.workload.model;

/**
 * Experts of a layer.
 *
 * @param routed experts to pick from
 * @param active picked for one token
 * @param shared used by every token
 * @param feedForward width of one
 * @param denseLayers first layers without experts
 * @param groups that the routed experts lie in
 * @param activeGroups groups that the experts of one token may lie in
 */
public record Experts(
    int routed,
    int active,
    int shared,
    long feedForward,
    int denseLayers,
    int groups,
    int activeGroups) {
  /** Mean number of different experts that so many tokens use, picked at random. */
  public double touched(double tokens) {
    return routed * -Math.expm1(tokens * Math.log1p(-(double) active / routed));
  }
}
