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
  private final CsrGraph graph;
  private final NearerLinks nearer;
  private final OptionalLong seed;
  private final int[] tier;

  /**
   * @param seed of the hash; none to go by destination, up and then down only
   */
  SingleWays(CsrGraph graph, OptionalLong seed) {
    this.graph = graph;
    this.seed = seed;
    nearer = new NearerLinks(graph);
    tier = seed.isPresent() ? new int[0] : Tiers.of(graph);
  }

  @Override
  public boolean add(int from, int to, double share, ChannelSums sums) {
    nearer.prepare(to);
    long digits = to;
    boolean down = false;
    int v = from;
    while (v != to) {
      int links = nearer.find(v);
      if (links == 0) {
        return false;
      }
      int chosen;
      if (seed.isPresent()) {
        long flow = Colours.mix(seed.getAsLong() + Colours.mix(((long) from << 32) + to));
        chosen = (int) Long.remainderUnsigned(Colours.mix(flow + v), links);
      } else {
        chosen = (int) (digits % links);
        digits /= links;
      }
      int channel = nearer.channel(chosen);
      int next = graph.channelTo(channel);
      if (tier.length > 0) {
        if (down && tier[next] > tier[v]) {
          return false;
        }
        down |= tier[next] < tier[v];
      }
      sums.add(channel, share);
      v = next;
    }
    return true;
  }
}
