package supernode.analysis;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import supernode.design.Design;
import supernode.design.Fabric;
import supernode.design.Scenario;
import supernode.solve.Outcome;
import supernode.topology.SystemModel;

/**
 * All answers about a design under a scenario.
 *
 * @param scenario name of the scenario
 * @param tier how far it has come; what it did not come to is as it was before
 * @param model the unrolled design; not applicable beyond the bounds of unrolling
 * @param totals headline numbers, in the order they are shown
 * @param networks per signal fabric that has links
 * @param cooling the loop and the chips on it
 * @param power by kind, and the plant's effectiveness
 * @param findings worst first
 * @param older of the findings, those that rest on answers of the design before
 */
public record Analysis(
    Design design,
    String scenario,
    Tier tier,
    Outcome<SystemModel> model,
    List<Result> totals,
    Map<Fabric, Outcome<FabricAnswer>> networks,
    Outcome<CoolingAnswer> cooling,
    Outcome<PowerAnswer> power,
    List<Finding> findings,
    Set<Finding> older,
    long solveNanos) {
  /** How far an analysis has come. */
  public enum Tier {
    /** Sums and the rules on the drawing. */
    SUMS,
    /** And loop, power and the rates of the networks. */
    RATES,
    /** Everything. */
    ALL
  }

  /** Whether everything is of this design. */
  public boolean complete() {
    return tier == Tier.ALL;
  }

  /** Whether a result of this analysis is of this design, and not of one before. */
  public boolean isFresh(Result result) {
    return switch (tier) {
      case SUMS -> totals.contains(result);
      case RATES ->
          FabricResults.isRate(result) || answers().noneMatch(a -> a.results().contains(result));
      case ALL -> true;
    };
  }

  /** Whether a finding is about this design, and not one before. */
  public boolean isFresh(Finding finding) {
    return !older.contains(finding);
  }

  /** Every result with an id, totals first. */
  public Stream<Result> results() {
    Stream<Result> network =
        networks.values().stream()
            .flatMap(o -> o.asOptional().stream())
            .flatMap(a -> a.results().stream());
    Stream<Result> rest =
        Stream.concat(
            cooling.asOptional().stream().flatMap(a -> a.results().stream()),
            power.asOptional().stream().flatMap(a -> a.results().stream()));
    return Stream.concat(totals.stream(), Stream.concat(network, rest));
  }

  public Optional<Result> result(String id) {
    Optional<Result> found = results().filter(r -> r.id().equals(id)).findFirst();
    int dot = id.lastIndexOf('.');
    return found.isPresent() || dot < 0
        ? found
        : at(id.substring(0, dot)).stream().filter(r -> r.id().equals(id)).findFirst();
  }

  /** Results of one instance, for the inspector's "now". */
  public List<Result> at(String place) {
    return Stream.of(
            networks.values().stream()
                .flatMap(o -> o.asOptional().stream())
                .flatMap(a -> a.at(place).stream()),
            cooling.asOptional().stream().flatMap(a -> a.at(place).stream()),
            power.asOptional().stream().flatMap(a -> a.at(place).stream()))
        .flatMap(s -> s)
        .toList();
  }

  /** Values to colour the drawing by; empty while there are none. */
  public Optional<OverlayValues> overlay(Overlay overlay) {
    return switch (overlay) {
      case STRUCTURE -> Optional.empty();
      case UTILISATION ->
          Optional.of(answers().map(a -> a.utilisation().get()).toList())
              .filter(all -> !all.isEmpty())
              .map(OverlayValues::largest);
      case TEMPERATURE -> cooling.asOptional().map(c -> c.temperatures().get());
      case POWER -> power.asOptional().map(p -> p.powers().get());
    };
  }

  /** What links carry, of every fabric that has an answer. */
  public LinkLoads links() {
    return LinkLoads.of(answers().map(FabricAnswer::links).toList());
  }

  /** What pipes carry; nothing without a solved loop. */
  public PipeFlows pipes() {
    return cooling.asOptional().map(CoolingAnswer::pipes).orElse(PipeFlows.NONE);
  }

  /** What is down under the scenario; nothing in designs too large to be unrolled. */
  public Failures failures() {
    return model
        .asOptional()
        .map(m -> Failures.of(m, design.scenarios().getOrDefault(scenario, Scenario.DEFAULT)))
        .orElse(Failures.NONE);
  }

  private Stream<FabricAnswer> answers() {
    return networks.values().stream().flatMap(o -> o.asOptional().stream());
  }

  public long count(Severity severity) {
    return findings.stream().filter(f -> f.severity() == severity).count();
  }
}
