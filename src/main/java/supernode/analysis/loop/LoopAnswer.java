package supernode.analysis.loop;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import supernode.analysis.CoolingAnswer;
import supernode.analysis.Overlay;
import supernode.analysis.OverlayValues;
import supernode.analysis.Result;
import supernode.analysis.Severity;
import supernode.catalog.PartKind;
import supernode.catalog.Property;
import supernode.design.Ambient;
import supernode.quantity.Dimension;
import supernode.quantity.Quantity;
import supernode.quantity.Text;
import supernode.solve.Outcome;
import supernode.solve.cooling.CoolingSolution;
import supernode.solve.cooling.LoopsSolution;
import supernode.solve.cooling.heat.CduState;
import supernode.solve.cooling.heat.ChipState;
import supernode.solve.cooling.hydraulic.Notice;
import supernode.topology.Instance;
import supernode.topology.SystemModel;

/** A cooling solution told in places of the design, with derivations. */
final class LoopAnswer {
  private final SystemModel model;
  private final LoopProblem problem;
  private final LoopsSolution solution;
  private final FlowFormulas flows;
  private final ChipFormulas chipFormulas;
  private final LoopFormulas formulas;
  private final Map<String, List<Result>> perInstance = new HashMap<>();
  private final Map<String, Double> temperatures = new HashMap<>();
  private final List<CoolingAnswer.Chip> chips = new ArrayList<>();
  private final List<CoolingAnswer.Note> notes = new ArrayList<>();

  LoopAnswer(SystemModel model, LoopProblem problem, LoopsSolution solution, Ambient ambient) {
    this.model = model;
    this.problem = problem;
    this.solution = solution;
    this.flows = new FlowFormulas(problem, solution, ambient);
    this.chipFormulas = new ChipFormulas(problem, solution, flows);
    this.formulas = new LoopFormulas(problem, solution, flows, chipFormulas);
  }

  CoolingAnswer answer() {
    chips();
    Map<String, Double> partFlows = partFlows();
    notices();
    return new CoolingAnswer(
        formulas.headline(chips),
        chips,
        new PumpCurves(problem, solution),
        formulas.pumpW(),
        formulas.rejectionW(),
        formulas.rejectedW(),
        plates(),
        notes,
        branches(),
        overlay(),
        partFlows,
        LoopPipes.of(model, problem.map(), solution),
        perInstance,
        new LoopDetails(problem, solution, formulas).detail());
  }

  private void chips() {
    for (int c = 0; c < problem.seats().size(); c++) {
      LoopProblem.Seat seat = problem.seats().get(c);
      if (solution.chip(c).isEmpty()) {
        continue;
      }
      String name = seat.chip().name();
      double limit = seat.chip().values().get(Property.JUNCTION_LIMIT_C, Double.POSITIVE_INFINITY);
      switch (solution.chip(c).orElseThrow()) {
        case ChipState.Starved _ ->
            notes.add(
                new CoolingAnswer.Note(
                    "chip-without-flow",
                    Severity.ERROR,
                    Text.of("finding.chipWithoutFlow", name, seat.plate().name()),
                    name));
        case ChipState.Cooled cooled -> {
          chips.add(new CoolingAnswer.Chip(name, cooled.dieC(), limit, cooled.inletC()));
          temperatures.put(name, cooled.dieC());
          List<Result> own = new ArrayList<>();
          own.add(chipFormulas.junction(seat, cooled));
          cooled.hbmC().ifPresent(hbm -> memory(seat, cooled, hbm, own));
          perInstance.put(name, own);
        }
      }
    }
    chips.sort(Comparator.comparingDouble(CoolingAnswer.Chip::marginK));
  }

