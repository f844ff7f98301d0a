package supernode.analysis;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** What the pipes carry that a line of the drawing stands for. */
public interface PipeFlows {
  /** Of a design without a solved loop. */
  PipeFlows NONE =
      new PipeFlows() {
        @Override
        public Optional<PipeFlow> of(LinkLine line) {
          return Optional.empty();
        }

        @Override
        public double mostM3S(String at) {
          return 0;
        }
      };

  /** Empty where the line is no pipe of a solved loop. */
  Optional<PipeFlow> of(LinkLine line);

  /** Of one link of the model, m³/s from its first end to its second; empty where unknown. */
  default OptionalDouble hoseM3S(int link) {
    return OptionalDouble.empty();
  }

  /**
   * A part on the way of the coolant.
   *
   * @param outletC where the coolant leaves it
   * @param flowM3S through it
   */
  record Station(String place, double outletC, double flowM3S) {}

  /** The way round the loop through its warmest plate, from unit to unit; empty without one. */
  default List<Station> course() {
    return List.of();
  }

  /**
   * The largest flow of a wiring in assemblies like the one at a path: what thickness is measured
   * by.
   */
  double mostM3S(String at);
}
