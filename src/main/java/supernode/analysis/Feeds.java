package supernode.analysis;

import java.util.BitSet;
import java.util.List;
import supernode.catalog.PortType;
import supernode.design.Fabric;
import supernode.topology.Link;
import supernode.topology.Outage;
import supernode.topology.SystemModel;

/** Who feeds whom with power over links that are up. */
final class Feeds {
  /** By instance, where what it feeds begins. */
  private final int[] start;

  private final int[] fed;

  /** Link of each feed. */
  private final int[] link;

  /** By instance, how many feeds it has. */
  private final int[] sources;

  /** Links that are down. */
  private final BitSet down;

  private Feeds(int[] start, int[] fed, int[] link, int[] sources, BitSet down) {
    this.start = start;
    this.fed = fed;
    this.link = link;
    this.sources = sources;
    this.down = down;
  }

  static Feeds of(SystemModel model) {
    int n = model.instances().size();
    List<Link> links = model.links(Fabric.POWER);
    int[] start = new int[n + 1];
    for (Link l : links) {
      start[from(l) + 1]++;
    }
    for (int i = 0; i < n; i++) {
      start[i + 1] += start[i];
    }
    int[] fill = start.clone();
    int[] fed = new int[links.size()];
    int[] link = new int[links.size()];
    int[] sources = new int[n];
    BitSet down = new BitSet();
    for (Link l : links) {
      int at = fill[from(l)]++;
      fed[at] = to(l);
      link[at] = l.index();
      if (l.failed()) {
        down.set(l.index());
      } else {
        sources[to(l)]++;
      }
    }
    return new Feeds(start, fed, link, sources, down);
  }

  private static boolean aGives(Link link) {
    return link.portA().type() instanceof PortType.Power(PortType.Side side, double _)
        && side == PortType.Side.OUT;
  }

  private static int from(Link link) {
    return aGives(link) ? link.a() : link.b();
  }

  private static int to(Link link) {
    return aGives(link) ? link.b() : link.a();
  }

  /** What is left of them after a failure. */
  Feeds under(Outage outage) {
    BitSet lost = lost(outage);
    if (lost.isEmpty()) {
      return this;
    }
    int[] left = sources.clone();
    lost.stream().forEach(l -> left[to(outage.model().links().get(l))]--);
    BitSet all = (BitSet) down.clone();
    all.or(lost);
    return new Feeds(start, fed, link, left, all);
  }

  private BitSet lost(Outage outage) {
    BitSet lost = new BitSet();
    outage.links().stream()
        .filter(l -> !down.get(l))
        .filter(l -> {
          Link now = outage.model().links().get(l);
          return now.fabric() == Fabric.POWER && now.failed();
        })
        .forEach(lost::set);
    return lost;
  }

  /** What takes in another power after a failure: what failed, and all that feeds it. */
  BitSet touched(Outage outage) {
    BitSet touched = (BitSet) outage.instances().clone();
    lost(outage).stream()
        .mapToObj(outage.model().links()::get)
        .forEach(l -> {
          touched.set(from(l));
          touched.set(to(l));
        });
    // Whoever feeds one of them, and so on.
    BitSet seen = new BitSet();
    while (!seen.equals(touched)) {
      seen.or(touched);
      for (int i = 0; i + 1 < start.length; i++) {
        for (int e = start[i]; e < start[i + 1] && !touched.get(i); e++) {
          if (touched.get(fed[e])) {
            touched.set(i);
          }
        }
      }
    }
    return touched;
  }

  /** First feed of an instance; its feeds end before {@code start(instance + 1)}. */
  int start(int instance) {
    return start[instance];
  }

  /** Whom a feed feeds; -1 where it is down. */
  int fed(int feed) {
    return down.get(link[feed]) ? -1 : fed[feed];
  }

  /** How many feeds an instance has. */
  int sources(int instance) {
    return sources[instance];
  }
}
