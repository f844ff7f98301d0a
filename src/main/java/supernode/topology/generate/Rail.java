package supernode.topology.generate;

import java.util.List;
import java.util.Optional;

/**
 * Rails: the i-th accelerators of all servers of a unit on one leaf. With spines the fabric is
 * rail-optimised; without them it is rail-only (Wang et al., arXiv 2307.12169), and rails meet
 * inside the servers alone, see {@link Nested}.
 *
 * @param servers in all
 * @param rails accelerators in each server
 * @param serversPerUnit servers whose rails share leaves
 * @param spines 0 for rail-only
 * @param uplinks of each leaf
 */
public record Rail(int servers, int rails, int serversPerUnit, int spines, int uplinks)
    implements Generator {
  private long units() {
    return Math.ceilDiv(servers, serversPerUnit);
  }

  @Override
  public Counts counts() {
    long hosts = Math.multiplyExact((long) servers, rails);
    long leaves = units() * rails;
    Counts.Tier leaf = new Counts.Tier("leaf", leaves);
    return Counts.of(
            hosts,
            spines == 0 ? List.of(leaf) : List.of(leaf, new Counts.Tier("spine", spines)),
            hosts,
            spines == 0 ? 0 : Math.multiplyExact(leaves, uplinks))
        .with("servers", servers)
        .with("rails", rails);
  }

  @Override
  public void wire(Wires out) {
    int leaf = servers * rails;
    int leaves = Math.toIntExact(units() * rails);
    for (int h = 0; h < leaf; h++) {
      int unit = h / rails / serversPerUnit;
      out.link(h, leaf + unit * rails + h % rails, Cable.HOST, 0, 1);
    }
    for (int l = 0; l < leaves && spines > 0; l++) {
      for (int u = 0; u < uplinks; u++) {
        int turn = LeafSpine.turn(l, u, uplinks, spines);
        out.link(leaf + l, leaf + leaves + turn, Cable.UPLINK, 2, 3);
      }
    }
  }

  private boolean isEven() {
    return servers % serversPerUnit == 0 && (spines == 0 || uplinks % spines == 0);
  }

  @Override
  public Optional<Orbits> orbits() {
    int leaf = servers * rails;
    int spine = leaf + Math.toIntExact(units() * rails);
    return isEven()
        ? Optional.of(new Orbits(v -> v < leaf ? 0 : v < spine ? 1 : 2))
        : Optional.empty();
  }

  @Override
  public boolean keepsBlocks(int size) {
    return size == rails;
  }

  /** As a leaf-spine whose leaves have their hosts in another order. */
  @Override
  public Optional<Cut> bisection(LinkPlan links) {
    if (!isEven() || spines == 0) {
      return Optional.empty();
    }
    int leaves = Math.toIntExact(units() * rails);
    return new LeafSpine(leaves, spines, serversPerUnit, uplinks).bisection(links);
  }

  @Override
  public boolean halvesBlocks(int size) {
    return units() % 2 == 0 && (long) serversPerUnit * rails % size == 0;
  }
}
