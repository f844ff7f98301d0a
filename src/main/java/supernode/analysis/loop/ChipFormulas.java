package supernode.analysis.loop;

import java.util.List;
import supernode.analysis.Alike;
import supernode.analysis.Derivation;
import supernode.analysis.Explanation;
import supernode.analysis.Result;
import supernode.catalog.Confidence;
import supernode.catalog.PartKind;
import supernode.catalog.Property;
import supernode.catalog.Sourced;
import supernode.quantity.Dimension;
import supernode.quantity.Quantity;
import supernode.quantity.Text;
import supernode.solve.cooling.HeatInput;
import supernode.solve.cooling.LoopsSolution;
import supernode.solve.cooling.heat.ChipState;
import supernode.solve.cooling.heat.PlateResistance;
import supernode.topology.Instance;

/** Why a chip is as warm as it is: coolant, plate, interface, die. */
final class ChipFormulas {
  private static final Sourced EXPONENT =
      new Sourced(
          PlateResistance.GENERIC_EXPONENT,
          Confidence.ESTIMATE,
          "laminar to transitional flow in microchannels",
          "for plates known by one point");

  private static final Sourced FINS =
      new Sourced(
          PlateResistance.FIN_EXPONENT,
          Confidence.ESTIMATE,
          "laminar boundary layers on fins, Nu ~ Re^0.5",
          "for heat sinks known by one point");

  private final LoopProblem problem;
  private final LoopsSolution solution;
  private final FlowFormulas flows;

  ChipFormulas(LoopProblem problem, LoopsSolution solution, FlowFormulas flows) {
    this.problem = problem;
    this.solution = solution;
    this.flows = flows;
  }

  Result junction(LoopProblem.Seat seat, ChipState.Cooled cooled) {
    return new Result(
        seat.chip().name() + ".junctionC",
        Text.of("result.junctionC"),
        new Quantity(cooled.dieC(), Dimension.TEMPERATURE),
        () -> explainJunction(seat, cooled));
  }

  Result memory(LoopProblem.Seat seat, ChipState.Cooled cooled, double hbmC) {
    return new Result(
        seat.chip().name() + ".memoryC",
        Text.of("result.memoryC"),
        new Quantity(hbmC, Dimension.TEMPERATURE),
        () ->
            Derivation.computed(
                    Text.of("result.memoryC"),
                    hbmC,
                    Dimension.TEMPERATURE,
                    "formula.memory",
                    Derivation.computed(
                        Text.of("explain.plateTop"),
                        cooled.plateC(),
                        Dimension.TEMPERATURE,
                        "formula.sum",
                        coolantIn(seat, cooled),
                        overPlate(seat, cooled)),
                    Derivation.property(seat.joint().type(), Property.THICKNESS_RESISTANCE),
                    Derivation.property(seat.chip(), Property.MEMORY_TO_CASE),
                    memoryPower(seat),
                    diePower(seat))
                .at(seat.chip().name()));
  }

  /** Why the die at a place is as warm as it is. */
  Explanation explainJunction(String place) {
    for (int c = 0; c < problem.seats().size(); c++) {
      LoopProblem.Seat seat = problem.seats().get(c);
      if (seat.chip().name().equals(place)
          && solution.chip(c).orElseGet(ChipState.Starved::new)
              instanceof ChipState.Cooled cooled) {
        return explainJunction(seat, cooled);
      }
    }
    return Explanation.remark(Text.of("result.junctionC"), place);
  }

  private Explanation explainJunction(LoopProblem.Seat seat, ChipState.Cooled cooled) {
    Explanation plate = overPlate(seat, cooled);
    double stackK = cooled.dieC() - cooled.plateC();
    Explanation stack =
        Derivation.computed(
            Text.of("explain.overStack"),
            stackK,
            Dimension.TEMPERATURE_DIFFERENCE,
            "formula.stack",
            Derivation.property(seat.joint().type(), Property.THICKNESS_RESISTANCE),
            Derivation.property(seat.chip(), Property.JUNCTION_TO_CASE),
            diePower(seat));
    boolean plateLimits = cooled.plateC() - cooled.inletC() > stackK;
    return Derivation.computed(
            Text.of("result.junctionC"),
            cooled.dieC(),
            Dimension.TEMPERATURE,
            "formula.junction",
            coolantIn(seat, cooled),
            plateLimits ? plate.asLimiting() : plate,
            plateLimits ? stack : stack.asLimiting(),
            Derivation.property(seat.chip(), Property.JUNCTION_LIMIT_C))
        .at(seat.chip().name());
  }

  private static boolean onFins(LoopProblem.Seat seat) {
    return seat.plate().part().kind() == PartKind.HEAT_SINK;
  }

