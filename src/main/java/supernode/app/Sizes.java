package supernode.app;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import supernode.quantity.Dimension;
import supernode.quantity.QuantityException;
import supernode.quantity.QuantityFormat;

/** Amounts of data as they are written: one, a list, or a range by factors. */
final class Sizes {
  private static final Pattern RANGE = Pattern.compile("(.+?)\\.\\.(.+?)(?::x([0-9.]+))?");
  private static final double MOST_BYTES = 1125899906842624.0;
  private static final int MOST = 200;

  private Sizes() {}

  /**
   * Reads "1 GiB", "64KiB,1MiB" or "1KiB..1GiB:x2"; a bare number is bytes.
   *
   * @throws BadInput when it is none of these, or not from above 0 to 1,024 TiB
   */
  static List<Double> parse(String text) {
    List<Double> sizes = new ArrayList<>();
    for (String piece : text.split(",", -1)) {
      Matcher range = RANGE.matcher(piece.strip());
      if (!range.matches()) {
        sizes.add(one(text, piece));
        continue;
      }
      double to = one(text, range.group(2));
      double by = range.group(3) == null ? 2 : factor(text, range.group(3));
      for (double s = one(text, range.group(1)); s <= to * (1 + 1e-9); s *= by) {
        sizes.add(s);
        if (sizes.size() > MOST) {
          throw new BadInput("collective.sizes", text, MOST);
        }
      }
    }
    if (sizes.isEmpty()) {
      throw new BadInput("collective.size", text);
    }
    return sizes;
  }

  private static double factor(String text, String digits) {
    try {
      double by = Double.parseDouble(digits);
      if (by > 1) {
        return by;
      }
    } catch (NumberFormatException _) {
      // Told below.
    }
    throw new BadInput("collective.size", text);
  }

  private static double one(String text, String piece) {
    double bytes;
    try {
      String plain = piece.strip();
      boolean bare = plain.matches("[+-]?[0-9.]+([eE][+-]?[0-9]+)?");
      bytes = QuantityFormat.parse(bare ? plain + " B" : plain, Dimension.DATA);
    } catch (QuantityException _) {
      throw new BadInput("collective.size", text);
    }
    if (!(bytes > 0 && bytes <= MOST_BYTES)) {
      throw new BadInput("collective.sizePositive", piece.strip());
    }
    return bytes;
  }
}
