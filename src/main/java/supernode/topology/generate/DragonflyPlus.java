package supernode.topology.generate;

import java.util.List;
import java.util.Optional;

/**
 * Dragonfly+ (Shpiner et al., HiPINEB 2017): each group a leaf-spine in full bipartite form, with
 * the global links at its spines.
 *
 * @param p endpoints at each leaf
 * @param h global links of each spine
 * @param g groups, at most spines h + 1
 */
public record DragonflyPlus(int p, int leaves, int spines, int h, int g) implements Generator {
  public DragonflyPlus {
    Dragonfly.requireGroups(g, (long) spines * h + 1);
  }

  private GlobalLinks globals() {
    return new GlobalLinks(g, spines * h);
  }

  @Override
  public Counts counts() {
    long leafCount = (long) g * leaves;
    long hosts = Math.multiplyExact(leafCount, p);
    long local = Math.multiplyExact(leafCount, spines);
    return globals()
        .told(
            Counts.of(
                hosts,
                List.of(
                    new Counts.Tier("leaf", leafCount),
                    new Counts.Tier("spine", (long) g * spines)),
                hosts,
                Math.addExact(local, globals().count())));
  }

  @Override
  public void wire(Wires out) {
    int leaf = Math.toIntExact((long) g * leaves * p);
    int spine = leaf + g * leaves;
    for (int host = 0; host < leaf; host++) {
      out.link(host, leaf + host / p, Cable.HOST, 0, 1);
    }
    for (int l = 0; l < g * leaves; l++) {
      for (int s = 0; s < spines; s++) {
        out.link(leaf + l, spine + l / leaves * spines + s, Cable.LOCAL, 2 + s, 2 + spines + s);
      }
    }
    globals().wire(out, spine, h, 2 + 2 * spines);
  }

  @Override
  public Optional<Orbits> orbits() {
    int leaf = Math.toIntExact((long) g * leaves * p);
    int spine = leaf + g * leaves;
    return globals().isCircular()
        ? Optional.of(new Orbits(v -> v < leaf ? 0 : v < spine ? 1 : 2 + (v - spine) % spines))
        : Optional.empty();
  }

  @Override
  public boolean keepsBlocks(int size) {
    return p % size == 0;
  }
}
