package supernode.topology.generate;

import java.util.List;
import java.util.Optional;

/**
 * Two switch tiers. The uplinks of a leaf go to the spines in turn; where they do not divide
 * evenly, the next leaf carries on where the last one stopped.
 *
 * @param hosts endpoints at each leaf
 * @param uplinks links from each leaf to all spines together
 */
public record LeafSpine(int leaves, int spines, int hosts, int uplinks) implements Generator {
  @Override
  public Counts counts() {
    long endpoints = (long) leaves * hosts;
    return Counts.of(
        endpoints,
        List.of(new Counts.Tier("leaf", leaves), new Counts.Tier("spine", spines)),
        endpoints,
        (long) leaves * uplinks);
  }

  @Override
  public void wire(Wires out) {
    int leaf = leaves * hosts;
    int spine = leaf + leaves;
    for (int h = 0; h < leaf; h++) {
      out.link(h, leaf + h / hosts, Cable.HOST, 0, 1);
    }
    for (int l = 0; l < leaves; l++) {
      for (int u = 0; u < uplinks; u++) {
        out.link(leaf + l, spine + turn(l, u, uplinks, spines), Cable.UPLINK, 2, 3);
      }
    }
  }

  /**
   * The spine of an uplink: dealt out in turn. Where leaves would share all of their spines or
   * none, each round begins one spine later, so that the fabric is in one piece.
   */
  static int turn(int leaf, int uplink, int uplinks, int spines) {
    long first = (long) leaf * uplinks;
    long later = uplinks < spines && spines % uplinks == 0 ? first / spines : 0;
    return (int) ((first + uplink + later) % spines);
  }

  private boolean isEven() {
    return uplinks % spines == 0;
  }

  @Override
  public Optional<Orbits> orbits() {
    int leaf = leaves * hosts;
    return isEven()
        ? Optional.of(new Orbits(v -> v < leaf ? 0 : v < leaf + leaves ? 1 : 2))
        : Optional.empty();
  }

  /**
   * The cost of a leaf is concave in how many of its hosts lie on one side, so that at most one
   * leaf is parted; tried for every number of spines on that side.
   */
  @Override
  public Optional<Cut> bisection(LinkPlan links) {
    if (!isEven()) {
      return Optional.empty();
    }
    long half = (long) leaves * hosts / 2;
    long whole = half / hosts;
    long rest = half % hosts;
    Cut best = null;
    for (int s = 0; s <= spines; s++) {
      long up = (long) s * (uplinks / spines);
      Cut full = leaf(hosts, up, links);
      Cut none = leaf(0, up, links);
      Cut parted = leaf(rest, up, links);
      long others = leaves - whole - (rest > 0 ? 1 : 0);
      long count = whole * full.links() + others * none.links() + (rest > 0 ? parted.links() : 0);
      double rate =
          whole * full.bytesPerS()
              + others * none.bytesPerS()
              + (rest > 0 ? parted.bytesPerS() : 0);
      if (best == null || rate < best.bytesPerS()) {
        best = new Cut(count, rate);
      }
    }
    return Optional.of(best);
  }

  /** A leaf with so many hosts, and links to so many spines, on the first side. */
  private Cut leaf(long hostsHere, long upHere, LinkPlan links) {
    double host = links.rateBytesPerS(Cable.HOST);
    double up = links.rateBytesPerS(Cable.UPLINK);
    Cut there = new Cut(hostsHere + upHere, hostsHere * host + upHere * up);
    long hostsThere = hosts - hostsHere;
    long upThere = uplinks - upHere;
    Cut here = new Cut(hostsThere + upThere, hostsThere * host + upThere * up);
    return here.bytesPerS() < there.bytesPerS() ? here : there;
  }

  @Override
  public boolean keepsBlocks(int size) {
    return hosts % size == 0;
  }

  @Override
  public boolean halvesBlocks(int size) {
    return leaves % 2 == 0 && hosts % size == 0;
  }
}