  private void memory(
      LoopProblem.Seat seat, ChipState.Cooled cooled, double hbmC, List<Result> own) {
    own.add(chipFormulas.memory(seat, cooled, hbmC));
    double limit = seat.chip().values().get(Property.MEMORY_LIMIT_C, Double.POSITIVE_INFINITY);
    if (hbmC > limit) {
      notes.add(
          new CoolingAnswer.Note(
              "memory-too-hot",
              Severity.ERROR,
              Text.of(
                  "finding.memoryTooHot",
                  seat.chip().name(),
                  new Quantity(hbmC, Dimension.TEMPERATURE),
                  new Quantity(limit, Dimension.TEMPERATURE)),
              seat.chip().name()));
    }
  }

  private Map<String, Double> partFlows() {
    Map<String, Double> through = new HashMap<>();
    problem
        .map()
        .partLinks()
        .forEach((instance, link) -> {
          if (!solution.known(link)) {
            return;
          }
          Instance i = model.instances().get(instance);
          double flow = Math.abs(solution.flowM3S(link));
          through.put(i.name(), flow);
          temperatures.putIfAbsent(i.name(), solution.outletC(link));
          perInstance.computeIfAbsent(i.name(), _ -> new ArrayList<>()).addAll(flows.part(i, link));
        });
    // What all of a manifold's branches together bring or take.
    problem
        .map()
        .mainLinks()
        .forEach((instance, link) -> {
          if (solution.known(link)) {
            temperatures.putIfAbsent(
                model.instances().get(instance).name(), solution.outletC(link));
          }
        });
    return through;
  }

  private List<CoolingAnswer.PlateFlow> plates() {
    List<CoolingAnswer.PlateFlow> plates = new ArrayList<>();
    problem
        .map()
        .partLinks()
        .forEach((instance, link) -> {
          Instance i = model.instances().get(instance);
          double rated = i.values().get(Property.RATED_FLOW, 0);
          if (i.part().kind() == PartKind.COLD_PLATE
              && rated > 0
              && !i.failed()
              && solution.known(link)) {
            plates.add(
                new CoolingAnswer.PlateFlow(i.name(), Math.abs(solution.flowM3S(link)), rated));
          }
        });
    plates.sort(
        Comparator.comparingDouble((CoolingAnswer.PlateFlow p) -> p.flowM3S() / p.ratedM3S())
            .thenComparing(CoolingAnswer.PlateFlow::place));
    return plates;
  }

  /** What leaves the outermost supply manifold, tray by tray. */
  private List<CoolingAnswer.Branch> branches() {
    List<LoopMap.Branch> all = problem.map().branches();
    int outermost =
        all.stream()
            .mapToInt(b -> model.instances().get(b.manifold()).path().steps().size())
            .min()
            .orElse(0);
    Map<String, Double> outlets = warmestOutlets();
    List<CoolingAnswer.Branch> found = new ArrayList<>();
    for (LoopMap.Branch b : all) {
      boolean outer = model.instances().get(b.manifold()).path().steps().size() == outermost;
      boolean fromManifold =
          problem
                  .problem()
                  .network()
                  .links()
                  .get(b.link())
                  .label()
                  .startsWith(model.instances().get(b.manifold()).name() + " ")
              == solution.flowM3S(b.link()) > 0;
      if (outer && fromManifold) {
        Instance fed = model.instances().get(b.fed());
        String place =
            fed.path().steps().size() > outermost
                ? fed.path().steps().subList(0, outermost).stream()
                    .map(Object::toString)
                    .reduce((x, y) -> x + "." + y)
                    .orElse(fed.name())
                : fed.name();
        double outletC = outlets.getOrDefault(place, solution.outletC(b.link()));
        branch(place, Math.abs(solution.flowM3S(b.link())), outletC, found);
      }
    }
    return found;
  }

  private void branch(
      String place, double flowM3S, double outletC, List<CoolingAnswer.Branch> found) {
    found.add(new CoolingAnswer.Branch(place, flowM3S, outletC));
    // A part's own results say it already; a tray's are made here.
    perInstance.computeIfAbsent(
        place,
        _ -> List.of(flows.flow(place, flowM3S), flows.temperature(place, "outletC", outletC)));
  }

