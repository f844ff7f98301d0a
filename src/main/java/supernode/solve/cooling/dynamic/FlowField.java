package supernode.solve.cooling.dynamic;

import java.util.List;
import supernode.solve.cooling.AmbientLoss;
import supernode.solve.cooling.CoolingProblem;
import supernode.solve.cooling.HeatInput;
import supernode.solve.cooling.fluid.Fluid;
import supernode.solve.cooling.heat.Advection;
import supernode.solve.cooling.heat.ChipPackage;
import supernode.solve.cooling.hydraulic.HydraulicSolution;
import supernode.solve.cooling.power.PumpDrive;
import supernode.solve.cooling.power.PumpDuty;

/** What a solved flow means for heat; it stands still between two solutions of the flow. */
final class FlowField {
  /** Walls that would pass more than this many transfer units are taken at it. */
  private static final double MOST_WALL_UNITS = 3;

  final HydraulicSolution flow;
  final Advection advection;

  /** Flow of all copies of each link, kg/s, without sign. */
  final double[] massKgS;

  /** Heat of pumps and of parts without junction into all copies of each link. */
  final double[] pumpW;

  final double[] partsW;

  /** Conductance of all walls of each link, and that times what is outside. */
  final double[] wallWK;

  final double[] wallW;

  /** From each chip's plate to the coolant that leaves it. */
  final double[] filmKW;

  FlowField(CoolingProblem problem, Fluid[] fluids, HydraulicSolution flow, double[] cellC) {
    this.flow = flow;
    advection = Advection.of(flow);
    int m = problem.network().links().size();
    massKgS = new double[m];
    pumpW = new double[m];
    partsW = new double[m];
    wallWK = new double[m];
    wallW = new double[m];
    for (int k = 0; k < m; k++) {
      massKgS[k] = advection.moves(k) ? Math.abs(flow.totalMassFlowKgS(k)) : 0;
    }
    for (PumpDrive drive : problem.pumps()) {
      pumpW[drive.link()] += copies(drive.link()) * PumpDuty.of(drive, flow).shaftW();
    }
    for (HeatInput heat : problem.heats()) {
      partsW[heat.link()] += copies(heat.link()) * heat.powerW();
    }
    for (AmbientLoss loss : problem.losses()) {
      int k = loss.link();
      double ua = copies(k) * loss.conductanceWK();
      double rate = massKgS[k] * fluids[k].heatCapacity(cellC[k]);
      // A mixed cell loses as much as a pipe of these transfer units when its conductance is this.
      double mixed = rate * Math.expm1(Math.min(MOST_WALL_UNITS, ua / Math.max(rate, 1e-12)));
      wallWK[k] += Math.max(ua, mixed);
      wallW[k] += Math.max(ua, mixed) * loss.ambientC();
    }
    filmKW = films(problem, fluids, cellC);
  }

  private double[] films(CoolingProblem problem, Fluid[] fluids, double[] cellC) {
    List<ChipPackage> chips = problem.chips();
    double[] onLinkW = new double[massKgS.length];
    for (HeatInput heat : problem.heats()) {
      onLinkW[heat.link()] += heat.powerW();
    }
    for (ChipPackage chip : chips) {
      onLinkW[chip.link()] += chip.liquidW();
    }
    double[] films = new double[chips.size()];
    for (int c = 0; c < films.length; c++) {
      ChipPackage chip = chips.get(c);
      int k = chip.link();
      double rate = massKgS[k] / copies(k) * fluids[k].heatCapacity(cellC[k]);
      double share = chip.liquidW() > 0 ? onLinkW[k] / chip.liquidW() : 1;
      films[c] =
          massKgS[k] > 0
              ? chip.plate().filmKW(Math.abs(flow.flowM3S(k)), share / rate)
              : chip.plate().filmKW(0, 0);
      films[c] = Math.max(films[c], ImplicitStage.LEAST_KW);
    }
    return films;
  }

  double copies(int link) {
    return flow.network().links().get(link).copies();
  }
}
