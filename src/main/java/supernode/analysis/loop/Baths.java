package supernode.analysis.loop;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntToDoubleFunction;
import supernode.catalog.PartKind;
import supernode.catalog.Property;
import supernode.catalog.Values;
import supernode.solve.cooling.fluid.Fluid;
import supernode.solve.cooling.heat.Bath;
import supernode.topology.Group;
import supernode.topology.Instance;
import supernode.topology.Link;
import supernode.topology.SystemModel;

/** Immersion tanks: what is in each bath. */
final class Baths {
  private static final double RATED_AT_C = 30;

  private final SystemModel model;
  private final IntToDoubleFunction powerW;
  private final Map<Integer, Double> seatedW = new HashMap<>();

  /** Watts of chips of a tank's own assembly, or below, that sit in it. */
  private final Map<Integer, Double> nearbyW = new HashMap<>();

  Baths(SystemModel model, List<Link> joints, IntToDoubleFunction powerW) {
    this.model = model;
    this.powerW = powerW;
    for (Link joint : joints) {
      seat(joint.a(), joint.b());
      seat(joint.b(), joint.a());
    }
  }

  private void seat(int tank, int chip) {
    Instance at = model.instances().get(tank);
    Instance in = model.instances().get(chip);
    if (at.part().kind() == PartKind.IMMERSION_TANK && !in.failed()) {
      double watts = powerW.applyAsDouble(chip);
      seatedW.merge(tank, watts, Double::sum);
      Group g = model.groupOf(tank);
      if (chip >= g.first() && chip < g.end()) {
        nearbyW.merge(tank, watts, Double::sum);
      }
    }
  }

  static boolean takesHeat(Instance part) {
    return switch (part.part().kind()) {
      case COLD_PLATE, HEAT_SINK, IMMERSION_TANK -> true;
      default -> false;
    };
  }

  /** The rest of what stands in a tank's assembly: all of it is in the bath. */
  double restW(Instance tank) {
    Group g = model.groupOf(tank.index());
    double sum = 0;
    for (int i = g.first(); i < g.end(); i++) {
      sum += powerW.applyAsDouble(i);
    }
    return Math.max(0, sum - nearbyW.getOrDefault(tank.index(), 0.0));
  }

  /** Exchanger and bath as one package of a heat sees them. */
  Optional<Bath> share(Instance tank, double heatW) {
    Values v = tank.values();
    OptionalDouble whole =
        Bath.rated(
            v.get(Property.CAPACITY_W, 0),
            v.get(Property.APPROACH_K, 15),
            v.get(Property.RATED_FLOW, 0) * Fluid.WATER.density(RATED_AT_C),
            Fluid.WATER.heatCapacity(RATED_AT_C));
    double allW = seatedW.getOrDefault(tank.index(), 0.0) + restW(tank);
    if (whole.isEmpty()) {
      return Optional.empty();
    }
    OptionalDouble boiling =
        v.find(Property.BOILING_C)
            .map(s -> OptionalDouble.of(s.value()))
            .orElse(OptionalDouble.empty());
    double share = allW > 0 ? Math.max(1e-9, heatW / allW) : 1;
    return Optional.of(new Bath(share * whole.getAsDouble(), boiling));
  }
}
