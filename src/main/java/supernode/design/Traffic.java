package supernode.design;

import java.util.OptionalDouble;

/**
 * What the endpoints of a fabric send. Where a scenario names several for one fabric, they send all
 * of them at once.
 *
 * @param weight share of its flows relative to those of others where they meet
 * @param limitBytesPerS that each flow asks for at most; empty for none
 */
public record Traffic(
    Fabric fabric, TrafficPattern pattern, double weight, OptionalDouble limitBytesPerS) {
  /** A pattern that takes what it can get. */
  public Traffic(Fabric fabric, TrafficPattern pattern) {
    this(fabric, pattern, 1, OptionalDouble.empty());
  }
}
