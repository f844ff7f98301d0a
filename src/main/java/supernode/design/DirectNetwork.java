package supernode.design;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import supernode.quantity.Text;

/**
 * How the members of a direct network are joined, by their numbers alone. What the members are,
 * chips or switches, is the wiring's to say.
 */
public sealed interface DirectNetwork {
  /** Dimensions of a torus, mesh or HyperX at most. */
  int MAX_DIMENSIONS = 8;

  /** Name in files, for example "torus". */
  String kind();

  /** How many members it has; empty where any number will do. */
  OptionalLong members();

  /** What is wrong with its parameters; empty when nothing is. */
  Optional<Text> problem();

  /** Members are the points of a grid, the first dimension fastest. */
  sealed interface OnGrid extends DirectNetwork {
    List<Integer> dims();

    @Override
    default OptionalLong members() {
      return OptionalLong.of(product(dims()));
    }

    @Override
    default Optional<Text> problem() {
      return dimsProblem(dims());
    }
  }

  /**
   * Neighbours along each dimension, the ends joined; the first dimension runs fastest.
   *
   * @param twist steps by which the first dimension is shifted where the last one wraps; 0 for none
   */
  record Torus(List<Integer> dims, int twist) implements OnGrid {
    public Torus {
      dims = List.copyOf(dims);
    }

    @Override
    public String kind() {
      return "torus";
    }

    @Override
    public Optional<Text> problem() {
      return dimsProblem(dims).or(() -> range("twist", twist, 0, dims.getFirst() - 1));
    }
  }

  /** Neighbours along each dimension, the ends open; the first runs fastest. */
  record Mesh(List<Integer> dims) implements OnGrid {
    public Mesh {
      dims = List.copyOf(dims);
    }

    @Override
    public String kind() {
      return "mesh";
    }
  }

  /**
   * Everyone with all who differ in one coordinate only (HyperX, Ahn et al., SC'09; the n-D full
   * mesh of UB-Mesh); the first dimension runs fastest.
   */
  record HyperX(List<Integer> dims) implements OnGrid {
    public HyperX {
      dims = List.copyOf(dims);
    }

    @Override
    public String kind() {
      return "hyperx";
    }
  }

  /**
   * Groups of routers in full mesh, and links between the groups (Kim, Dally, Scott, Abts, ISCA
   * 2008). Member {@code g * routersPerGroup + r} is router r of group g.
   *
   * @param globalLinks links of each router to other groups
   */
  record Dragonfly(int routersPerGroup, int globalLinks, int groups) implements DirectNetwork {
    @Override
    public String kind() {
      return "dragonfly";
    }

    @Override
    public OptionalLong members() {
      return OptionalLong.of((long) routersPerGroup * groups);
    }

    @Override
    public Optional<Text> problem() {
      return range("routersPerGroup", routersPerGroup, 1, 1024)
          .or(() -> range("globalLinks", globalLinks, 1, 1024))
          .or(() -> range("groups", groups, 2, routersPerGroup * globalLinks + 1))
          .or(() -> sizeProblem(members().getAsLong()));
    }
  }

  /**
   * The diameter-2 graphs of McKay, Miller and Širáň (Slim Fly, Besta and Hoefler, SC'14): 2q²
   * routers.
   *
   * @param q a prime power of the form 4w + d, d from -1 to 1
   */
  record SlimFly(int q) implements DirectNetwork {
    private static final int MOST = 128;

    @Override
    public String kind() {
      return "slim-fly";
    }

    @Override
    public OptionalLong members() {
      return OptionalLong.of(2L * q * q);
    }

    @Override
    public Optional<Text> problem() {
      return isLegal(q)
          ? Optional.empty()
          : Optional.of(Text.of("design.slimFly", q, nearest(q), MOST));
    }

    private static int nearest(int q) {
      for (int off = 1; off < MOST; off++) {
        if (isLegal(q - off)) {
          return q - off;
        }
        if (isLegal(q + off)) {
          return q + off;
        }
      }
      return q < MOST ? 3 : 127;
    }

    private static boolean isLegal(int q) {
      return q >= 3 && q <= MOST && q % 4 != 2 && isPrimePower(q);
    }

    private static boolean isPrimePower(int q) {
      int p = 2;
      while (q % p != 0) {
        p++;
      }
      int rest = q;
      while (rest % p == 0) {
        rest /= p;
      }
      return rest == 1;
    }
  }

  /**
   * A random regular graph (Jellyfish, Singla et al., NSDI'12), the same for the same seed.
   *
   * @param degree links of each member
   */
  record Jellyfish(int degree, long seed) implements DirectNetwork {
    @Override
    public String kind() {
      return "jellyfish";
    }

    @Override
    public OptionalLong members() {
      return OptionalLong.empty();
    }

    @Override
    public Optional<Text> problem() {
      return range("degree", degree, 2, 1024);
    }
  }

  private static long product(List<Integer> dims) {
    long product = 1;
    for (int d : dims) {
      product = Math.min(product * Math.max(d, 0), Bounds.MAX_INSTANCES + 1);
    }
    return product;
  }

  private static Optional<Text> dimsProblem(List<Integer> dims) {
    if (dims.isEmpty() || dims.size() > MAX_DIMENSIONS) {
      return Optional.of(Text.of("design.dims", dims.size(), MAX_DIMENSIONS));
    }
    return dims.stream()
        .flatMap(d -> range("dims", d, 2, Bounds.MAX_COUNT).stream())
        .findFirst()
        .or(() -> sizeProblem(product(dims)));
  }

  private static Optional<Text> sizeProblem(long members) {
    return members <= Bounds.MAX_COUNT
        ? Optional.empty()
        : Optional.of(Text.of("design.networkSize", Bounds.MAX_COUNT));
  }

  private static Optional<Text> range(String parameter, long value, long least, long most) {
    return value >= least && value <= most
        ? Optional.empty()
        : Optional.of(Text.of("design.networkRange", parameter, value, least, most));
  }
}
