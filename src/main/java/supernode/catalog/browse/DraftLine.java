package supernode.catalog.browse;

import java.util.Map;
import java.util.Optional;
import supernode.catalog.Confidence;
import supernode.catalog.Property;
import supernode.catalog.Sourced;
import supernode.quantity.PlainText;
import supernode.quantity.QuantityFormat;
import supernode.quantity.Text;

/**
 * A figure as it stands in the fields of a form.
 *
 * @param value with its unit, or the key of a choice; blank where it is not public
 * @param before what the value was when the form was opened
 */
public record DraftLine(
    String value, Confidence confidence, String source, String note, Optional<Sourced> before) {
  static final DraftLine EMPTY = new DraftLine("", Confidence.USER, "", "", Optional.empty());

  static DraftLine of(Property property, Sourced s) {
    return new DraftLine(shown(property, s), s.confidence(), s.source(), s.note(), Optional.of(s));
  }

  private static String shown(Property property, Sourced s) {
    return property
        .choice(s.value())
        .orElseGet(() -> QuantityFormat.format(s.value(), property.dimension()));
  }

  /** Another value; it is the user's, and what was said of the old one is not true of it. */
  public DraftLine typed(Property property, String next) {
    if (next.equals(value)) {
      return this;
    }
    Optional<String> old = before.map(s -> shown(property, s));
    if (old.filter(next.strip()::equals).isPresent()) {
      Sourced s = before.get();
      return new DraftLine(next.strip(), s.confidence(), s.source(), s.note(), before);
    }
    boolean untouched = before.filter(s -> s.source().equals(source)).isPresent();
    return untouched
        ? new DraftLine(next, Draft.typed(), "", "", before)
        : new DraftLine(next, confidence, source, note, before);
  }

  public DraftLine withConfidence(Confidence next) {
    return new DraftLine(value, next, source, note, before);
  }

  public DraftLine withSource(String next) {
    return new DraftLine(value, confidence, next, note, before);
  }

  public DraftLine withNote(String next) {
    return new DraftLine(value, confidence, source, next, before);
  }

  public boolean isBlank() {
    return value.isBlank();
  }

  void check(Property property, Map<String, Text> problems) {
    if (isBlank()) {
      return;
    }
    if (!isBefore(property) && read(property) instanceof ValueEntry.Refused(Text why)) {
      problems.put(property.key(), why);
    }
    if (source.isBlank()) {
      problems.put(property.key() + " source", Text.of("own.source"));
    } else if (!PlainText.isText(source) || !PlainText.isText(note)) {
      problems.put(property.key() + " source", Text.of("own.characters"));
    }
  }

  /** The value in SI units; the old one to its last digit where it was not touched. */
  double si(Property property) {
    return isBefore(property) ? before.get().value() : ((ValueEntry.Accepted) read(property)).si();
  }

  private boolean isBefore(Property property) {
    return before.map(s -> shown(property, s)).filter(value.strip()::equals).isPresent();
  }

  private ValueEntry read(Property property) {
    if (!property.choices().isEmpty()) {
      return property.choice(value.strip()).isPresent()
          ? new ValueEntry.Accepted(property.choice(value.strip()).getAsDouble())
          : new ValueEntry.Refused(Text.of("own.choice"));
    }
    return ValueEntry.read(value, property);
  }
}
