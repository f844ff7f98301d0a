package supernode.solve.network.collective;

import java.util.Locale;
import java.util.Optional;

/**
 * What the ranks want. The size of an operation is that of the whole buffer of one rank: of its
 * input for reduce-scatter and all-to-all, of its output for all-gather.
 */
public enum Operation {
  ALL_REDUCE,
  REDUCE_SCATTER,
  ALL_GATHER,
  /** Each rank sends one part in n to every rank. */
  ALL_TO_ALL,
  /** From the first rank to all. */
  BROADCAST,
  /** From all to the first rank. */
  REDUCE,
  /** From the first rank to the last. */
  POINT_TO_POINT;

  public String key() {
    return this == POINT_TO_POINT ? "p2p" : name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** By key; hyphens may be left out or be underscores, as other tools write them. */
  public static Optional<Operation> ofKey(String key) {
    String plain = plain(key);
    for (Operation o : values()) {
      if (plain(o.key()).equals(plain) || plain(o.name()).equals(plain)) {
        return Optional.of(o);
      }
    }
    return Optional.empty();
  }

  static String plain(String key) {
    return key.toLowerCase(Locale.ROOT).replaceAll("[-_ ]", "");
  }

  /** Bus bandwidth over algorithm bandwidth, as nccl-tests defines it (PERFORMANCE.md). */
  public double busFactor(int ranks) {
    double n = ranks;
    return switch (this) {
      case ALL_REDUCE -> 2 * (n - 1) / n;
      case REDUCE_SCATTER, ALL_GATHER, ALL_TO_ALL -> (n - 1) / n;
      case BROADCAST, REDUCE, POINT_TO_POINT -> 1;
    };
  }
}
