package supernode.quantity;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Comparator;

/** Prints and reads quantities: "1.8 TB/s", "80 L/min", "45 °C", "130 kW". */
public final class QuantityFormat {
  private static final int DIGITS = 4;

  private QuantityFormat() {}

  /** Prints with at most four significant digits, in the largest unit that keeps them above one. */
  public static String format(double si, Dimension dimension) {
    if (dimension == Dimension.YEAR && si == Math.rint(si)) {
      return Long.toString((long) si);
    }
    Unit unit = unitFor(si, dimension);
    String number = number(si / unit.perUnit());
    String symbol = unit.symbol();
    if (symbol.isEmpty()) {
      return number;
    }
    return symbol.equals("%") ? number + " %" : number + " " + symbol;
  }

  /** The unit that {@link #format} chooses for a value. */
  public static Unit unitFor(double si, Dimension dimension) {
    double magnitude = Math.abs(si);
    Unit first = dimension.units().getFirst();
    if (dimension == Dimension.YEAR || dimension == Dimension.COUNT || magnitude == 0) {
      return first;
    }
    return dimension.printedUnits().stream()
        .filter(u -> magnitude >= u.perUnit() * 0.99995)
        .max(Comparator.comparingDouble(Unit::perUnit))
        .orElseGet(() ->
            dimension.printedUnits().stream()
                .min(Comparator.comparingDouble(Unit::perUnit))
                .orElse(first));
  }

  /** Prints a plain number: at most four significant digits, thousands grouped, no exponent. */
  public static String number(double value) {
    if (!Double.isFinite(value)) {
      return Double.isNaN(value) ? "–" : value > 0 ? "∞" : "-∞";
    }
    if (value == Math.rint(value) && Math.abs(value) < 1e15) {
      return grouped((long) value);
    }
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(DIGITS, RoundingMode.HALF_UP));
    if (rounded.scale() <= 0 || Math.abs(value) >= 10_000) {
      return grouped(rounded.longValue());
    }
    String plain = rounded.stripTrailingZeros().toPlainString();
    int point = plain.indexOf('.');
    String whole = point < 0 ? plain : plain.substring(0, point);
    String sign = whole.startsWith("-") && Long.parseLong(whole) == 0 ? "-" : "";
    String grouped = sign + grouped(Long.parseLong(whole));
    return point < 0 ? grouped : grouped + plain.substring(point);
  }

  // A window is full of numbers, and a formatter takes ten times as long.
  private static String grouped(long value) {
    StringBuilder text = new StringBuilder(Long.toString(value));
    int first = value < 0 ? 1 : 0;
    for (int at = text.length() - 3; at > first; at -= 3) {
      text.insert(at, ',');
    }
    return text.toString();
  }

  /**
   * Reads a quantity. A missing unit means the first unit of the dimension; "1.6T" and "800G" name
   * bit rates where a bandwidth is asked for, as the trade does.
   *
   * @throws QuantityException when the text is no finite number with a unit of the dimension
   */
  public static double parse(String text, Dimension dimension) {
    String trimmed = text.strip();
    int end = numberEnd(trimmed);
    if (end == 0) {
      throw new QuantityException(Text.of("quantity.noNumber", text));
    }
    if (trimmed.startsWith(",", end)) {
      throw new QuantityException(Text.of("quantity.comma", text));
    }
    double number = Double.parseDouble(trimmed.substring(0, end).replace(",", ""));
    String symbol = trimmed.substring(end).strip();
    double si = number * factor(symbol, dimension, text);
    if (!Double.isFinite(si)) {
      throw new QuantityException(Text.of("quantity.notFinite", text));
    }
    return si;
  }

  /** Commas stand between thousands: "1,2" would be twelve to one reader and not to another. */
  private static int numberEnd(String text) {
    java.util.regex.Matcher m =
        java.util.regex.Pattern.compile(
                "[+-]?(\\d{1,3}(,\\d{3})+(?!\\d)|\\d+)(\\.\\d+)?([eE][+-]?\\d+)?|[+-]?\\.\\d+")
            .matcher(text);
    return m.lookingAt() ? m.end() : 0;
  }

  private static double factor(String symbol, Dimension dimension, String text) {
    if (symbol.isEmpty()) {
      return dimension.units().getFirst().perUnit();
    }
    if (dimension == Dimension.BANDWIDTH && (symbol.equals("T") || symbol.equals("G"))) {
      return symbol.equals("T") ? 1e12 / 8 : 1e9 / 8;
    }
    for (Unit unit : dimension.units()) {
      if (unit.symbol().equals(symbol)) {
        return unit.perUnit();
      }
    }
    // "kb/s" against "kB/s" differ by 8: case is folded only where that cannot change the meaning.
    if (dimension != Dimension.BANDWIDTH && dimension != Dimension.DATA) {
      for (Unit unit : dimension.units()) {
        if (unit.symbol().equalsIgnoreCase(symbol)
            && !isMillionth(unit.symbol(), symbol)
            && dimension.units().stream()
                    .filter(u -> u.symbol().equalsIgnoreCase(symbol))
                    .map(Unit::perUnit)
                    .distinct()
                    .count()
                == 1) {
          return unit.perUnit();
        }
      }
    }
    throw new QuantityException(
        Text.of(
            "quantity.unknownUnit",
            text,
            String.join(", ", dimension.units().stream().map(Unit::symbol).distinct().toList())));
  }

  /** "mW" is no "MW": it is a billionth of it. */
  private static boolean isMillionth(String symbol, String typed) {
    return typed.length() > 1
        && Character.toLowerCase(symbol.charAt(0)) == 'm'
        && symbol.charAt(0) != typed.charAt(0);
  }
}
