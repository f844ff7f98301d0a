package supernode.solve.cooling;

import java.util.List;
import java.util.Optional;
import supernode.quantity.Dimension;
import supernode.quantity.Quantity;
import supernode.quantity.Text;

/**
 * How a number of a cooling solution came about.
 *
 * @param what it is
 * @param formula how the inputs make it; empty for what the problem gave
 * @param place label of the part it belongs to; empty when none
 * @param limiting whether this input sets the result
 */
public record Derivation(
    Text what,
    Quantity value,
    Optional<Text> formula,
    String place,
    boolean limiting,
    List<Derivation> inputs) {
  public Derivation {
    inputs = List.copyOf(inputs);
  }

  static Derivation given(String what, double value, Dimension dimension, String place) {
    return new Derivation(
        Text.of("cooling.what." + what),
        new Quantity(value, dimension),
        Optional.empty(),
        place,
        false,
        List.of());
  }

  static Derivation of(
      String what, double value, Dimension dimension, String place, Derivation... inputs) {
    return new Derivation(
        Text.of("cooling.what." + what),
        new Quantity(value, dimension),
        Optional.of(Text.of("cooling.formula." + what)),
        place,
        false,
        List.of(inputs));
  }

  /** The same by another formula than the usual one. */
  Derivation by(String formulaKey) {
    return new Derivation(
        what,
        value,
        Optional.of(Text.of("cooling.formula." + formulaKey)),
        place,
        limiting,
        inputs);
  }

  Derivation asLimiting() {
    return new Derivation(what, value, formula, place, true, inputs);
  }
}
