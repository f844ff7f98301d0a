package supernode.solve.network.route;

/** Ordered pairs of endpoints, by their places among those that are up; one flow each. */
public final class FlowPairs {
  private final int[] source;
  private final int[] destination;
  private final int all;

  private FlowPairs(int[] source, int[] destination, int all) {
    this.source = source;
    this.destination = destination;
    this.all = all;
  }

  /** Flow f goes from {@code source[f]} to {@code destination[f]}. */
  public static FlowPairs of(int[] source, int[] destination) {
    if (source.length != destination.length) {
      throw new IllegalArgumentException("as many sources as destinations are needed");
    }
    return new FlowPairs(source.clone(), destination.clone(), 0);
  }

  /** All ordered pairs of different endpoints, by destination. */
  public static FlowPairs allToAll(int endpoints) {
    if ((long) endpoints * (endpoints - 1) > Integer.MAX_VALUE) {
      throw new IllegalArgumentException("too many pairs: " + endpoints + " endpoints");
    }
    return new FlowPairs(new int[0], new int[0], endpoints);
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
