package supernode.solve.cooling;

import java.util.Optional;
import supernode.quantity.Dimension;
import supernode.solve.cooling.fluid.Fluid;
import supernode.solve.cooling.heat.Cdu;
import supernode.solve.cooling.heat.CduState;
import supernode.solve.cooling.heat.ChipPackage;
import supernode.solve.cooling.heat.ChipState;
import supernode.solve.cooling.heat.PlateResistance;
import supernode.solve.cooling.hydraulic.HydraulicLink;
import supernode.solve.cooling.hydraulic.HydraulicSolution;
import supernode.solve.cooling.power.PumpDrive;
import supernode.solve.cooling.power.PumpDuty;

/** Derivations of a solution's numbers, made when asked for. */
public final class Derivations {
  private final CoolingSolution solution;
  private final CoolingProblem problem;
  private final Fluid fluid;

  public Derivations(CoolingSolution solution) {
    this.solution = solution;
    problem = solution.problem();
    fluid = problem.fluid();
  }

  /** Junction temperature of a package's die; empty without coolant. */
  public Optional<Derivation> die(int chip) {
    ChipPackage p = problem.chips().get(chip);
    return cooled(chip)
        .map(s ->
            Derivation.of(
                "die",
                s.dieC(),
                Dimension.TEMPERATURE,
                p.label(),
                plate(chip, s),
                resistance("dieResistance", p.stack().dieKW(), p),
                Derivation.given("dieHeat", liquid(p) * p.dieW(), Dimension.POWER, p.label()),
                resistance("dieByHbm", p.stack().dieByHbmKW(), p),
                Derivation.given("hbmHeat", liquid(p) * p.hbmW(), Dimension.POWER, p.label())));
  }

  /** Temperature of a package's hottest HBM; empty without coolant or without HBM. */
  public Optional<Derivation> hbm(int chip) {
    ChipPackage p = problem.chips().get(chip);
    return cooled(chip)
        .filter(s -> s.hbmC().isPresent())
        .map(s ->
            Derivation.of(
                "hbm",
                s.hbmC().orElseThrow(),
                Dimension.TEMPERATURE,
                p.label(),
                plate(chip, s),
                resistance("hbmResistance", p.stack().hbmKW(), p),
                Derivation.given("hbmHeat", liquid(p) * p.hbmW(), Dimension.POWER, p.label()),
                resistance("hbmByDie", p.stack().hbmByDieKW(), p),
                Derivation.given("dieHeat", liquid(p) * p.dieW(), Dimension.POWER, p.label())));
  }

  private Optional<ChipState.Cooled> cooled(int chip) {
    return solution.chip(chip) instanceof ChipState.Cooled s ? Optional.of(s) : Optional.empty();
  }

  private static double liquid(ChipPackage p) {
    return 1 - p.airShare();
  }

  private static Derivation resistance(String what, double value, ChipPackage p) {
    return Derivation.given(what, value, Dimension.THERMAL_RESISTANCE, p.label());
  }

  private Derivation plate(int chip, ChipState.Cooled s) {
    ChipPackage p = problem.chips().get(chip);
    PlateResistance plate = p.plate();
    Derivation resistance =
        Derivation.of(
            "plateResistance",
            s.plateResistanceKW(),
            Dimension.THERMAL_RESISTANCE,
            p.label(),
            resistance("plateFloor", plate.floorKW(), p),
            resistance("plateRated", plate.ratedKW(), p),
            Derivation.given("ratedFlow", plate.ratedFlowM3S(), Dimension.FLOW, p.label()),
            Derivation.given("exponent", plate.exponent(), Dimension.FACTOR, p.label()),
            flow(p.link()));
    Derivation heat = Derivation.given("plateHeat", p.liquidW(), Dimension.POWER, p.label());
    return switch (plate.reference()) {
      case INLET ->
          Derivation.of(
              "plate",
              s.plateC(),
              Dimension.TEMPERATURE,
              p.label(),
              inlet(p.link()),
              resistance,
              heat);
      case MEAN ->
          Derivation.of(
                  "plate",
                  s.plateC(),
                  Dimension.TEMPERATURE,
                  p.label(),
                  inlet(p.link()),
                  rise(p.link()),
                  resistance,
                  heat)
              .by("plateAboveMean");
    };
  }

  /** Temperature of the coolant before a link. */
  public Derivation inlet(int link) {
    double t = solution.inletC(link);
    Derivation given = Derivation.given("inlet", t, Dimension.TEMPERATURE, label(link));
    for (int c = 0; c < problem.cdus().size(); c++) {
      double supply = solution.cdu(c).supplyC();
      if (Math.abs(supply - t) < 1e-6) {
        return Derivation.of("inlet", t, Dimension.TEMPERATURE, label(link), supply(c));
      }
    }
    return given;
  }

