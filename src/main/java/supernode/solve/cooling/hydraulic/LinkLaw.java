package supernode.solve.cooling.hydraulic;

import java.util.Optional;
import supernode.quantity.Text;

/**
 * How the pressure loss of a link follows from its flow. Every law rises with flow, without jumps,
 * so that a network has one solution.
 */
public sealed interface LinkLaw
    permits Pipe,
        Quadratic,
        PowerLaw,
        HeadLoss,
        LossTable,
        LossSegments,
        FlowCoefficient,
        CheckValve,
        PressureBreaker,
        PressureDemand,
        Regulator,
        Series,
        Pump,
        Fouled,
        Closed {

  /**
   * Loss at a flow.
   *
   * @param flowM3S volume flow of one copy, positive from the first to the second node
   * @param densityKgM3 of the fluid in the link
   * @param viscosityPaS dynamic viscosity
   */
  void evaluate(double flowM3S, double densityKgM3, double viscosityPaS, Loss into);

  /** A flow of the usual size in m3/s, where iteration starts. */
  double typicalFlowM3S();

  /** Whether flow against the link's direction shuts it. */
  default boolean oneWay() {
    return false;
  }

  /**
   * Share of a Newton step that may be taken where the law bends so that a whole one would throw
   * the flow far past its mark; 1 for most.
   *
   * @param stepM3S by which the flow would change
   */
  default double stepShare(double flowM3S, double stepM3S) {
    return 1;
  }

  /** Whether nothing can pass. */
  default boolean closed() {
    return false;
  }

  /** The pump in this link, if there is one. */
  default Optional<Pump> pump() {
    return Optional.empty();
  }

  /** What makes this law unusable, if anything does. */
  Optional<Text> fault();

  /** The first fault there is. */
  @SafeVarargs
  static Optional<Text> first(Optional<Text>... faults) {
    for (Optional<Text> fault : faults) {
      if (fault.isPresent()) {
        return fault;
      }
    }
    return Optional.empty();
  }

  /** The fault of a value that must be positive. */
  static Optional<Text> positive(String name, double value) {
    return value > 0 && value < Double.POSITIVE_INFINITY
        ? Optional.empty()
        : Optional.of(Text.of("cooling.fault.positive", Text.of("cooling.value." + name), value));
  }

  /** The fault of a value that must not be negative. */
  static Optional<Text> notNegative(String name, double value) {
    return value >= 0 && value < Double.POSITIVE_INFINITY
        ? Optional.empty()
        : Optional.of(Text.of("cooling.fault.negative", Text.of("cooling.value." + name), value));
  }
}
