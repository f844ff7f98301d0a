package supernode.analysis.loop;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import supernode.analysis.LoopDetail;
import supernode.catalog.PartKind;
import supernode.solve.cooling.LoopSystem;
import supernode.solve.cooling.LoopsSolution;
import supernode.solve.cooling.fluid.Fluid;
import supernode.solve.cooling.fluid.Origin;
import supernode.solve.cooling.heat.CduState;
import supernode.solve.cooling.heat.ChipState;
import supernode.solve.cooling.heat.Throttle;
import supernode.solve.cooling.heat.WetTower;
import supernode.solve.cooling.power.PumpDuty;
import supernode.topology.Instance;

/** The solution of the loops place by place. */
final class LoopDetails {
  /** Water that a tower evaporates over what it bleeds off. Assumption: four cycles. */
  private static final double CYCLES = 4;

  private final LoopProblem problem;
  private final LoopsSolution solution;
  private final LoopFormulas formulas;

  LoopDetails(LoopProblem problem, LoopsSolution solution, LoopFormulas formulas) {
    this.problem = problem;
    this.solution = solution;
    this.formulas = formulas;
  }

  LoopDetail detail() {
    List<LoopDetail.Unit> units = units();
    return new LoopDetail(parts(), units, pumps(), loops(), plant(units), speeds());
  }

  private List<LoopDetail.Part> parts() {
    List<LoopDetail.Part> parts = new ArrayList<>();
    problem
        .map()
        .partLinks()
        .forEach((instance, k) -> {
          if (solution.known(k)) {
            parts.add(
                new LoopDetail.Part(
                    problem.instance(instance).name(),
                    Math.abs(solution.flowM3S(k)),
                    solution.pressurePa(k),
                    solution.lossPa(k),
                    solution.inletC(k),
                    solution.outletC(k)));
          }
        });
    return parts;
  }

  private List<LoopDetail.Unit> units() {
    List<LoopDetail.Unit> units = new ArrayList<>();
    int own = problem.units().size();
    for (int c = 0; c < problem.problem().cdus().size(); c++) {
      Optional<CduState> state = solution.cdu(c);
      if (state.isEmpty()) {
        continue;
      }
      CduState s = state.get();
      Instance i =
          problem.instance(c < own ? problem.units().get(c) : problem.plants().get(c - own));
      double primaryC =
          c < own && problem.map().primaryLinks().containsKey(i.index())
              ? solution.inletC(problem.map().primaryLinks().get(i.index()))
              : problem.problem().cdus().get(c).primaryInletC();
      units.add(
          new LoopDetail.Unit(
              i.name(),
              s.mode(),
              s.supplyC(),
              s.returnC(),
              s.dutyW(),
              primaryC,
              s.primaryReturnC(),
              s.primaryFlowM3S(),
              c < own ? 0 : formulas.plantW(c - own)));
    }
    return units;
  }

  private List<LoopDetail.Duty> pumps() {
    List<LoopDetail.Duty> pumps = new ArrayList<>();
    for (int p = 0; p < problem.pumps().size(); p++) {
      PumpDuty d = solution.pump(p);
      String place = problem.instance(problem.pumps().get(p)).name();
      pumps.add(new LoopDetail.Duty(place, d.flowM3S(), d.risePa(), d.speed(), d.electricW()));
    }
    return pumps;
  }

  private List<LoopDetail.Loop> loops() {
    List<LoopDetail.Loop> loops = new ArrayList<>();
    LoopSystem system = problem.system();
    for (int l = 0; l < system.size(); l++) {
      Fluid fluid = system.fluid(l);
      Origin origin = fluid.origin();
      loops.add(
          new LoopDetail.Loop(
              system.label(l),
              fluid.id(),
              origin.basis().name().toLowerCase(Locale.ROOT).replace('_', '-'),
              origin.percent(),
              solution.numbers(l).isPresent(),
              solution.numbers(l).map(s -> s.balance().relativeResidual()).orElse(0.0)));
    }
    return loops;
  }

  private LoopDetail.Plant plant(List<LoopDetail.Unit> units) {
    LoopSystem system = problem.system();
    double loopW = 0;
    double facilityW = 0;
    for (int p = 0; p < problem.pumps().size(); p++) {
      int loop = system.loopOf(problem.problem().pumps().get(p).link());
      double w = problem.isServerFan(p) ? 0 : solution.pump(p).electricW();
      boolean chips = system.coolsChips(loop);
      loopW += chips ? w : 0;
      facilityW += chips ? 0 : w;
    }
    Set<String> towers = new HashSet<>();
    for (int p : problem.plants()) {
      if (problem.instance(p).part().kind() == PartKind.COOLING_TOWER) {
        towers.add(problem.instance(p).name());
      }
    }
    double water = 0;
    for (LoopDetail.Unit u : units) {
      if (towers.contains(u.place())) {
        water += WetTower.evaporationKgS(Math.max(0, u.dutyW())) * (1 + 1 / (CYCLES - 1));
      }
    }
    double chillers = formulas.chillersW();
    return new LoopDetail.Plant(
        loopW, facilityW, formulas.rejectionW() - chillers, chillers, water);
  }

  /** Power that a chip above its limit may draw for good, as its speed. */
  private Map<String, Double> speeds() {
    Map<String, Double> speeds = new HashMap<>();
    for (int c = 0; c < problem.seats().size(); c++) {
      if (solution.chip(c).orElse(null) instanceof ChipState.Cooled s && s.marginK() < 0) {
        // Temperatures above the coolant go with power: the share at which the worst fits.
        double limitC = problem.problem().chips().get(c).dieLimitC();
        double share = Math.clamp((limitC - s.inletC()) / (s.dieC() - s.inletC()), 0, 1);
        if (s.hbmC().isPresent()) {
          double memoryLimitC = problem.problem().chips().get(c).hbmLimitC().orElseThrow();
          double memory = (memoryLimitC - s.inletC()) / (s.hbmC().getAsDouble() - s.inletC());
          share = Math.min(share, Math.clamp(memory, 0, 1));
        }
        speeds.put(problem.seats().get(c).chip().name(), Throttle.speed(share));
      }
    }
    return speeds;
  }
}