  /** Warmest coolant that leaves a part of an assembly, by the assembly's path. */
  private Map<String, Double> warmestOutlets() {
    Map<String, Double> warmest = new HashMap<>();
    for (Map.Entry<Integer, Integer> e : problem.map().partLinks().entrySet()) {
      Instance i = model.instances().get(e.getKey());
      if (i.part().kind() == PartKind.QUICK_DISCONNECT && solution.known(e.getValue())) {
        String name = i.name();
        double outletC = solution.outletC(e.getValue());
        for (int dot = name.lastIndexOf('.'); dot > 0; dot = name.lastIndexOf('.', dot - 1)) {
          warmest.merge(name.substring(0, dot), outletC, Math::max);
        }
      }
    }
    return warmest;
  }

  private OverlayValues overlay() {
    double min = Double.POSITIVE_INFINITY;
    double max = Double.NEGATIVE_INFINITY;
    for (double c : temperatures.values()) {
      min = Math.min(min, c);
      max = Math.max(max, c);
    }
    if (min > max) {
      min = 20;
      max = 90;
    }
    // Steps of five degrees keep the scale still while values move a little.
    double low = 5 * Math.floor(min / 5);
    double high = Math.max(low + 5, 5 * Math.ceil(max / 5));
    return new OverlayValues(Overlay.TEMPERATURE, Dimension.TEMPERATURE, temperatures, low, high);
  }

  /** Loops without an answer, each with a place of its own; the others have theirs. */
  private void unsolved() {
    for (int loop = 0; loop < solution.loops(); loop++) {
      Outcome<CoolingSolution> outcome = solution.outcome(loop);
      String first = firstPlace(loop);
      outcome
          .whyNot()
          .ifPresent(why -> {
            boolean stuck = outcome instanceof Outcome.NotConverged<CoolingSolution>;
            notes.add(
                new CoolingAnswer.Note(
                    stuck ? "loop-unsolved" : "loop-unsolvable",
                    Severity.ERROR,
                    Text.of("finding.loopNotSolved", first, why),
                    place(why).orElse(first)));
          });
    }
  }

  private String firstPlace(int loop) {
    for (int link : problem.system().links(loop)) {
      String label = problem.problem().network().links().get(link).label();
      if (model.find(label).isPresent()) {
        return label;
      }
    }
    return "";
  }

  /** The instance that a reason names first. */
  private Optional<String> place(Text why) {
    return why.values().stream()
        .filter(String.class::isInstance)
        .map(String.class::cast)
        .filter(name -> model.find(name).isPresent())
        .findFirst();
  }

  private void notices() {
    notes.addAll(problem.notes());
    unsolved();
    for (Notice notice : solution.notices()) {
      Severity severity =
          switch (notice.kind()) {
            case NO_DRIVE, DEAD_HEADED, STARVED, UNFED, CAVITATION, BOILING, RUNAWAY ->
                Severity.ERROR;
            case PAST_CURVE, BELOW_ATMOSPHERE, OUTSIDE_FLUID_RANGE, SATURATED, OUT_OF_REACH ->
                Severity.WARNING;
            case PINNED, ISOLATED, CHECK_SHUT, DEW_POINT -> Severity.INFO;
          };
      notes.add(
          new CoolingAnswer.Note(
              "loop-" + notice.kind().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
              severity,
              notice.text(),
              notice.place().contains(" ") ? "" : notice.place()));
    }
    for (int u = 0; u < problem.units().size(); u++) {
      Instance cdu = model.instances().get(problem.units().get(u));
      Optional<CduState> found = solution.cdu(u);
      if (found.isEmpty()) {
        continue;
      }
      CduState state = found.get();
      double capacityW = cdu.values().get(Property.CAPACITY_W, Double.POSITIVE_INFINITY);
      if (state.dutyW() > capacityW) {
        notes.add(
            new CoolingAnswer.Note(
                "cdu-overloaded",
                Severity.ERROR,
                Text.of(
                    "finding.cduOverloaded",
                    cdu.name(),
                    new Quantity(state.dutyW(), Dimension.POWER),
                    new Quantity(capacityW, Dimension.POWER)),
                cdu.name()));
      }
    }
  }
}
