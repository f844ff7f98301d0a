package supernode.ui;

import java.util.Locale;
import supernode.figure.ColorRole;

/**
 * The style sheets' names of the colour roles: looked up where they are used, so they follow the
 * theme.
 */
public final class ColorToken {
  private ColorToken() {}

  /** For example {@code -studio-accent-ground}. */
  public static String of(ColorRole role) {
    return switch (role) {
      case COOLANT_SUPPLY -> "-studio-supply";
      case COOLANT_RETURN -> "-studio-return";
      default -> "-studio-" + role.name().toLowerCase(Locale.ROOT).replace('_', '-');
    };
  }
}
