package supernode.design.template;

import java.util.List;
import java.util.stream.IntStream;
import supernode.design.DirectNetwork;
import supernode.design.Pattern;
import supernode.quantity.Text;

/** Fabrics without switches: full mesh, mesh of rows and columns, torus. */
record DirectFabric(Kit kit) {
  private int domain() {
    return kit.wanted().domain();
  }

  /** Neighbours of an accelerator. */
  private int neighbours(int domain) {
    return switch (kit.wanted().fabric()) {
      case MESH -> domain - 1;
      case MESH_2D -> grid(domain).stream().mapToInt(d -> d - 1).sum();
      default -> 2 * dims(domain, kit.port().count() / 2).size();
    };
  }

  /**
   * @throws Refusal when the chip has too few ports, naming what has enough
   */
  void check() {
    int has = kit.port().count();
    int needed = neighbours(domain());
    if (needed <= has) {
      return;
    }
    int step = kit.wanted().perTray();
    int nearest =
        IntStream.iterate(domain() - step, n -> n >= Math.max(2, step), n -> n - step)
            .filter(n -> neighbours(n) <= has)
            .findFirst()
            .orElse(0);
    throw nearest > 0
        ? new Refusal("domain", Text.of("template.ports", kit.chip().name(), has, needed, nearest))
        : new Refusal("fabric", Text.of("template.portsNever", kit.chip().name(), has, needed));
  }

  Pattern pattern(String chips) {
    int links = Math.max(1, kit.port().count() / neighbours(domain()));
    return switch (kit.wanted().fabric()) {
      case MESH -> new Pattern.FullMesh(Draw.ports(chips), links);
      case MESH_2D ->
          new Pattern.Direct(Draw.ports(chips), new DirectNetwork.HyperX(grid(domain())), links);
      default ->
          new Pattern.Direct(
              Draw.ports(chips),
              new DirectNetwork.Torus(dims(domain(), kit.port().count() / 2), 0),
              links);
    };
  }

  /** Rows and columns as near a square as can be; a single row of a prime number. */
  static List<Integer> grid(int n) {
    int root = Draw.divisor(n, (int) Math.sqrt(n));
    return root < 2 ? List.of(n) : List.of(root, n / root);
  }

  /**
   * Factors of two or more as near to each other as can be.
   *
   * @param most how many at most; three are enough
   */
  static List<Integer> dims(int n, int most) {
    int best = Integer.MAX_VALUE;
    List<Integer> dims = List.of(n);
    for (int a = 2; most > 2 && a * a <= n; a++) {
      for (int b = a; n % a == 0 && a * b <= n; b++) {
        int c = n / a / b;
        if (n % (a * b) == 0 && c >= b && c - a < best) {
          best = c - a;
          dims = List.of(a, b, c);
        }
      }
    }
    return dims.size() == 1 && most > 1 ? grid(n) : dims;
  }
}
