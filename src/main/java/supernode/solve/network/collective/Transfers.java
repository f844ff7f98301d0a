package supernode.solve.network.collective;

import java.util.Arrays;

/** Who sends how much to whom at the same time; amounts are shares of the operation's size. */
final class Transfers {
  private final int[] from;
  private final int[] to;
  private final double[] share;

  private Transfers(int[] from, int[] to, double[] share) {
    this.from = from;
    this.to = to;
    this.share = share;
  }

  int count() {
    return from.length;
  }

  int from(int transfer) {
    return from[transfer];
  }

  int to(int transfer) {
    return to[transfer];
  }

  double share(int transfer) {
    return share[transfer];
  }

  /** Every rank to the one {@code distance} further on. */
  static Transfers shift(int ranks, int distance, double share) {
    Builder b = new Builder();
    for (int r = 0; r < ranks; r++) {
      b.add(r, Math.floorMod(r + distance, ranks), share);
    }
    return b.build();
  }

  /** Everyone to everyone else, by receiver. */
  static Transfers allPairs(int ranks, double share) {
    Builder b = new Builder();
    for (int to = 0; to < ranks; to++) {
      for (int from = 0; from < ranks; from++) {
        if (from != to) {
          b.add(from, to, share);
        }
      }
    }
    return b.build();
  }

  /** Turned round: receivers send. */
  Transfers reversed() {
    return new Transfers(to, from, share);
  }

  /** Collects transfers. */
  static final class Builder {
    private int[] from = new int[16];
    private int[] to = new int[16];
    private double[] share = new double[16];
    private int count;

    Builder add(int source, int destination, double amount) {
      if (count == from.length) {
        int more = 2 * count;
        from = Arrays.copyOf(from, more);
        to = Arrays.copyOf(to, more);
        share = Arrays.copyOf(share, more);
      }
      from[count] = source;
      to[count] = destination;
      share[count++] = amount;
      return this;
    }

    Transfers build() {
      return new Transfers(
          Arrays.copyOf(from, count), Arrays.copyOf(to, count), Arrays.copyOf(share, count));
    }
  }
}
