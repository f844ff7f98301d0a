package supernode.ui.catalog;

import java.util.List;
import java.util.Optional;
import supernode.catalog.Property;
import supernode.catalog.browse.Entry;
import supernode.catalog.browse.Measure;
import supernode.catalog.browse.Reading;
import supernode.quantity.Dimension;
import supernode.quantity.Messages;
import supernode.quantity.QuantityFormat;
import supernode.quantity.Unit;

/**
 * How the figures of a column are written: all in one unit, which stands in its head.
 *
 * @param unit that fits the middle of them
 */
record FigureText(Measure measure, Unit unit, Messages messages) {
  static FigureText of(Measure measure, List<Entry> entries, Messages messages) {
    double[] known =
        entries.stream()
            .flatMap(e -> measure.of(e).stream())
            .mapToDouble(r -> Math.abs(r.si()))
            .filter(v -> v > 0)
            .sorted()
            .toArray();
    double middle = known.length == 0 ? 0 : known[known.length / 2];
    return new FigureText(measure, QuantityFormat.unitFor(middle, measure.dimension()), messages);
  }

  String title() {
    return messages.say(measure.title());
  }

  /** Empty for plain numbers, and for what is named or yes or no. */
  String unitName() {
    return named() ? "" : unit.symbol();
  }

  /** The number alone. */
  String bare(Reading reading) {
    return named() || measure.dimension() == Dimension.YEAR
        ? whole(measure, reading, messages)
        : QuantityFormat.number(reading.si() / unit.perUnit());
  }

  private boolean named() {
    return measure instanceof Measure.Given(Property p)
        && (!p.choices().isEmpty() || p == Property.IN_NETWORK_REDUCTION);
  }

  /** A figure with its unit, or the name that it stands for. */
  static String whole(Measure measure, Reading reading, Messages messages) {
    if (measure instanceof Measure.Given(Property p)) {
      Optional<String> choice = p.choice(reading.si());
      if (choice.isPresent()) {
        return messages.say("coolant." + choice.get());
      }
      if (p == Property.IN_NETWORK_REDUCTION) {
        return messages.say(reading.si() > 0 ? "parts.yes" : "parts.no");
      }
    }
    return QuantityFormat.format(reading.si(), reading.dimension());
  }
}