  /** Rise of the coolant along a link. */
  public Derivation rise(int link) {
    double rise = solution.outletC(link) - solution.inletC(link);
    double mean = (solution.outletC(link) + solution.inletC(link)) / 2;
    double heat =
        Math.abs(solution.flow().massFlowKgS(link))
            * (fluid.enthalpy(solution.outletC(link)) - fluid.enthalpy(solution.inletC(link)));
    return Derivation.of(
        "rise",
        rise,
        Dimension.TEMPERATURE_DIFFERENCE,
        label(link),
        Derivation.given("heatTaken", heat, Dimension.POWER, label(link)),
        flow(link),
        Derivation.given("density", fluid.density(mean), Dimension.FACTOR, fluid.id()),
        Derivation.given("heatCapacity", fluid.heatCapacity(mean), Dimension.FACTOR, fluid.id()));
  }

  /** Volume flow of a link. */
  public Derivation flow(int link) {
    HydraulicSolution flow = solution.flow();
    HydraulicLink l = problem.network().links().get(link);
    double difference = flow.pressurePa(l.from()) - flow.pressurePa(l.to());
    return Derivation.of(
        "flow",
        flow.flowM3S(link),
        Dimension.FLOW,
        l.label(),
        Derivation.given("pressureDifference", difference, Dimension.PRESSURE, l.label()),
        Derivation.given("loss", flow.lossPa(link), Dimension.PRESSURE, l.label()));
  }

  /** Supply temperature of a distribution unit. */
  public Derivation supply(int cdu) {
    Cdu unit = problem.cdus().get(cdu);
    CduState s = solution.cdu(cdu);
    String place = unit.label();
    return switch (s.mode()) {
      case IDLE ->
          Derivation.of("supply", s.supplyC(), Dimension.TEMPERATURE, place, back(cdu))
              .by("supplyIdle");
      case CONTROLLED -> {
        Derivation set =
            Derivation.given("setpoint", unit.setpointC(), Dimension.TEMPERATURE, place);
        Derivation dew =
            Derivation.given("dewPoint", unit.dewPointC(), Dimension.TEMPERATURE, place);
        boolean raised = unit.targetC() > unit.setpointC();
        yield Derivation.of(
            "supply",
            s.supplyC(),
            Dimension.TEMPERATURE,
            place,
            raised ? set : set.asLimiting(),
            raised ? dew.asLimiting() : dew,
            Derivation.given(
                "dewMargin", Cdu.DEW_POINT_MARGIN_K, Dimension.TEMPERATURE_DIFFERENCE, place));
      }
      case SATURATED ->
          Derivation.of(
                  "supply",
                  s.supplyC(),
                  Dimension.TEMPERATURE,
                  place,
                  Derivation.given("facility", unit.primaryInletC(), Dimension.TEMPERATURE, place)
                      .asLimiting(),
                  Derivation.given("primaryFlow", s.primaryFlowM3S(), Dimension.FLOW, place)
                      .asLimiting(),
                  Derivation.given("effectiveness", s.effectiveness(), Dimension.RATIO, place),
                  Derivation.given("duty", s.dutyW(), Dimension.POWER, place))
              .by("supplySaturated");
    };
  }

  /** Return temperature of a distribution unit. */
  public Derivation back(int cdu) {
    CduState s = solution.cdu(cdu);
    String place = problem.cdus().get(cdu).label();
    return Derivation.of(
        "return",
        s.returnC(),
        Dimension.TEMPERATURE,
        place,
        Derivation.given("supply", s.supplyC(), Dimension.TEMPERATURE, place),
        Derivation.given("duty", s.dutyW(), Dimension.POWER, place),
        flow(problem.cdus().get(cdu).link()));
  }

  /** Electrical power of a pump. */
  public Derivation pump(int pump) {
    PumpDrive drive = problem.pumps().get(pump);
    PumpDuty duty = solution.pump(pump);
    double efficiency = duty.shaftW() > 0 ? duty.hydraulicW() / duty.shaftW() : 0;
    return Derivation.of(
        "pump",
        duty.electricW(),
        Dimension.POWER,
        drive.label(),
        flow(drive.link()),
        Derivation.given("pressureRise", duty.risePa(), Dimension.PRESSURE, drive.label()),
        Derivation.given("pumpEfficiency", efficiency, Dimension.RATIO, drive.label()),
        Derivation.given("motorEfficiency", drive.motorShare(), Dimension.RATIO, drive.label()));
  }

  private String label(int link) {
    return problem.network().links().get(link).label();
  }
}
