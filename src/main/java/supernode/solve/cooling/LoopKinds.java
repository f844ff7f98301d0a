package supernode.solve.cooling;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import supernode.solve.cooling.heat.ChipPackage;
import supernode.solve.cooling.hydraulic.HydraulicLink;
import supernode.solve.cooling.hydraulic.HydraulicNode;

/**
 * Loops of a system that differ in nothing but the names of their parts, and so have the same
 * answer: told from the whole, before any of them is a problem of its own.
 */
final class LoopKinds {
  private final LoopSystem system;
  private final CoolingProblem whole;
  private final List<HydraulicNode> nodes;
  private final List<HydraulicLink> links;
  private final int[] first;

  /** A loop as a key. */
  private record Kind(LoopKinds kinds, int loop, int hash) {
    @Override
    public int hashCode() {
      return hash;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Kind k && hash == k.hash && kinds.alike(loop, k.loop);
    }
  }

  LoopKinds(LoopSystem system) {
    this.system = system;
    whole = system.whole();
    nodes = whole.network().nodes();
    links = whole.network().links();
    first = new int[system.size()];
    Map<Kind, Integer> known = new HashMap<>();
    for (int l = 0; l < first.length; l++) {
      first[l] = known.computeIfAbsent(new Kind(this, l, hash(l)), Kind::loop);
    }
  }

  /** The first loop that is like this one. */
  int first(int loop) {
    return first[loop];
  }

  private int hash(int loop) {
    double heatW = 0;
    for (int i = 0; i < system.chips().size(loop); i++) {
      heatW += whole.chips().get(system.chips().at(loop, i)).dieW();
    }
    for (int i = 0; i < system.heats().size(loop); i++) {
      heatW += whole.heats().get(system.heats().at(loop, i)).powerW();
    }
    int hash = 31 * Double.hashCode(heatW) + system.nodes(loop).length;
    return 31 * hash + system.links(loop).length;
  }

  private boolean alike(int a, int b) {
    return system.fluid(a).equals(system.fluid(b))
        && all(system.cdus(), a, b, whole.cdus(), (c, d) -> at(c.link(), d.link()) && c.isLike(d))
        && all(
            system.heats(),
            a,
            b,
            whole.heats(),
            (h, i) -> at(h.link(), i.link()) && h.powerW() == i.powerW())
        && all(system.chips(), a, b, whole.chips(), this::alike)
        && all(system.pumps(), a, b, whole.pumps(), (p, q) -> at(p.link(), q.link()) && p.isLike(q))
        && all(system.losses(), a, b, whole.losses(), this::alike)
        && links(system.links(a), system.links(b))
        && nodes(system.nodes(a), system.nodes(b));
  }

  private boolean alike(ChipPackage a, ChipPackage b) {
    return at(a.link(), b.link()) && a.isLike(b);
  }

  private boolean alike(AmbientLoss a, AmbientLoss b) {
    return at(a.link(), b.link())
        && a.conductanceWK() == b.conductanceWK()
        && a.ambientC() == b.ambientC();
  }

  /** Whether two links are in the same place of their loops. */
  private boolean at(int a, int b) {
    return system.placeOf(a) == system.placeOf(b);
  }

  private boolean links(int[] a, int[] b) {
    if (a.length != b.length) {
      return false;
    }
    int[] place = system.nodePlaces();
    for (int i = 0; i < a.length; i++) {
      HydraulicLink x = links.get(a[i]);
      HydraulicLink y = links.get(b[i]);
      if (place[x.from()] != place[y.from()] || place[x.to()] != place[y.to()] || !x.isLike(y)) {
        return false;
      }
    }
    return true;
  }

  private boolean nodes(int[] a, int[] b) {
    if (a.length != b.length) {
      return false;
    }
    for (int i = 0; i < a.length; i++) {
      if (!nodes.get(a[i]).isLike(nodes.get(b[i]))) {
        return false;
      }
    }
    return true;
  }

  private static <T> boolean all(
      Shares shares, int a, int b, List<T> all, BiPredicate<T, T> alike) {
    if (shares.size(a) != shares.size(b)) {
      return false;
    }
    for (int i = 0; i < shares.size(a); i++) {
      if (!alike.test(all.get(shares.at(a, i)), all.get(shares.at(b, i)))) {
        return false;
      }
    }
    return true;
  }
}
