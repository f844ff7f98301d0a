package supernode.analysis;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import supernode.analysis.loop.CoolingStage;
import supernode.analysis.rule.NetworkRule;
import supernode.analysis.rule.Rule;
import supernode.analysis.rule.Situation;
import supernode.catalog.Catalog;
import supernode.design.Design;
import supernode.design.Fabric;
import supernode.design.Scenario;
import supernode.quantity.Text;
import supernode.solve.Outcome;
import supernode.topology.Expansion;
import supernode.topology.SystemModel;

/**
 * Answers everything about a design under a scenario. Each stage remembers its last answer and is
 * asked again only when something that it reads has changed: moving a part on the canvas solves
 * nothing, a pump's speed only the loop. Not for use by several threads at once.
 */
public final class Analyst {
  private static final Set<Fabric> NETWORKS =
      EnumSet.of(Fabric.SCALE_UP, Fabric.SCALE_OUT, Fabric.INTER_SITE);
  private static final Set<Fabric> COOLING = EnumSet.of(Fabric.LOOP, Fabric.HEAT, Fabric.MEMORY);

  private final Catalog catalog;
  private final Executor beside;
  private final Stage<StageInputs.Drawing, Outcome<Unrolled.Sound>> whole = new Stage<>();
  private final Stage<StageInputs.Failing, Outcome<Unrolled>> unrolled = new Stage<>();
  private final Networks networks = new Networks();
  private final Stage<StageInputs.Cooled, Outcome<CoolingAnswer>> cooling = new Stage<>();
  private final Stage<StageInputs.Powered, PowerAnswer> power = new Stage<>();
  private final CoolingStage loop = new CoolingStage();

  /** Solves one stage after the other. */
  public Analyst(Catalog catalog) {
    this(catalog, Runnable::run);
  }

  /**
   * @param beside runs the networks while the calling thread solves loop and power, which need
   *     nothing of them
   */
  public Analyst(Catalog catalog, Executor beside) {
    this.catalog = catalog;
    this.beside = beside;
  }

  /**
   * The sums and the rules on the drawing, at once; what takes longer stays as it was before.
   *
   * @param before an earlier answer whose networks, cooling and power are kept
   */
  public Analysis quick(Design design, String scenario, Optional<Analysis> before) {
    long start = System.nanoTime();
    Catalog library = design.library(catalog);
    Outcome<Unrolled> model = unroll(design, library, design.scenarios().get(scenario));
    return answer(
        design,
        scenario,
        Analysis.Tier.SUMS,
        model,
        before.map(Analysis::networks).orElse(Map.of()),
        before.map(Analysis::cooling).orElse(Outcome.notApplicable("analysis.notYet")),
        before.map(Analysis::power).orElse(Outcome.notApplicable("analysis.notYet")),
        library,
        start);
  }

  /**
   * The sums and the rules on the drawing, with one reason for all that could not be solved.
   *
   * @param why said in place of every answer of a solver
   */
  public Analysis unsolved(Design design, String scenario, Text why) {
    long start = System.nanoTime();
    Catalog library = design.library(catalog);
    return answer(
        design,
        scenario,
        Analysis.Tier.ALL,
        unroll(design, library, design.scenarios().get(scenario)),
        Map.of(),
        Outcome.notApplicable(why.key(), why.values().toArray()),
        Outcome.notApplicable(why.key(), why.values().toArray()),
        library,
        start);
  }

  /**
   * Rates of the networks with loop and power; on large fabrics what takes longer of the networks
   * stays as it was before, and the answer is not complete.
   *
   * @param before an earlier answer
   * @param cancelled asked now and then; when true, what is returned is of no interest
   */
  public Analysis rates(
      Design design, String scenario, Optional<Analysis> before, BooleanSupplier cancelled) {
    return solved(
        design, scenario, Optional.of(before.map(Analysis::networks).orElse(Map.of())), cancelled);
  }

  /**
   * Everything.
   *
   * @param scenario name of a scenario of the design
   * @param cancelled asked now and then; when true, what is returned is of no interest
   */
  public Analysis full(Design design, String scenario, BooleanSupplier cancelled) {
    return solved(design, scenario, Optional.empty(), cancelled);
  }

