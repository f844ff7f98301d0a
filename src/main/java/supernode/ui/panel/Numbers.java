package supernode.ui.panel;

import java.util.Optional;
import supernode.quantity.Dimension;
import supernode.quantity.QuantityException;
import supernode.quantity.QuantityFormat;

/** Plain numbers as people type them. */
final class Numbers {
  private Numbers() {}

  static Optional<Double> real(String typed) {
    try {
      return Optional.of(QuantityFormat.parse(typed, Dimension.COUNT));
    } catch (QuantityException _) {
      return Optional.empty();
    }
  }

  /** A whole number from zero up that an int holds. */
  static Optional<Integer> whole(String typed) {
    return real(typed)
        .filter(v -> v == Math.rint(v) && v >= 0 && v <= Integer.MAX_VALUE)
        .map(Double::intValue);
  }
}
