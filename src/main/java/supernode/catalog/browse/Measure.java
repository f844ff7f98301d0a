package supernode.catalog.browse;

import java.util.Optional;
import supernode.catalog.Property;
import supernode.catalog.Sourced;
import supernode.quantity.Dimension;
import supernode.quantity.Text;

/** A figure that entries may have: one that stands in the catalogue, or one derived from those. */
public sealed interface Measure extends Field permits Measure.Given, Derived, FabricRate {
  /** Stable name. */
  String key();

  Text title();

  Dimension dimension();

  /** How it is worked out; empty for what stands in the catalogue. */
  default Optional<Text> formula() {
    return Optional.empty();
  }

  /** The figure of an entry; empty where it, or what it is derived from, is not public. */
  Optional<Reading> of(Entry entry);

  /** Which end of the scale is the better one, other things being equal. */
  Preference preference();

  static Measure of(Property property) {
    return new Given(property);
  }

  /** A figure of the catalogue. */
  record Given(Property property) implements Measure {
    @Override
    public String key() {
      return property.key();
    }

    @Override
    public Text title() {
      return Text.of("property." + property.key());
    }

    @Override
    public Dimension dimension() {
      return property.dimension();
    }

    @Override
    public Optional<Reading> of(Entry entry) {
      return entry.values().find(property).map(this::reading);
    }

    private Reading reading(Sourced s) {
      return Reading.given(title(), dimension(), s);
    }

    @Override
    public Preference preference() {
      return Preference.of(property);
    }
  }
}
