package supernode.catalog.browse;

import java.util.Comparator;
import java.util.List;
import supernode.catalog.Confidence;
import supernode.catalog.Sourced;
import supernode.quantity.Dimension;
import supernode.quantity.Text;

/**
 * A figure of an entry and where it comes from.
 *
 * @param si value in SI units
 * @param inputs the figure itself, or what it was derived from
 * @param derived whether the studio worked it out of its inputs
 */
public record Reading(double si, Dimension dimension, List<Input> inputs, boolean derived) {
  /** A figure of the catalogue that a reading rests on. */
  public record Input(
      Text name,
      double si,
      Dimension dimension,
      Confidence confidence,
      String source,
      String note) {}

  public Reading {
    inputs = List.copyOf(inputs);
  }

  static Reading given(Text name, Dimension dimension, Sourced s) {
    return new Reading(s.value(), dimension, List.of(input(name, dimension, s)), false);
  }

  static Input input(Text name, Dimension dimension, Sourced s) {
    return new Input(name, s.value(), dimension, s.confidence(), s.source(), s.note());
  }

  /** As sure as the least sure of what it rests on. */
  public Confidence confidence() {
    return inputs.stream()
        .map(Input::confidence)
        .max(Comparator.comparingInt(Reading::doubt))
        .orElse(Confidence.ASSUMPTION);
  }

  private static int doubt(Confidence confidence) {
    return switch (confidence) {
      case SEEN -> 0;
      case USER -> 1;
      case MEMORY -> 2;
      case ESTIMATE -> 3;
      case ASSUMPTION -> 4;
    };
  }
}
