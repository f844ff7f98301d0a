package supernode.topology.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import supernode.quantity.Text;

/**
 * Slim Fly (Besta and Hoefler, SC'14): routers (0, x, y) and (1, m, c) over the field of q elements
 * as in the graphs of McKay, Miller and Širáň, 2 q² of them with diameter 2. Routers of a column
 * are joined where y - y' lies in one generator set (c - c' in the other), and across where y = m x
 * + c.
 *
 * @param q a prime power 4 w + d with d in -1, 0, 1
 * @param p endpoints at each router
 */
public record SlimFly(int q, int p) implements Generator {
  public SlimFly {
    if (q < 3 || !GaloisField.exists(q)) {
      throw new GeneratorException(Text.of("topology.slimFly", q, below(q), above(q)));
    }
  }

  private static int below(int q) {
    int legal = Math.max(3, q - 1);
    while (!GaloisField.exists(legal)) {
      legal--;
    }
    return legal;
  }

  private static int above(int q) {
    int legal = Math.max(3, q + 1);
    while (!GaloisField.exists(legal)) {
      legal++;
    }
    return legal;
  }

  /** Half of the network's ports at each router, rounded up: the paper's balance. */
  public static int balancedHosts(int q) {
    return Math.ceilDiv(degree(q), 2);
  }

  private static int degree(int q) {
    int d = q % 4 == 3 ? -1 : q % 4;
    return (3 * q - d) / 2;
  }

  @Override
  public Counts counts() {
    long routers = 2L * q * q;
    long hosts = routers * p;
    return Counts.of(
            hosts, List.of(new Counts.Tier("router", routers)), hosts, (long) q * q * degree(q))
        .with("networkDegree", degree(q));
  }

  @Override
  public void wire(Wires out) {
    GaloisField field = GaloisField.of(q).orElseThrow();
    int routers = 2 * q * q;
    int first = routers * p;
    for (int host = 0; host < first; host++) {
      int side = host / p / (q * q);
      out.link(host, first + host / p, Cable.HOST, side, 2 + side);
    }
    columns(out, field, first, 0);
    columns(out, field, first + q * q, 1);
    for (int x = 0; x < q; x++) {
      for (int m = 0; m < q; m++) {
        int product = field.product(m, x);
        for (int c = 0; c < q; c++) {
          int y = field.sum(product, c);
          out.link(first + x * q + y, first + q * q + m * q + c, Cable.GLOBAL, 4, 5);
        }
      }
    }
  }

  private void columns(Wires out, GaloisField field, int first, int side) {
    for (int difference : generators(field, side)) {
      int orbit = 6 + side * q;
      int opposite = field.negative(difference);
      for (int v = 0; v < q * q; v++) {
        int w = v - v % q + field.sum(v % q, difference);
        if (v < w) {
          out.link(first + v, first + w, Cable.LOCAL, orbit + difference, orbit + opposite);
        }
      }
    }
  }

  /** The set X of the first side or X' of the second; each holds the negatives of its elements. */
  private List<Integer> generators(GaloisField field, int side) {
    List<Integer> set = new ArrayList<>();
    if (q % 4 == 3) {
      int half = (q + 1) / 2;
      for (int i = 0; i < half; i += 2) {
        set.add(field.power(i + side));
        set.add(field.power(i + side + half - 1));
      }
    } else {
      for (int i = side; i < q - 1 + (q % 2 == 0 ? side : 0); i += 2) {
        set.add(field.power(i));
      }
    }
    return set;
  }

  /**
   * The maps (x, y) to (x + s, y + r x + t) with (m, c) to (m + r, c - s (m + r) + t) act
   * transitively on either side and on the links across, and keep differences in a column.
   */
  @Override
  public Optional<Orbits> orbits() {
    int side = q * q;
    int first = 2 * side * p;
    return Optional.of(new Orbits(v -> v < first ? v / p / side : 2 + (v - first) / side));
  }
}
