package supernode.solve.network.metric;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import supernode.topology.CsrGraph;
import supernode.topology.LinkSpec;
import supernode.topology.generate.Cut;
import supernode.topology.generate.Grid;
import supernode.topology.generate.LinkPlan;

/**
 * The dimensions of a torus or HyperX as its first vertex sees them; all others see the same.
 *
 * @param axes in the order of the sides
 */
record GridAxes(int vertices, List<Axis> axes) {
  /**
   * A dimension.
   *
   * @param full whether all along it are joined, or each to the next only
   * @param links between two that are joined
   * @param bytesPerS of these together
   */
  private record Axis(int size, boolean full, int links, double bytesPerS) {
    boolean isRing() {
      return !full || size <= 3;
    }

    /** The spectral gap of the dimension by itself, a full mesh. */
    double gap() {
      return size * bytesPerS;
    }
  }

  /** Empty where a link leads along several dimensions, or those of one differ. */
  static Optional<GridAxes> of(CsrGraph graph, List<Integer> sides) {
    int dimensions = sides.size();
    int[][] links = new int[dimensions][];
    double[][] rate = new double[dimensions][];
    for (int d = 0; d < dimensions; d++) {
      links[d] = new int[sides.get(d)];
      rate[d] = new double[sides.get(d)];
    }
    for (int arc = graph.arcStart(0); arc < graph.arcStart(1); arc++) {
      int rest = graph.arcHead(arc);
      int along = -1;
      int by = 0;
      for (int d = 0; d < dimensions; d++) {
        int at = rest % sides.get(d);
        rest /= sides.get(d);
        if (at > 0 && along >= 0) {
          return Optional.empty();
        }
        along = at > 0 ? d : along;
        by = at > 0 ? at : by;
      }
      links[along][by]++;
      rate[along][by] += graph.capacityBytesPerS(graph.arcChannel(arc) >> 1);
    }
    List<Optional<Axis>> axes =
        IntStream.range(0, dimensions).mapToObj(d -> axis(links[d], rate[d])).toList();
    return axes.stream().allMatch(Optional::isPresent)
        ? Optional.of(
            new GridAxes(graph.vertexCount(), axes.stream().map(Optional::orElseThrow).toList()))
        : Optional.empty();
  }

  private static Optional<Axis> axis(int[] links, double[] rate) {
    int size = links.length;
    boolean full = size <= 3 || links[2] > 0;
    for (int by = 1; by < size; by++) {
      boolean joined = full || by == 1 || by == size - 1;
      if (links[by] != (joined ? links[1] : 0) || rate[by] != (joined ? rate[1] : 0)) {
        return Optional.empty();
      }
    }
    return Optional.of(new Axis(size, full, links[1], rate[1]));
  }

  Optional<Bisection> bisection() {
    return axes.stream().allMatch(Axis::full) ? ofHyperX().or(this::ofTorus) : ofTorus();
  }

  /**
   * No cut into halves is narrower than the spectral gap times a quarter of the vertices (Fiedler
   * 1973). The gap of a product is the least of its factors', k c for a full mesh of k whose pairs
   * have c, and an even dimension cut through the middle is just as wide.
   */
  private Optional<Bisection> ofHyperX() {
    double gap = axes.stream().mapToDouble(Axis::gap).min().orElseThrow();
    return axes.stream()
        .filter(a -> a.gap() <= gap && a.size() % 2 == 0)
        .min(Comparator.comparingInt(a -> a.links() * a.size()))
        .map(a -> {
          long pairs = (long) vertices * a.size() / 4;
          return known(pairs * a.bytesPerS(), pairs * a.links());
        });
  }

  private Optional<Bisection> ofTorus() {
    Axis first = axes.getFirst();
    boolean alike =
        axes.stream()
            .allMatch(a ->
                a.isRing() && a.links() == first.links() && a.bytesPerS() == first.bytesPerS());
    Grid torus = new Grid(axes.stream().map(Axis::size).toList(), true, 0);
    return alike
        ? torus
            .bisection(LinkPlan.of(LinkSpec.of(first.bytesPerS())))
            .map((Cut cut) -> known(cut.bytesPerS(), cut.links() * first.links()))
        : Optional.empty();
  }

  private static Bisection known(double bytesPerS, long links) {
    return new Bisection(bytesPerS, links, Bisection.Method.OF_THE_KIND);
  }
}
