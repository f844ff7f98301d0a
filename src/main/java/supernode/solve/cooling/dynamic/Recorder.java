package supernode.solve.cooling.dynamic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import supernode.solve.cooling.CoolingProblem;
import supernode.solve.cooling.fluid.Fluid;
import supernode.solve.cooling.heat.Cdu;
import supernode.solve.cooling.heat.CduState;
import supernode.solve.cooling.heat.ChipPackage;
import supernode.solve.cooling.hydraulic.HydraulicLink;

/** Keeps samples, events and the energy of a run. */
final class Recorder {
  /** Samples of a run, about; fewer where there is much to keep. */
  private static final int MOST_SAMPLES = 400;

  private static final int LEAST_SAMPLES = 40;
  private static final int MOST_NUMBERS = 8_000_000;

  /** Events add samples, this share of the usual distance apart. */
  private static final double EVENT_SHARE = 0.1;

  private static final double ATMOSPHERE_PA = 101325;

  /** No coolant of a closed loop boils below this; above it is looked at. */
  private static final double HOT_C = 60;

  private final TransientProblem problem;
  private final CoolingProblem loop;
  private final ImplicitStage stage;
  private final List<TransientSolution.Sample> samples = new ArrayList<>();
  private final List<TransientEvent> events = new ArrayList<>();
  private final double[] kept = new double[5];
  private final boolean[] throttled;
  private final boolean[] memoryHot;
  private final boolean[] saturated;
  private final boolean[] boiled;

  /** K/s of each die at the start of a step, as far as it is known. */
  private final double[] rateKS;

  private final double everyS;
  private double sampledS = Double.NEGATIVE_INFINITY;

  Recorder(TransientProblem problem, CoolingProblem loop, ImplicitStage stage) {
    this.problem = problem;
    this.loop = loop;
    this.stage = stage;
    int n = loop.chips().size();
    throttled = new boolean[n];
    memoryHot = new boolean[n];
    saturated = new boolean[loop.cdus().size()];
    boiled = new boolean[loop.network().links().size()];
    rateKS = new double[n];
    Arrays.fill(rateKS, Double.NaN);
    int numbers = 2 * boiled.length + 4 * n;
    everyS =
        problem.durationS()
            / Math.clamp(MOST_NUMBERS / Math.max(1, numbers), LEAST_SAMPLES, MOST_SAMPLES);
  }

  /** Adds the watts of a stage over its share of the step, or starts a new sum. */
  void power(double[] joules, double seconds, boolean anew) {
    if (anew) {
      Arrays.fill(joules, 0);
    }
    joules[0] += seconds * stage.chipsW;
    joules[1] += seconds * stage.pumpsW;
    joules[2] += seconds * stage.exchangersW;
    joules[3] += seconds * stage.ambientW;
    joules[4] += seconds * stage.carriedOutW;
  }

  void keep(double[] joules) {
    for (int i = 0; i < kept.length; i++) {
      kept[i] += joules[i];
    }
  }

  double[] joules() {
    return kept;
  }

  /** The state before the first step; what is over its limit then is so at time 0. */
  void start(HeatState now, FlowField field) {
    for (int c = 0; c < throttled.length; c++) {
      limits(c, 0, 0, now, now);
    }
    sample(0, now, field);
  }

  /** Time from the start of a step to the first trip in it; infinite without. */
  double untilTripS(HeatState from, HeatState to, double stepS) {
    double first = Double.POSITIVE_INFINITY;
    for (int c = 0; c < throttled.length; c++) {
      double tripC = problem.throttles().get(c).tripC();
      if (!stage.chips.off[c] && to.dieC[c] >= tripC && from.dieC[c] < tripC) {
        first = Math.min(first, crossing(c, from.dieC[c], to.dieC[c], stepS, tripC));
      }
    }
    return first;
  }

  void accept(double fromS, double toS, HeatState from, FlowField field) {
    int before = events.size();
    for (int c = 0; c < throttled.length; c++) {
      limits(c, fromS, toS, from, stage.at);
      double rate = (stage.at.dieC[c] - from.dieC[c]) / (toS - fromS);
      rateKS[c] = stage.chips.off[c] ? Double.NaN : rate;
    }
    for (int i = 0; i < saturated.length; i++) {
      boolean floats = stage.mode(i) == CduState.Mode.SATURATED;
      if (floats && !saturated[i]) {
        add(toS, TransientEvent.Kind.SATURATED, loop.cdus().get(i).label());
      }
      saturated[i] = floats;
    }
    boolean due = toS - sampledS >= everyS;
    boolean told = events.size() > before && toS - sampledS >= EVENT_SHARE * everyS;
    if (due || told || toS >= problem.durationS()) {
      sample(toS, stage.at, field);
    }
  }

