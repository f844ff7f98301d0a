package supernode.solve.network.route;

import java.util.OptionalLong;
import supernode.solve.network.rate.Colours;
import supernode.topology.CsrGraph;

/**
 * One shortest path for each flow: where several links lead on, a hash of the flow and the switch
 * picks one, or the number of the destination does (d-mod-k: its lowest digit at the first choice,
 * the next at the second).
 */
final class SingleWays implements Ways {
  private final ShortestWays shortest;
  private final OptionalLong seed;
  private final int[] tier;

  /**
   * @param seed of the hash; none to go by destination, up and then down only
   */
  SingleWays(CsrGraph graph, OptionalLong seed) {
    this.seed = seed;
    shortest = new ShortestWays(graph);
    tier = seed.isPresent() ? new int[0] : Tiers.of(graph);
  }

  @Override
  public boolean add(int from, int to, double share, ChannelSums sums) {
    RouteDag dag = shortest.to(to);
    int p = dag.position(from);
    long digits = to;
    boolean down = false;
    while (p > 0) {
      int links = dag.start(p + 1) - dag.start(p);
      int v = dag.vertex(p);
      int chosen;
      if (seed.isPresent()) {
        long flow = Colours.mix(seed.getAsLong() + Colours.mix(((long) from << 32) + to));
        chosen = (int) Long.remainderUnsigned(Colours.mix(flow + v), links);
      } else {
        chosen = (int) (digits % links);
        digits /= links;
      }
      int entry = dag.start(p) + chosen;
      int next = dag.vertex(dag.next(entry));
      if (tier.length > 0) {
        if (down && tier[next] > tier[v]) {
          return false;
        }
        down |= tier[next] < tier[v];
      }
      sums.add(dag.channel(entry), share);
      p = dag.next(entry);
    }
    return p == 0;
  }
}
