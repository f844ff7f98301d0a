package supernode.topology;

import java.util.List;
import java.util.Map;
import supernode.catalog.Catalog;
import supernode.design.Assembly;
import supernode.design.Bounds;
import supernode.design.Design;
import supernode.design.Pattern;
import supernode.design.Placement;
import supernode.design.Selector;

/**
 * How many links a wiring makes, counted from its pattern without unrolling it.
 *
 * @param library the catalogue as the design sees it
 */
public record WiringCount(Design design, Catalog library) {
  /** Links inside one instance of the assembly that holds the wiring. */
  public long links(String assembly, Pattern pattern) {
    long n = pattern.linksPerPair();
    List<Selector> ends = pattern.ends();
    long a = ends(assembly, ends.getFirst());
    long b = ends(assembly, ends.getLast());
    return switch (pattern) {
      case Pattern.PointToPoint _ -> Math.min(a, b) * n;
      // Two members have one pair, not a pair and its mirror image.
      case Pattern.Ring _ -> (a == 2 ? 1 : a < 2 ? 0 : a) * n;
      case Pattern.FullMesh _ -> a * (a - 1) / 2 * n;
      case Pattern.EveryToEvery _ -> a * b * n;
      case Pattern.Rail p -> rails(assembly, p) * n;
      case Pattern.EachToGroup p -> Math.min(b, a * p.size()) * n;
      case Pattern.LeafSpine p -> a + ends(assembly, p.leafUp()) * b * n;
      case Pattern.Direct p ->
          DirectLinks.count(p.network(), (int) Math.min(a, Integer.MAX_VALUE)) * n;
    };
  }

  /** Ports that a selector selects inside one instance of an assembly. */
  public long ends(String assembly, Selector selector) {
    return ends(assembly, selector, 0);
  }

  private long ends(String assembly, Selector selector, int depth) {
    if (depth > Bounds.MAX_DEPTH) {
      return 0;
    }
    long product = 1;
    String at = assembly;
    for (Selector.Step step : selector.steps()) {
      Assembly inside = design.assemblies().get(at);
      Placement p = inside == null ? null : inside.placements().get(step.placement());
      if (p == null) {
        return 0;
      }
      product *= Math.max(0, Math.min(step.last(), p.count() - 1) - step.first() + 1);
      at = p.of();
    }
    Assembly here = design.assemblies().get(at);
    if (here == null) {
      return library.part(at).flatMap(p -> p.port(selector.port())).isPresent() ? product : 0;
    }
    String inner = at;
    return product
        * here.exposes().getOrDefault(selector.port(), List.of()).stream()
            .mapToLong(s -> ends(inner, s, depth + 1))
            .sum();
  }

  // Joins are made where the last outer indices agree.
  private long rails(String assembly, Pattern.Rail p) {
    int[] a = lastRange(assembly, p.a());
    int[] b = lastRange(assembly, p.b());
    long shared = Math.max(0, Math.min(a[1], b[1]) - Math.max(a[0], b[0]) + 1);
    long perA = ends(assembly, p.a()) / Math.max(1, a[1] - a[0] + 1);
    long perB = ends(assembly, p.b()) / Math.max(1, b[1] - b[0] + 1);
    return shared * perA * perB;
  }

  private int[] lastRange(String assembly, Selector selector) {
    String at = assembly;
    int[] range = {0, -1};
    for (Selector.Step step : selector.steps()) {
      Assembly inside = design.assemblies().get(at);
      Map<String, Placement> placements = inside == null ? Map.of() : inside.placements();
      Placement p = placements.get(step.placement());
      if (p == null) {
        return new int[] {0, -1};
      }
      range = new int[] {step.first(), Math.min(step.last(), p.count() - 1)};
      at = p.of();
    }
    return range;
  }
}
