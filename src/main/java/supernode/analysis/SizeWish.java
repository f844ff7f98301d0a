package supernode.analysis;

import java.util.Locale;
import java.util.Optional;
import supernode.quantity.Text;

/**
 * A size that can be asked for; working it out takes a while.
 *
 * @param place of the part that is sized; empty where the loop as a whole is
 */
public record SizeWish(Kind kind, String place) {
  /** Margin that chips keep below their limits in a proposal, K. */
  private static final double SPARE_K = 2;

  /** What is sized. */
  public enum Kind {
    FLOW,
    WATER,
    CDU,
    PUMP,
    BALANCE
  }

  /** Stable name. */
  public String key() {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  /** What is asked for. */
  public Text text() {
    return Text.of("sizing.wish." + key());
  }

  /** The size; empty where none holds. */
  public Optional<Proposal> of(Sizing sizing) {
    return switch (kind) {
      case FLOW -> sizing.pumpSpeed(SPARE_K);
      case WATER -> sizing.facilityWater(SPARE_K);
      case CDU -> sizing.smallestCdu(place);
      case PUMP -> sizing.smallestPump(place);
      case BALANCE -> sizing.balance();
    };
  }
}
