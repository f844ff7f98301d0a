package supernode.topology.generate;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A mesh or torus of any number of dimensions; a dimension of two has one link, not two. The first
 * dimension varies fastest in the numbering.
 *
 * @param sizes endpoints along each dimension
 * @param wrapped whether the ends of each dimension are joined
 * @param twist steps by which the first dimension is shifted where the last one wraps; 0 for none
 */
public record Grid(List<Integer> sizes, boolean wrapped, int twist) implements Generator {
  public Grid {
    sizes = List.copyOf(sizes);
  }

  public static Grid torus(Integer... sizes) {
    return new Grid(List.of(sizes), true, 0);
  }

  public static Grid mesh(Integer... sizes) {
    return new Grid(List.of(sizes), false, 0);
  }

  static long product(List<Integer> sizes) {
    return sizes.stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact);
  }

  @Override
  public Counts counts() {
    long n = product(sizes);
    long links = 0;
    for (int d = 0; d < sizes.size(); d++) {
      int size = sizes.get(d);
      links = Math.addExact(links, Math.multiplyExact(n / size, linksAlong(d)));
    }
    return Counts.direct(n, links);
  }

  private long linksAlong(int dimension) {
    int size = sizes.get(dimension);
    boolean twisted = twist > 0 && dimension == sizes.size() - 1;
    return size == 1 ? 0 : wrapped && (size > 2 || twisted) ? size : size - 1L;
  }

  @Override
  public void wire(Wires out) {
    int n = Math.toIntExact(product(sizes));
    int stride = 1;
    for (int d = 0; d < sizes.size(); d++) {
      int size = sizes.get(d);
      for (int v = 0; v < n; v++) {
        int at = v / stride % size;
        if (at < linksAlong(d)) {
          out.link(v, next(v, d, at, stride), Cable.DIRECT, d, d);
        }
      }
      stride *= size;
    }
  }

  private int next(int v, int dimension, int at, int stride) {
    int size = sizes.get(dimension);
    if (at < size - 1) {
      return v + stride;
    }
    int first = v - at * stride;
    if (twist == 0 || dimension < sizes.size() - 1) {
      return first;
    }
    int width = sizes.getFirst();
    return first - first % width + (first % width + twist) % width;
  }

  /** Translations, and the point reflection that turns each link round. */
  @Override
  public Optional<Orbits> orbits() {
    return wrapped ? Optional.of(new Orbits(_ -> 0)) : Optional.empty();
  }

  /**
   * With sides in falling order and e the first even one (the last, if none is): the sum over the
   * first e sides of the product of the sides behind, once for a mesh and twice for a torus (Aroca
   * and Fernández Anta, "Bisection (band)width of product networks with application to data
   * centers", TPDS 25(3), 2014). 2 N / k for an even longest side k.
   */
  @Override
  public Optional<Cut> bisection(LinkPlan links) {
    List<Integer> sides =
        sizes.stream().filter(s -> s > 1).sorted(Comparator.reverseOrder()).toList();
    if (twist > 0 || sides.isEmpty()) {
      return Optional.empty();
    }
    // A side of two that does not wrap twice is no torus side: only where it is not cut through.
    boolean hypercube = sides.getFirst() == 2;
    boolean single = wrapped && sides.contains(2) && sides.getFirst() % 2 == 1;
    if (single) {
      return Optional.empty();
    }
    long sum = 0;
    long behind = product(sides);
    for (int side : sides) {
      behind /= side;
      sum += behind;
      if (side % 2 == 0) {
        break;
      }
    }
    long count = wrapped && !hypercube ? 2 * sum : sum;
    return Optional.of(Cut.of(count, links.rateBytesPerS(Cable.DIRECT)));
  }
}
