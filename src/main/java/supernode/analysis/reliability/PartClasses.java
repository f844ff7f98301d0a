package supernode.analysis.reliability;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import supernode.design.InstancePath;
import supernode.topology.Instance;
import supernode.topology.Link;
import supernode.topology.SystemModel;

/**
 * Parts and links that stand alike in a drawing: placed by the same placement, and joined alike to
 * what is placed alike, a few steps far. One of a class answers for all.
 */
final class PartClasses {
  /** Steps that are looked: a part, its tray, its rack, what they hang on. */
  private static final int ROUNDS = 3;

  private final SystemModel model;
  private final long[] colour;
  private final String[] paths;

  PartClasses(SystemModel model) {
    this.model = model;
    int n = model.instances().size();
    colour = new long[n];
    paths = new String[n];
    Map<InstancePath, String> parents = new java.util.HashMap<>();
    for (Instance i : model.instances()) {
      String within = parents.computeIfAbsent(i.path().parent(), PartClasses::pattern);
      String own = i.path().last().placement();
      paths[i.index()] = within.isEmpty() ? own : within + "." + own;
      colour[i.index()] = mix(paths[i.index()].hashCode() * 31L + i.values().hashCode());
    }
    for (int round = 0; round < ROUNDS; round++) {
      refine();
    }
  }

  /** Path without the numbers of its instances. */
  private static String pattern(InstancePath path) {
    return path.steps().stream().map(InstancePath.Step::placement).collect(Collectors.joining("."));
  }

  private void refine() {
    long[] next = colour.clone();
    for (Link l : model.links()) {
      if (!l.failed()) {
        long how = l.live() * 31L + l.fabric().ordinal();
        next[l.a()] += mix(mix(colour[l.b()] + how) + l.portA().name().hashCode());
        next[l.b()] += mix(mix(colour[l.a()] + how) + l.portB().name().hashCode());
      }
    }
    for (int i = 0; i < next.length; i++) {
      colour[i] = mix(next[i]);
    }
  }

  /** Spreads the bits (finaliser of SplitMix64). */
  private static long mix(long x) {
    long a = (x ^ (x >>> 30)) * 0xbf58476d1ce4e5b9L;
    long b = (a ^ (a >>> 27)) * 0x94d049bb133111ebL;
    return b ^ (b >>> 31);
  }

  /** Placement of an instance, "rack.compute.gpu". */
  String path(int instance) {
    return paths[instance];
  }

  /** Sound parts by class, in the order of the drawing. */
  List<List<Instance>> parts() {
    Map<Long, List<Instance>> all = new LinkedHashMap<>();
    for (Instance i : model.instances()) {
      if (!i.failed()) {
        all.computeIfAbsent(colour[i.index()], _ -> new ArrayList<>()).add(i);
      }
    }
    return List.copyOf(all.values());
  }

  private record Ends(long a, long b, String portA, String portB, String type, int count) {}

  /** Links that are up by class, in the order of the drawing. */
  List<List<Link>> links() {
    Map<Ends, List<Link>> all = new LinkedHashMap<>();
    for (Link l : model.links()) {
      if (!l.failed()) {
        Ends ends =
            new Ends(
                colour[l.a()],
                colour[l.b()],
                l.portA().name(),
                l.portB().name(),
                l.type().id(),
                l.live());
        all.computeIfAbsent(ends, _ -> new ArrayList<>()).add(l);
      }
    }
    return List.copyOf(all.values());
  }
}
