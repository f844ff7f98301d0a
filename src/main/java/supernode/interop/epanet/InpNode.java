package supernode.interop.epanet;

import java.util.List;
import java.util.Optional;

/** A node, in the file's units. */
public sealed interface InpNode {
  String id();

  double elevation();

  /** A draw of fluid, times a pattern. */
  record Demand(double base, Optional<String> pattern) {}

  /**
   * A joint, perhaps with demands.
   *
   * @param emitter flow at one unit of pressure; 0 for none
   */
  record Junction(String id, double elevation, List<Demand> demands, double emitter)
      implements InpNode {
    public Junction {
      demands = List.copyOf(demands);
    }
  }

  /** A head that nothing changes, times a pattern. */
  record Reservoir(String id, double elevation, Optional<String> pattern) implements InpNode {}

  /** A tank; levels above its bottom. */
  record Tank(
      String id,
      double elevation,
      double level,
      double lowest,
      double highest,
      double diameter,
      boolean overflows)
      implements InpNode {}
}