  private Analysis solved(
      Design design,
      String scenario,
      Optional<Map<Fabric, Outcome<FabricAnswer>>> before,
      BooleanSupplier cancelled) {
    long start = System.nanoTime();
    Catalog library = design.library(catalog);
    Scenario conditions = design.scenarios().get(scenario);
    Outcome<Unrolled> outcome = unroll(design, library, conditions);
    Unrolled model = outcome.asOptional().orElse(null);
    if (model == null) {
      return answer(
          design,
          scenario,
          Analysis.Tier.ALL,
          outcome,
          Map.of(),
          again(outcome),
          again(outcome),
          library,
          start);
    }
    Map<Fabric, NetworkStage.Choice> choices = NetworkStage.Choice.of(design, conditions);
    Beside<Networks.Answers> fabrics =
        new Beside<>(beside, () -> networks.get(model, NETWORKS, choices, before, cancelled));
    Outcome<CoolingAnswer> cooled;
    Outcome<PowerAnswer> powered;
    try {
      Loads loads = model.loads();
      cooled =
          cooling.get(
              new StageInputs.Cooled(model.wired(COOLING), model.heats(), conditions.ambient()),
              () -> loop.solve(model.model(), loads::heatW, conditions.ambient(), cancelled));
      StageInputs.Powered fed = new StageInputs.Powered(model, drawn(cooled), conditions.ambient());
      powered =
          Outcome.solved(
              power.get(
                  fed, () -> PowerStage.solve(model.model(), loads, fed.drawn(), fed.ambient())));
      // Needs nothing of the networks either.
      List<Result> _ = model.totals();
    } finally {
      fabrics.finish();
    }
    Networks.Answers answers = fabrics.get();
    return answer(
        design,
        scenario,
        answers.complete() ? Analysis.Tier.ALL : Analysis.Tier.RATES,
        outcome,
        answers.fabrics(),
        cooled,
        powered,
        library,
        start);
  }

  private static CoolingPower drawn(Outcome<CoolingAnswer> cooled) {
    return cooled.asOptional().map(CoolingPower::of).orElse(CoolingPower.NONE);
  }

  private Analysis answer(
      Design design,
      String scenario,
      Analysis.Tier tier,
      Outcome<Unrolled> outcome,
      Map<Fabric, Outcome<FabricAnswer>> networks,
      Outcome<CoolingAnswer> cooling,
      Outcome<PowerAnswer> power,
      Catalog library,
      long start) {
    List<Result> totals = outcome.asOptional().map(Unrolled::totals).orElse(List.of());
    List<Finding> findings = List.of();
    List<Finding> solved = List.of();
    Unrolled drawn = outcome.asOptional().orElse(null);
    if (drawn != null) {
      Situation s =
          new Situation(
              design,
              catalog,
              library,
              scenario,
              drawn.model(),
              drawn::isWhole,
              networks,
              cooling,
              power);
      solved = Rule.of(Rule.PHYSICAL, s);
      findings = Rule.all(s, drawn.findings(s), solved);
    }
    long nanos = System.nanoTime() - start;
    Outcome<SystemModel> model =
        outcome.asOptional().map(Unrolled::outcome).orElseGet(() -> again(outcome));
    return new Analysis(
        design,
        scenario,
        tier,
        model,
        totals,
        networks,
        cooling,
        power,
        findings,
        older(tier, solved),
        nanos);
  }

  /** Until all is solved some findings rest on answers of the design before. */
  private static Set<Finding> older(Analysis.Tier tier, List<Finding> solved) {
    return switch (tier) {
      case SUMS -> Set.copyOf(solved);
      case RATES ->
          solved.stream()
              .filter(f -> f.kind().equals(NetworkRule.NOT_COMPUTED))
              .collect(Collectors.toSet());
      case ALL -> Set.of();
    };
  }

  private Outcome<Unrolled> unroll(Design design, Catalog library, Scenario conditions) {
    Outcome<Unrolled.Sound> sound =
        whole.get(
            StageInputs.drawing(design, library),
            () -> {
              try {
                return Outcome.solved(Unrolled.Sound.of(Expansion.whole(design, library)));
              } catch (Expansion.TooLarge e) {
                return Outcome.notApplicable("analysis.tooLarge", e.wanted(), e.bound());
              }
            });
    return unrolled.get(
        StageInputs.Failing.of(sound, conditions),
        () -> sound.map(m -> new Unrolled(m, conditions)));
  }

  private static <T> Outcome<T> again(Outcome<Unrolled> outcome) {
    return new Outcome.NotApplicable<>(outcome.whyNot().orElseThrow());
  }
}
