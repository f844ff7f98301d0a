package supernode.solve.network.route;

import java.util.HashMap;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * The translations of a torus or HyperX that keep a pattern as well: every so many vertices along
 * each dimension it looks the same. What holds of the vertices before the first such step holds of
 * all.
 */
public final class Sublattice {
  private final Translations moves;
  private final int[] step;
  private final int[] placeOf;
  private final int[] standing;

  private Sublattice(Translations moves, int[] step) {
    this.moves = moves;
    this.step = step;
    placeOf = new int[moves.vertices()];
    int count = 1;
    for (int s : step) {
      count *= s;
    }
    standing = new int[count];
    for (int v = placeOf.length - 1; v >= 0; v--) {
      int place = 0;
      int before = 1;
      boolean first = true;
      for (int d = 0; d < step.length; d++) {
        int at = moves.coordinate(v, d);
        place += at % step[d] * before;
        before *= step[d];
        first &= at < step[d];
      }
      placeOf[v] = place;
      if (first) {
        standing[place] = v;
      }
    }
  }

  /** Vertices that stand for all. */
  public int size() {
    return standing.length;
  }

  /** One of them. */
  public int vertex(int place) {
    return standing[place];
  }

  /** Place of the one that stands for a vertex. */
  public int placeOf(int vertex) {
    return placeOf[vertex];
  }

  /** Vertices that each stands for. */
  public int each() {
    return placeOf.length / standing.length;
  }

  /** By place, that of the vertex as far beyond it as another is beyond the first. */
  public int[] beyond(int vertex) {
    int[] to = new int[standing.length];
    for (int p = 0; p < to.length; p++) {
      int place = 0;
      int before = 1;
      for (int d = 0; d < step.length; d++) {
        int at = moves.coordinate(standing[p], d) + moves.coordinate(vertex, d);
        place += at % step[d] * before;
        before *= step[d];
      }
      to[p] = place;
    }
    return to;
  }

  /** Finds those of one pattern after the other on the same grid. Not for several threads. */
  public static final class Finder {
    private final Translations moves;
    private final Map<Integer, int[]> shifts = new HashMap<>();

    public Finder(Translations moves) {
      this.moves = moves;
    }

    /**
     * Those that keep a pattern.
     *
     * @param look a digest of the pattern whose vertices are moved to others, given these by vertex
     */
    public Sublattice of(ToLongFunction<int[]> look) {
      int[] step = new int[moves.dimensions()];
      long unmoved = look.applyAsLong(shift(0, 0));
      for (int d = 0; d < step.length; d++) {
        int size = moves.size(d);
        step[d] = 1;
        while (step[d] < size
            && (size % step[d] != 0 || look.applyAsLong(shift(d, step[d])) != unmoved)) {
          step[d]++;
        }
      }
      return new Sublattice(moves, step);
    }

    private int[] shift(int dimension, int by) {
      return shifts.computeIfAbsent(
          by == 0 ? -1 : dimension << 24 | by,
          _ -> {
            int[] to = new int[moves.vertices()];
            for (int v = 0; v < to.length; v++) {
              to[v] = moves.shifted(v, dimension, by);
            }
            return to;
          });
    }
  }
}
