package supernode.figure.drawing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import supernode.catalog.Catalog;
import supernode.design.Design;
import supernode.design.DirectNetwork;
import supernode.design.Pattern;
import supernode.design.Placement;
import supernode.design.Selector;
import supernode.design.Wiring;
import supernode.figure.drawing.Bundle.Member;
import supernode.topology.DirectLinks;
import supernode.topology.WiringCount;

/** Which instances of an assembly its wirings join, without unrolling what is inside of them. */
final class Bundles {
  /** Instances of a bundle that are drawn; of more, the first stand for all. */
  static final int MAX_MEMBERS = 256;

  /** Pairs of a wiring that are drawn each by itself. */
  private static final int MAX_PAIRS = 64;

  /** Links of a direct network that are looked through for the pairs they join. */
  private static final long MAX_JOINED = 2_000_000;

  /** Pairs of a direct network that are drawn. */
  private static final int MAX_DRAWN = 2000;

  private final Design design;
  private final String assembly;
  private final WiringCount counts;

  /**
   * @param library the catalogue as the design sees it
   */
  Bundles(Design design, Catalog library, String assembly) {
    this.design = design;
    this.assembly = assembly;
    this.counts = new WiringCount(design, library);
  }

  List<Bundle> all() {
    List<Bundle> found = new ArrayList<>();
    List<Wiring> wirings = design.assemblies().get(assembly).wirings();
    for (int i = 0; i < wirings.size(); i++) {
      add(i, wirings.get(i), found);
    }
    return found;
  }

  private void add(int at, Wiring w, List<Bundle> found) {
    int n = w.pattern().linksPerPair();
    switch (w.pattern()) {
      case Pattern.PointToPoint(Selector a, Selector b, int _) -> pairs(at, w, a, b, 1, n, found);
      case Pattern.EachToGroup(Selector one, Selector group, int size, int _) ->
          pairs(at, w, one, group, Math.max(1, size), n, found);
      case Pattern.Ring(Selector s, int _) ->
          found.add(new Bundle(at, w, members(s), List.of(), ends(s) * n));
      case Pattern.FullMesh(Selector s, int _) ->
          found.add(new Bundle(at, w, members(s), List.of(), ends(s) * (ends(s) - 1) / 2 * n));
      case Pattern.Direct(Selector s, DirectNetwork network, int _) ->
          found.add(
              new Bundle(
                  at,
                  w,
                  members(s),
                  List.of(),
                  DirectLinks.count(network, (int) Math.min(ends(s), Integer.MAX_VALUE)) * n));
      case Pattern.EveryToEvery(Selector a, Selector b, int _) ->
          found.add(new Bundle(at, w, members(a), members(b), ends(a) * ends(b) * n));
      case Pattern.Rail(Selector a, Selector b, int _) ->
          // How many share an index is in the selectors' last steps.
          found.add(new Bundle(at, w, members(a), members(b), counts.links(assembly, w.pattern())));
      case Pattern.LeafSpine(
              Selector hosts,
              Selector down,
              Selector up,
              Selector spines,
              int _) -> {
        found.add(new Bundle(at, w, members(hosts), members(down), ends(hosts)));
        found.add(new Bundle(at, w, members(up), members(spines), ends(up) * ends(spines) * n));
      }
    }
  }

  /** Number i of one side with block i of the other. */
  private void pairs(
      int at, Wiring w, Selector one, Selector group, int size, int n, List<Bundle> found) {
    List<Member> ones = spread(one);
    List<Member> many = spread(group);
    int pairs = Math.min(ones.size(), Math.ceilDiv(many.size(), size));
    if (pairs > MAX_PAIRS) {
      found.add(
          new Bundle(
              at, w, members(one), members(group), Math.min(ends(one) * size, ends(group)) * n));
      return;
    }
    // Several links between the same two instances are one bundle.
    List<Bundle> own = new ArrayList<>();
    for (int i = 0; i < pairs; i++) {
      List<Member> block = many.subList(i * size, Math.min(many.size(), (i + 1) * size));
      List<Member> b = List.copyOf(new LinkedHashSet<>(block));
      List<Member> a = List.of(ones.get(i));
      long links = (long) block.size() * n;
      int same = -1;
      for (int k = 0; k < own.size() && same < 0; k++) {
        same = own.get(k).a().equals(a) && own.get(k).b().equals(b) ? k : -1;
      }
      if (same >= 0) {
        own.set(same, new Bundle(at, w, a, b, own.get(same).links() + links));
      } else {
        own.add(new Bundle(at, w, a, b, links));
      }
    }
    found.addAll(own);
  }

  /** The instance of each port that a selector selects, in order; no more than can be drawn. */
  private List<Member> spread(Selector s) {
    long each = Math.min(inside(s), MAX_MEMBERS);
    List<Member> spread = new ArrayList<>();
    for (Member m : members(s)) {
      for (int i = 0; i < each && spread.size() < MAX_MEMBERS; i++) {
        spread.add(m);
      }
    }
    return spread;
  }

  /**
   * Which instances of a direct network's bundle are joined, as pairs of places among its members
   * and how many pairs of ports join them; empty when they are too many to be drawn.
   */
  List<int[]> joined(Selector s, DirectNetwork network) {
    long inside = Math.max(1, inside(s));
    long ends = ends(s);
    if (ends / inside > MAX_MEMBERS || DirectLinks.count(network, (int) ends) > MAX_JOINED) {
      return List.of();
    }
    Map<Long, Integer> seen = new LinkedHashMap<>();
    DirectLinks.forEach(
        network,
        (int) ends,
        (i, j) -> {
          long a = Math.min(i, j) / inside;
          long b = Math.max(i, j) / inside;
          if (a != b) {
            seen.merge(a * MAX_MEMBERS + b, 1, Integer::sum);
          }
        });
    return seen.size() > MAX_DRAWN
        ? List.of()
        : seen.entrySet().stream()
            .map(e -> {
              long pair = e.getKey();
              return new int[] {
                (int) (pair / MAX_MEMBERS), (int) (pair % MAX_MEMBERS), e.getValue()
              };
            })
            .toList();
  }

  /** Pairs of ports between two instances of a full mesh. */
  long perPair(Selector s) {
    return inside(s) * inside(s);
  }

  private List<Member> members(Selector s) {
    Selector.Step step = s.steps().getFirst();
    Set<Member> members = new LinkedHashSet<>();
    int last = last(assembly, step);
    for (int i = step.first(); i <= last && members.size() < MAX_MEMBERS; i++) {
      members.add(new Member(step.placement(), i));
    }
    return List.copyOf(members);
  }

  /** Ports that a selector selects. */
  private long ends(Selector s) {
    return counts.ends(assembly, s);
  }

  /** Ports that a selector selects in each instance of its first step. */
  private long inside(Selector s) {
    Selector.Step step = s.steps().getFirst();
    return ends(s) / Math.max(1, last(assembly, step) - step.first() + 1);
  }

  private int last(String at, Selector.Step step) {
    Placement p = design.assemblies().get(at).placements().get(step.placement());
    return Math.min(step.last(), p.count() - 1);
  }
}
