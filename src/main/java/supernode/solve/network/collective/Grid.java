package supernode.solve.network.collective;

import java.util.Arrays;
import java.util.List;

/**
 * Ranks as the points of a grid, the innermost dimension first: rank = i0 + n0 (i1 + n1 (i2 +
 * ...)).
 *
 * @param sizes of the dimensions; their product is the number of ranks
 */
public record Grid(List<Integer> sizes) {
  public Grid {
    sizes = sizes.stream().filter(n -> n > 1).toList();
  }

  public static Grid of(int... sizes) {
    return new Grid(Arrays.stream(sizes).boxed().toList());
  }

  public int ranks() {
    return sizes.stream().reduce(1, Math::multiplyExact);
  }

  public int dimensions() {
    return sizes.size();
  }

  /** Whether all dimensions are of one size. */
  boolean isCube() {
    return sizes.stream().distinct().count() == 1;
  }

  /** Ranks that differ in one dimension only, each group in the order of that dimension. */
  int[][] lines(int dimension) {
    int stride = 1;
    for (int d = 0; d < dimension; d++) {
      stride *= sizes.get(d);
    }
    int n = sizes.get(dimension);
    int[][] lines = new int[ranks() / n][n];
    for (int line = 0; line < lines.length; line++) {
      int first = line / stride * stride * n + line % stride;
      for (int i = 0; i < n; i++) {
        lines[line][i] = first + i * stride;
      }
    }
    return lines;
  }
}
