package supernode.analysis;

import java.util.List;
import java.util.Optional;
import supernode.catalog.Sourced;
import supernode.quantity.Quantity;
import supernode.quantity.Text;

/**
 * Where a number comes from: a formula over inputs, each with a source or a derivation of its own.
 *
 * @param label what it is
 * @param value the number, empty where the node only says something
 * @param formula how the inputs make it, for example "planes × rate"; empty for a leaf
 * @param source for a leaf: where it was read, and how sure
 * @param place instance path that it belongs to; empty when none
 * @param limiting whether this input sets the result: the bottleneck
 * @param inputs what goes in
 */
public record Explanation(
    Text label,
    Optional<Quantity> value,
    Optional<Text> formula,
    Optional<Sourced> source,
    String place,
    boolean limiting,
    List<Explanation> inputs) {
  public Explanation {
    inputs = List.copyOf(inputs);
  }

  /** A derived number. */
  public static Explanation derived(
      Text label, Quantity value, Text formula, List<Explanation> inputs) {
    return new Explanation(
        label, Optional.of(value), Optional.of(formula), Optional.empty(), "", false, inputs);
  }

  /** A catalogue or user value. */
  public static Explanation given(Text label, Quantity value, Sourced source, String place) {
    return new Explanation(
        label, Optional.of(value), Optional.empty(), Optional.of(source), place, false, List.of());
  }

  /** A remark without a number. */
  public static Explanation remark(Text label, String place) {
    return new Explanation(
        label, Optional.empty(), Optional.empty(), Optional.empty(), place, false, List.of());
  }

  public Explanation asLimiting() {
    return new Explanation(label, value, formula, source, place, true, inputs);
  }

  public Explanation at(String path) {
    return new Explanation(label, value, formula, source, path, limiting, inputs);
  }
}
