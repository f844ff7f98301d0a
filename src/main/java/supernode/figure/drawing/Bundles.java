package supernode.figure.drawing;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import supernode.design.Assembly;
import supernode.design.Design;
import supernode.design.Pattern;
import supernode.design.Placement;
import supernode.design.Selector;
import supernode.design.Wiring;
import supernode.figure.drawing.Bundle.Member;

/** Which instances of an assembly its wirings join, without unrolling what is inside of them. */
final class Bundles {
  /** Instances of a bundle that are drawn; of more, the first stand for all. */
  static final int MAX_MEMBERS = 256;

  /** Pairs of a wiring that are drawn each by itself. */
  private static final int MAX_PAIRS = 64;

  private final Design design;
  private final String assembly;

  Bundles(Design design, String assembly) {
    this.design = design;
    this.assembly = assembly;
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
      case Pattern.EveryToEvery(Selector a, Selector b, int _) ->
          found.add(new Bundle(at, w, members(a), members(b), ends(a) * ends(b) * n));
      case Pattern.Rail(Selector a, Selector b, int _) ->
          found.add(new Bundle(at, w, members(a), members(b), Math.max(ends(a), ends(b)) * n));
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
    Selector.Step step = s.steps().getFirst();
    return (last(assembly, step) - step.first() + 1) * inside(s);
  }

  /** Ports that a selector selects in each instance of its first step. */
  private long inside(Selector s) {
    return count(of(assembly, s.steps().getFirst().placement()), s.steps(), 1, s.port());
  }

  private long count(String at, List<Selector.Step> steps, int depth, String port) {
    if (depth < steps.size()) {
      Selector.Step step = steps.get(depth);
      int here = last(at, step) - step.first() + 1;
      return here * count(of(at, step.placement()), steps, depth + 1, port);
    }
    Assembly inner = design.assemblies().get(at);
    if (inner == null) {
      return 1;
    }
    return inner.exposes().getOrDefault(port, List.of()).stream()
        .mapToLong(s -> count(at, s.steps(), 0, s.port()))
        .sum();
  }

  private int last(String at, Selector.Step step) {
    Placement p = design.assemblies().get(at).placements().get(step.placement());
    return Math.min(step.last(), p.count() - 1);
  }

  private String of(String at, String placement) {
    return design.assemblies().get(at).placements().get(placement).of();
  }
}