  private Explanation coolantIn(LoopProblem.Seat seat, ChipState.Cooled cooled) {
    return flows.coolant(Text.of("explain.coolantIn"), cooled.inletC(), onFins(seat));
  }

  private Explanation overPlate(LoopProblem.Seat seat, ChipState.Cooled cooled) {
    if (seat.plate().part().kind() == PartKind.IMMERSION_TANK) {
      return overBath(seat, cooled);
    }
    double flow = Math.abs(solution.flowM3S(problem.map().partLinks().of(seat.plate().index())));
    Explanation resistance =
        Derivation.computed(
            Text.of("explain.resistanceNow"),
            cooled.plateResistanceKW(),
            Dimension.THERMAL_RESISTANCE,
            "formula.plateResistance",
            Derivation.property(seat.plate(), Property.PLATE_RESISTANCE),
            Derivation.property(seat.plate(), Property.RATED_FLOW),
            flows.network(Text.of("explain.plateFlow"), flow, Dimension.FLOW),
            onFins(seat)
                ? Derivation.given(Text.of("explain.finExponent"), FINS, Dimension.FACTOR)
                : Derivation.given(Text.of("explain.exponent"), EXPONENT, Dimension.FACTOR));
    return Derivation.computed(
        Text.of("explain.overPlate"),
        cooled.plateC() - cooled.inletC(),
        Dimension.TEMPERATURE_DIFFERENCE,
        "formula.plate",
        resistance,
        liquidPower(seat));
  }

  private static Explanation overBath(LoopProblem.Seat seat, ChipState.Cooled cooled) {
    return Derivation.computed(
        Text.of("explain.overBath"),
        cooled.plateC() - cooled.inletC(),
        Dimension.TEMPERATURE_DIFFERENCE,
        "formula.bath",
        Derivation.property(seat.plate(), Property.APPROACH_K),
        Derivation.property(seat.plate(), Property.CAPACITY_W),
        Derivation.property(seat.plate(), Property.RATED_FLOW),
        liquidPower(seat));
  }

  /** What of a package's power goes into its plate. */
  private static Explanation liquidPower(LoopProblem.Seat seat) {
    Explanation power = Derivation.property(seat.chip(), Property.POWER_W);
    double share = LoopProblem.takenShare(seat.chip(), seat.plate());
    return share == 1
        ? power
        : Derivation.computed(
            Text.of("explain.packagePower"),
            share * (seat.dieW() + seat.hbmW()),
            Dimension.POWER,
            "formula.powerTimesShare",
            power,
            Derivation.property(seat.chip(), Property.LIQUID_SHARE));
  }

  private Explanation memoryPower(LoopProblem.Seat seat) {
    List<Instance> stacks = problem.stacks(seat.chip());
    return stacks.isEmpty()
        ? Explanation.remark(Text.of("explain.noStacks"), "")
        : Derivation.computed(
            Text.of("explain.hbmPower"),
            seat.hbmW(),
            Dimension.POWER,
            "formula.stacksTimesValue",
            Derivation.count(Text.of("explain.stacks"), stacks.size()),
            Derivation.property(stacks.getFirst(), Property.POWER_W));
  }

  private Explanation diePower(LoopProblem.Seat seat) {
    return Derivation.computed(
        Text.of("explain.diePower"),
        seat.dieW(),
        Dimension.POWER,
        "formula.packageLessMemory",
        Derivation.property(seat.chip(), Property.POWER_W),
        memoryPower(seat));
  }

  /** Heat into the plates, one line for each kind of chip and power. */
  static List<Explanation> heats(LoopProblem problem, LoopsSolution solution, boolean air) {
    Alike<LoopProblem.Seat> alike = new Alike<>();
    for (int c = 0; c < problem.seats().size(); c++) {
      LoopProblem.Seat seat = problem.seats().get(c);
      boolean here = onFins(seat) == air;
      if (here && solution.chip(c).orElseGet(ChipState.Starved::new) instanceof ChipState.Cooled) {
        double share = LoopProblem.takenShare(seat.chip(), seat.plate());
        alike.add(seat.chip().part().name(), share * (seat.dieW() + seat.hbmW()), seat);
      }
    }
    List<Explanation> inputs = alike.lines(ChipFormulas::liquidPower);
    double pastW = 0;
    for (HeatInput h : problem.problem().heats()) {
      pastW += air && problem.inAir(h.link()) && solution.known(h.link()) ? h.powerW() : 0;
    }
    if (pastW > 0) {
      inputs.add(
          Derivation.computed(
              Text.of("explain.airPast"),
              pastW,
              Dimension.POWER,
              "formula.sum",
              Explanation.remark(Text.of("explain.airPastFrom"), "")));
    }
    if (inputs.isEmpty()) {
      inputs.add(Explanation.remark(Text.of("explain.chipsOnPlates", 0), ""));
    }
    return inputs;
  }
}
