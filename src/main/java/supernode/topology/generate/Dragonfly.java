package supernode.topology.generate;

import java.util.List;
import java.util.Optional;
import supernode.quantity.Text;

/**
 * The dragonfly (Kim et al., ISCA 2008): groups of fully meshed routers, and links between all
 * pairs of groups as {@link GlobalLinks} spreads them.
 *
 * @param p endpoints at each router
 * @param a routers in each group
 * @param h global links of each router
 * @param g groups, at most a h + 1
 */
public record Dragonfly(int p, int a, int h, int g) implements Generator {
  public Dragonfly {
    requireGroups(g, (long) a * h + 1);
  }

  static void requireGroups(int g, long most) {
    if (g > most) {
      throw new GeneratorException(Text.of("topology.groups", g, most));
    }
  }

  private GlobalLinks globals() {
    return new GlobalLinks(g, a * h);
  }

  private long routers() {
    return (long) a * g;
  }

  @Override
  public Counts counts() {
    long hosts = Math.multiplyExact(routers(), p);
    long local = Math.multiplyExact(g, FullMesh.pairs(a));
    return globals()
        .told(
            Counts.of(
                hosts,
                List.of(new Counts.Tier("router", routers())),
                hosts,
                Math.addExact(local, globals().count())));
  }

  @Override
  public void wire(Wires out) {
    int first = Math.toIntExact(routers() * p);
    for (int host = 0; host < first; host++) {
      int router = host / p;
      out.link(host, first + router, Cable.HOST, router % a, a + router % a);
    }
    for (int group = 0; group < g; group++) {
      int at = first + group * a;
      for (int i = 0; i < a; i++) {
        for (int j = i + 1; j < a; j++) {
          out.link(at + i, at + j, Cable.LOCAL, 2 * a + i * a + j, 2 * a + j * a + i);
        }
      }
    }
    globals().wire(out, first, h, 2 * a + a * a);
  }

  /** The groups turned round their circle. */
  @Override
  public Optional<Orbits> orbits() {
    int first = Math.toIntExact(routers() * p);
    return globals().isCircular()
        ? Optional.of(new Orbits(v -> v < first ? v / p % a : a + (v - first) % a))
        : Optional.empty();
  }

  @Override
  public boolean keepsBlocks(int size) {
    return p % size == 0;
  }
}