  private void limits(int c, double fromS, double toS, HeatState from, HeatState to) {
    ChipPackage chip = loop.chips().get(c);
    double limitC = problem.throttles().get(c).startC();
    double tripC = problem.throttles().get(c).tripC();
    double stepS = toS - fromS;
    if (!throttled[c] && to.dieC[c] > limitC) {
      throttled[c] = true;
      double at = fromS + crossing(c, from.dieC[c], to.dieC[c], stepS, limitC);
      add(at, TransientEvent.Kind.THROTTLED, chip.label());
    }
    OptionalDouble memory = chip.hbmLimitC();
    if (!memoryHot[c] && memory.isPresent() && to.hbmC[c] > memory.getAsDouble()) {
      memoryHot[c] = true;
      double span = to.hbmC[c] - from.hbmC[c];
      double share = span > 0 ? Math.clamp((memory.getAsDouble() - from.hbmC[c]) / span, 0, 1) : 0;
      add(fromS + share * stepS, TransientEvent.Kind.MEMORY_HOT, chip.label());
    }
    if (!stage.chips.off[c] && to.dieC[c] >= tripC) {
      stage.chips.off[c] = true;
      double at = fromS + crossing(c, from.dieC[c], to.dieC[c], stepS, tripC);
      add(at, TransientEvent.Kind.TRIPPED, chip.label());
    }
  }

  /** When a rising die passes a level in a step: on a parabola by its rate before, if known. */
  private double crossing(int c, double fromC, double toC, double stepS, double levelC) {
    if (fromC >= levelC || toC <= fromC) {
      return 0;
    }
    double linear = (levelC - fromC) / (toC - fromC);
    double bend = Double.isNaN(rateKS[c]) ? 0 : (toC - fromC) - rateKS[c] * stepS;
    double low = 0;
    double high = 1;
    for (int i = 0; i < 40; i++) {
      double x = (low + high) / 2;
      double y = fromC + (toC - fromC) * x - bend * x * (1 - x) / 2;
      if (y < levelC) {
        low = x;
      } else {
        high = x;
      }
    }
    return (Double.isNaN(bend) ? linear : high) * stepS;
  }

  /** Cells hotter than the boiling point at their pressure. */
  void boils(double timeS, double[] cellC, Fluid[] fluids, FlowField field) {
    for (int k = 0; k < cellC.length; k++) {
      if (cellC[k] < HOT_C || boiled[k]) {
        continue;
      }
      HydraulicLink link = loop.network().links().get(k);
      double pressure = field.flow.pressurePa(link.to()) + ATMOSPHERE_PA;
      OptionalDouble vapour = fluids[k].vapourPressurePa(cellC[k]);
      if (vapour.isPresent() && vapour.getAsDouble() > pressure) {
        boiled[k] = true;
        add(timeS, TransientEvent.Kind.BOILS, link.label());
      }
    }
  }

  private void add(double timeS, TransientEvent.Kind kind, String place) {
    add(new TransientEvent(timeS, kind, place));
  }

  void add(TransientEvent event) {
    events.add(event);
  }

  private void sample(double timeS, HeatState s, FlowField field) {
    sampledS = timeS;
    int n = throttled.length;
    double[] share = new double[n];
    Arrays.setAll(share, c -> stage.chips.share(c, s.dieC[c]));
    int units = loop.cdus().size();
    double[] supply = new double[units];
    double[] back = new double[units];
    double[] primary = new double[units];
    double[] duty = new double[units];
    for (int i = 0; i < units; i++) {
      Cdu cdu = stage.cdus().get(i);
      int k = cdu.link();
      supply[i] = stage.outletC(k);
      back[i] = stage.cellC[k];
      primary[i] = stage.still.stands(i) ? s.pocketC[i] : cdu.primaryInletC();
      duty[i] = stage.takenW(k, field);
    }
    double[] flow = new double[loop.pumps().size()];
    Arrays.setAll(flow, p -> field.flow.flowM3S(loop.pumps().get(p).link()));
    double[] through = new double[problem.steady().network().links().size()];
    Arrays.setAll(through, field.flow::flowM3S);
    samples.add(
        new TransientSolution.Sample(
            timeS,
            s.dieC.clone(),
            s.hbmC.clone(),
            s.plateC.clone(),
            share,
            supply,
            back,
            primary,
            duty,
            flow,
            stage.cellC.clone(),
            through));
  }

  TransientSolution solution(TransientBalance balance, TransientSolution.Effort effort) {
    events.sort(Comparator.comparingDouble(TransientEvent::timeS));
    return new TransientSolution(problem, samples, events, balance, effort);
  }
}
