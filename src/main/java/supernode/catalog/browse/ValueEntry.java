package supernode.catalog.browse;

import supernode.catalog.Property;
import supernode.quantity.QuantityException;
import supernode.quantity.QuantityFormat;
import supernode.quantity.Text;

/** What was typed into the field of a property. */
public sealed interface ValueEntry {
  /** A value in SI units that the property admits. */
  record Accepted(double si) implements ValueEntry {}

  /** Not a value of the property; the text says why. */
  record Refused(Text why) implements ValueEntry {}

  static ValueEntry read(String typed, Property property) {
    double si;
    try {
      si = QuantityFormat.parse(typed, property.dimension());
    } catch (QuantityException e) {
      return new Refused(e.text());
    }
    return property.admits(si)
        ? new Accepted(si)
        : new Refused(
            Text.of(
                "panel.value.bounds",
                QuantityFormat.format(property.toSi(property.min()), property.dimension()),
                QuantityFormat.format(property.toSi(property.max()), property.dimension())));
  }
}
