package supernode.analysis.loop;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import supernode.analysis.CoolingAnswer;
import supernode.analysis.Once;
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
    notices();
    List<CoolingAnswer.Branch> branches = branches();
    return new CoolingAnswer(
        formulas.headline(chips),
        chips,
        new PumpCurves(problem, solution),
        formulas.pumpW(),
        formulas.rejectionW(),
        formulas.rejectedW(),
        plates(),
        notes,
        branches,
        Once.of(this::overlay),
        LoopPipes.of(model, problem.map(), solution),
        Once.of(() -> perInstance(branches)),
        new LoopDetails(problem, solution, formulas).detail());
  }

  private void chips() {
    for (int c = 0; c < problem.seats().size(); c++) {
      LoopProblem.Seat seat = problem.seats().get(c);
      ChipState state = solution.chip(c).orElse(null);
      if (state == null) {
        continue;
      }
      String name = seat.chip().name();
      switch (state) {
        case ChipState.Starved _ ->
            notes.add(
                new CoolingAnswer.Note(
                    "chip-without-flow",
                    Severity.ERROR,
                    Text.of("finding.chipWithoutFlow", name, seat.plate().name()),
                    name));
        case ChipState.Cooled cooled -> {
          double limitC = problem.problem().chips().get(c).dieLimitC();
          chips.add(new CoolingAnswer.Chip(name, cooled.dieC(), limitC, cooled.inletC()));
          if (cooled.hbmC().isPresent()) {
            memory(seat, cooled.hbmC().getAsDouble());
          }
        }
      }
    }
    chips.sort(Comparator.comparingDouble(CoolingAnswer.Chip::marginK));
  }

  private void memory(LoopProblem.Seat seat, double hbmC) {
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

  /** What can be said of each part. */
  private Map<String, List<Result>> perInstance(List<CoolingAnswer.Branch> branches) {
    Map<String, List<Result>> results = new HashMap<>();
    for (int c = 0; c < problem.seats().size(); c++) {
      LoopProblem.Seat seat = problem.seats().get(c);
      if (solution.chip(c).orElse(null) instanceof ChipState.Cooled cooled) {
        List<Result> own = new ArrayList<>();
        own.add(chipFormulas.junction(seat, cooled));
        cooled.hbmC().ifPresent(hbm -> own.add(chipFormulas.memory(seat, cooled, hbm)));
        results.put(seat.chip().name(), own);
      }
    }
    problem
        .map()
        .partLinks()
        .forEach((instance, link) -> {
          if (solution.known(link)) {
            Instance i = model.instances().get(instance);
            results.computeIfAbsent(i.name(), _ -> new ArrayList<>()).addAll(flows.part(i, link));
          }
        });
    // A part's own results say it already; a tray's are made here.
    branches.forEach(b ->
        results.computeIfAbsent(
            b.place(),
            place ->
                List.of(
                    flows.flow(place, b.flowM3S()),
                    flows.temperature(place, "outletC", b.outletC(), false))));
    return results;
  }

  private List<CoolingAnswer.PlateFlow> plates() {
    List<CoolingAnswer.PlateFlow> plates = new ArrayList<>();
    problem
        .map()
        .partLinks()
        .forEach((instance, link) -> {
          Instance i = model.instances().get(instance);
          if (i.part().kind() != PartKind.COLD_PLATE && i.part().kind() != PartKind.HEAT_SINK) {
            return;
          }
          double rated = i.values().get(Property.RATED_FLOW, 0);
          if (rated > 0 && !i.failed() && solution.known(link)) {
            plates.add(
                new CoolingAnswer.PlateFlow(i.name(), Math.abs(solution.flowM3S(link)), rated));
          }
        });
    plates.sort(LoopAnswer::byShare);
    return plates;
  }

  private static int byShare(CoolingAnswer.PlateFlow a, CoolingAnswer.PlateFlow b) {
    int order = Double.compare(a.flowM3S() / a.ratedM3S(), b.flowM3S() / b.ratedM3S());
    return order != 0 ? order : a.place().compareTo(b.place());
  }

  /** What leaves the outermost supply manifold, tray by tray. */
  private List<CoolingAnswer.Branch> branches() {
    List<LoopMap.Branch> all = problem.map().branches();
    int outermost = Integer.MAX_VALUE;
    for (LoopMap.Branch b : all) {
      outermost = Math.min(outermost, depth(b));
    }
    Map<String, Double> outlets = warmestOutlets();
    List<CoolingAnswer.Branch> found = new ArrayList<>();
    String last = "";
    for (LoopMap.Branch b : all) {
      boolean outer = depth(b) == outermost;
      double flowM3S = solution.flowM3S(b.link());
      // Aisles and plenums share their air among ways of its own.
      if (outer && b.away() == flowM3S > 0 && !problem.inAir(b.link())) {
        String name = model.instances().get(b.fed()).name();
        // Branches to one assembly mostly follow each other.
        String place = isBelow(name, last) ? last : shortened(name, outermost);
        last = place;
        Double outletC = outlets.get(place);
        found.add(
            new CoolingAnswer.Branch(
                place, Math.abs(flowM3S), outletC == null ? solution.outletC(b.link()) : outletC));
      }
    }
    return found.isEmpty() ? airways() : found;
  }

  /** Without manifolds, the ways that air takes side by side: past heat sinks and boards. */
  private List<CoolingAnswer.Branch> airways() {
    List<CoolingAnswer.Branch> found = new ArrayList<>();
    problem
        .map()
        .partLinks()
        .forEach((instance, link) -> {
          Instance i = model.instances().get(instance);
          boolean beside =
              i.part().kind() == PartKind.HEAT_SINK || i.part().kind() == PartKind.AIR_DUCT;
          if (beside && solution.known(link)) {
            found.add(
                new CoolingAnswer.Branch(
                    i.name(), Math.abs(solution.flowM3S(link)), solution.outletC(link)));
          }
        });
    return found;
  }

  /** How many steps lead to a manifold. */
  private int depth(LoopMap.Branch b) {
    return model.instances().get(b.manifold()).path().steps().size();
  }

  private static boolean isBelow(String name, String place) {
    return !place.isEmpty()
        && name.length() > place.length()
        && name.charAt(place.length()) == '.'
        && name.startsWith(place);
  }

  /** The first steps of a name. */
  private static String shortened(String name, int steps) {
    int end = -1;
    for (int i = 0; i < steps; i++) {
      end = name.indexOf('.', end + 1);
      if (end < 0) {
        return name;
      }
    }
    return name.substring(0, end);
  }

  /** Warmest coolant that leaves a part of an assembly, by the assembly's path. */
  private Map<String, Double> warmestOutlets() {
    Map<String, Double> warmest = new HashMap<>();
    PartLinks parts = problem.map().partLinks();
    for (int n = 0; n < parts.size(); n++) {
      Instance i = model.instances().get(parts.instance(n));
      int link = parts.of(i.index());
      if (i.part().kind() == PartKind.QUICK_DISCONNECT && solution.known(link)) {
        String name = i.name();
        double outletC = solution.outletC(link);
        for (int dot = name.lastIndexOf('.'); dot > 0; dot = name.lastIndexOf('.', dot - 1)) {
          warmest.merge(name.substring(0, dot), outletC, Math::max);
        }
      }
    }
    return warmest;
  }

  private OverlayValues overlay() {
    Map<String, Double> temperatures = temperatures();
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

  /** Of dies, of the coolant behind other parts, of what passes a manifold. */
  private Map<String, Double> temperatures() {
    Map<String, Double> temperatures = new HashMap<>();
    for (int c = 0; c < problem.seats().size(); c++) {
      if (solution.chip(c).orElse(null) instanceof ChipState.Cooled cooled) {
        temperatures.put(problem.seats().get(c).chip().name(), cooled.dieC());
      }
    }
    PartLinks.Each coolant =
        (instance, link) -> {
          if (solution.known(link)) {
            String name = model.instances().get(instance).name();
            temperatures.putIfAbsent(name, solution.outletC(link));
          }
        };
    problem.map().partLinks().forEach(coolant);
    problem.map().mainLinks().forEach(coolant::accept);
    return temperatures;
  }

  /** Loops without an answer, each with a place of its own; the others have theirs. */
  private void unsolved() {
    for (int loop = 0; loop < solution.loops(); loop++) {
      if (solution.numbers(loop).isPresent()) {
        continue;
      }
      Outcome<CoolingSolution> outcome = solution.outcome(loop);
      int here = loop;
      outcome
          .whyNot()
          .ifPresent(why -> {
            String first = firstPlace(here);
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
