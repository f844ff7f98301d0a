package supernode.topology;

import java.util.List;
import java.util.function.Function;
import supernode.catalog.PortSpec;
import supernode.design.Pattern;
import supernode.design.Selector;

/** Which pairs of ports a pattern joins. */
final class Joins {
  private Joins() {}

  /** A port group of an instance. */
  static final class End {
    private final int instance;
    private final PortSpec port;

    /** Index that rails count, see {@link Pattern.Rail}. */
    private final int key;

    /** Links that it has taken of the wiring at hand. */
    private int taken;

    End(int instance, PortSpec port, int key) {
      this.instance = instance;
      this.port = port;
      this.key = key;
    }

    int instance() {
      return instance;
    }

    PortSpec port() {
      return port;
    }

    int taken() {
      return taken;
    }

    /** Whether these are its first. */
    boolean take(int links) {
      taken += links;
      return taken == links;
    }
  }

  /** Takes so many parallel links between two ends. */
  @FunctionalInterface
  interface Taker {
    void take(End a, End b, int count);
  }

  /** Hands every join to {@code out}; nothing is collected, so that the taker can bound them. */
  static void of(Pattern pattern, Function<Selector, List<End>> ports, Taker out) {
    int n = pattern.linksPerPair();
    switch (pattern) {
      case Pattern.PointToPoint p -> {
        List<End> a = ports.apply(p.a());
        List<End> b = ports.apply(p.b());
        for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
          out.take(a.get(i), b.get(i), n);
        }
      }
      case Pattern.Ring p -> {
        List<End> ends = ports.apply(p.among());
        // Two members have one pair, not a pair and its mirror image.
        int pairs = ends.size() == 2 ? 1 : ends.size() < 2 ? 0 : ends.size();
        for (int i = 0; i < pairs; i++) {
          out.take(ends.get(i), ends.get((i + 1) % ends.size()), n);
        }
      }
      case Pattern.FullMesh p -> {
        List<End> ends = ports.apply(p.among());
        for (int i = 0; i < ends.size(); i++) {
          for (int j = i + 1; j < ends.size(); j++) {
            out.take(ends.get(i), ends.get(j), n);
          }
        }
      }
      case Pattern.EveryToEvery p -> {
        List<End> b = ports.apply(p.b());
        for (End a : ports.apply(p.a())) {
          for (End other : b) {
            out.take(a, other, n);
          }
        }
      }
      case Pattern.Rail p -> {
        List<End> b = ports.apply(p.b());
        for (End a : ports.apply(p.a())) {
          for (End other : b) {
            if (a.key == other.key) {
              out.take(a, other, n);
            }
          }
        }
      }
      case Pattern.EachToGroup p -> {
        List<End> one = ports.apply(p.one());
        List<End> group = ports.apply(p.group());
        for (int i = 0; i < group.size() && i / p.size() < one.size(); i++) {
          out.take(one.get(i / p.size()), group.get(i), n);
        }
      }
      case Pattern.LeafSpine p -> leafSpine(p, ports, out);
      case Pattern.Direct p -> {
        List<End> ends = ports.apply(p.among());
        DirectLinks.forEach(
            p.network(), ends.size(), (i, j) -> out.take(ends.get(i), ends.get(j), n));
      }
    }
  }

  private static void leafSpine(
      Pattern.LeafSpine p, Function<Selector, List<End>> ports, Taker out) {
    List<End> hosts = ports.apply(p.hosts());
    List<End> down = ports.apply(p.leafDown());
    List<End> spines = ports.apply(p.spines());
    if (down.isEmpty()) {
      return;
    }
    int perLeaf = Math.ceilDiv(hosts.size(), down.size());
    for (int i = 0; i < hosts.size(); i++) {
      out.take(hosts.get(i), down.get(i / perLeaf), 1);
    }
    for (End up : ports.apply(p.leafUp())) {
      for (End spine : spines) {
        out.take(up, spine, p.linksPerPair());
      }
    }
  }
}
