package supernode.solve.cooling.dynamic;

import java.util.List;
import supernode.solve.cooling.heat.ChipPackage;
import supernode.solve.cooling.heat.ChipStack;
import supernode.solve.cooling.heat.Throttle;

/**
 * Dies, memory and plates of all chips in an implicit step. Each chip's three equations are solved
 * for its coolant's temperature, so that the loop sees of a chip only watts at a temperature:
 * {@code constantW - slopeWK * cellC}.
 */
final class ChipCells {
  private static final double SAME_SHARE = 1e-6;

  private final List<ChipPackage> chips;
  private final List<ChipMass> masses;
  private final List<Throttle> throttles;

  /** Watts of die (and memory) into the plate, by their temperatures above it: row by row. */
  private final double[][] conductance;

  /** Where each chip's power is taken as a line in its junction temperature. */
  private final double[] aboutC;

  private final double[] plateConstant;
  private final double[] plateSlope;
  private final double[][] above;

  /** Watts that a plate of the temperature {@code pinC} gives its coolant at most, per kelvin. */
  private final double[] filmWK;

  /** At its boiling point: it gives just what it gets. */
  private final boolean[] pinned;

  /** Switched off by its trip. */
  final boolean[] off;

  final double[] constantW;
  final double[] slopeWK;

  ChipCells(TransientProblem problem) {
    chips = problem.steady().chips();
    masses = problem.masses();
    throttles = problem.throttles();
    int n = chips.size();
    conductance = new double[n][];
    for (int c = 0; c < n; c++) {
      conductance[c] = inverse(chips.get(c));
    }
    aboutC = new double[n];
    plateConstant = new double[n];
    plateSlope = new double[n];
    above = new double[n][4];
    filmWK = new double[n];
    pinned = new boolean[n];
    off = new boolean[n];
    constantW = new double[n];
    slopeWK = new double[n];
  }

  /** The stack's resistances turned round; memory without power goes with the plate. */
  private static double[] inverse(ChipPackage chip) {
    ChipStack s = chip.stack();
    double die = s.dieKW() + ImplicitStage.LEAST_KW;
    double hbm = s.hbmKW() + ImplicitStage.LEAST_KW;
    double determinant = die * hbm - s.dieByHbmKW() * s.hbmByDieKW();
    if (chip.hbmW() == 0 || determinant <= 0) {
      return new double[] {1 / die, 0, 0, 1 / hbm};
    }
    return new double[] {
      hbm / determinant,
      -s.dieByHbmKW() / determinant,
      -s.hbmByDieKW() / determinant,
      die / determinant
    };
  }

  void about(double[] dieC) {
    System.arraycopy(dieC, 0, aboutC, 0, aboutC.length);
  }

  /** Share of its power that a chip takes at a junction temperature. */
  double share(int c, double dieC) {
    return off[c] ? 0 : throttles.get(c).powerShare(dieC);
  }

  private double slope(int c) {
    return off[c] ? 0 : throttles.get(c).slope(aboutC[c]);
  }

  /** The share as the line has it. */
  private double line(int c, double dieC) {
    return share(c, aboutC[c]) + slope(c) * (dieC - aboutC[c]);
  }

  /**
   * Works out what the loop sees of each chip.
   *
   * @param perS one over the step; 0 asks for the steady state
   */
  void eliminate(HeatState base, double perS, double[] filmKW) {
    for (int c = 0; c < constantW.length; c++) {
      ChipPackage chip = chips.get(c);
      ChipMass mass = masses.get(c);
      double[] g = conductance[c];
      double liquid = 1 - chip.airShare();
      double atZero = line(c, 0);
      double dieW = liquid * chip.dieW();
      double hbmW = liquid * chip.hbmW();
      double a11 = mass.dieJK() * perS + g[0] - dieW * slope(c);
      double a12 = g[1];
      double a21 = g[2] - hbmW * slope(c);
      double a22 = mass.hbmJK() * perS + g[3];
      double r1 = mass.dieJK() * perS * base.dieC[c] + dieW * atZero;
      double r2 = mass.hbmJK() * perS * base.hbmC[c] + hbmW * atZero;
      double e1 = g[0] + g[1];
      double e2 = g[2] + g[3];
      double determinant = a11 * a22 - a12 * a21;
      double[] x = above[c];
      x[0] = (r1 * a22 - a12 * r2) / determinant;
      x[1] = (e1 * a22 - a12 * e2) / determinant;
      x[2] = (a11 * r2 - a21 * r1) / determinant;
      x[3] = (a11 * e2 - a21 * e1) / determinant;
      double f1 = g[0] + g[2];
      double f2 = g[1] + g[3];
      double film = 1 / filmKW[c];
      double losesWK = mass.plateJK() * perS + e1 + e2 - f1 * x[1] - f2 * x[3];
      double getsW = mass.plateJK() * perS * base.plateC[c] + f1 * x[0] + f2 * x[2];
      filmWK[c] = film;
      if (pinned[c]) {
        plateConstant[c] = chip.plate().leastC();
        plateSlope[c] = 0;
        constantW[c] = getsW - losesWK * plateConstant[c];
        slopeWK[c] = 0;
        continue;
      }
      double denominator = losesWK + film;
      plateConstant[c] = getsW / denominator;
      plateSlope[c] = film / denominator;
      constantW[c] = film * plateConstant[c];
      slopeWK[c] = film * (1 - plateSlope[c]);
    }
  }

  /** Temperatures of a chip at its coolant's; returns the watts that it gave off. */
  double settle(int c, double cellC, HeatState into) {
    double plate = plateConstant[c] + plateSlope[c] * cellC;
    double[] x = above[c];
    into.plateC[c] = plate;
    into.dieC[c] = x[0] + x[1] * plate;
    into.hbmC[c] = x[2] + x[3] * plate;
    return chips.get(c).liquidW() * line(c, into.dieC[c]);
  }

  /**
   * Whether a liquid begins or ceases to work at its boiling point: below it, the condenser takes
   * less than it could.
   */
  boolean boils(int c, double cellC, double plateC) {
    double leastC = chips.get(c).plate().leastC();
    boolean before = pinned[c];
    pinned[c] =
        before
            ? constantW[c] <= filmWK[c] * (leastC - cellC) * (1 + SAME_SHARE)
            : plateC < leastC - SAME_SHARE;
    return pinned[c] != before;
  }

  /** Moves a chip's line to its new junction temperature; whether that changes its power. */
  boolean bend(int c, double dieC) {
    if (Math.abs(line(c, dieC) - share(c, dieC)) <= SAME_SHARE) {
      return false;
    }
    aboutC[c] = dieC;
    return true;
  }

  double storedJ(int c, HeatState s) {
    ChipMass mass = masses.get(c);
    return mass.dieJK() * s.dieC[c] + mass.hbmJK() * s.hbmC[c] + mass.plateJK() * s.plateC[c];
  }
}
