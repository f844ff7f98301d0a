package supernode.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import supernode.catalog.Catalog;
import supernode.catalog.Property;
import supernode.design.Design;
import supernode.design.edit.Edit;

/** Each size holds just so: a little less does not do. */
class SizingTest {
  private static final String DEFAULT = Design.DEFAULT_SCENARIO;
  private static final Design RACK = SampleAnalysis.design("gb200-nvl72");

  private static Sizing sizing(Design design) {
    Catalog library = design.library(SampleAnalysis.CATALOG);
    return new Sizing(SampleAnalysis.full(design, DEFAULT), library);
  }

  private static double margin(Design design) {
    return SampleAnalysis.full(design, DEFAULT)
        .cooling()
        .asOptional()
        .orElseThrow()
        .chips()
        .getFirst()
        .marginK();
  }

  @Test
  void theFlowForALimitIsJustEnough() {
    Proposal p = sizing(RACK).pumpSpeed(0).orElseThrow();
    Design slow = p.edit().applyTo(RACK);
    assertThat(margin(slow)).isBetween(0.0, 1.0);
    assertThat(p.value().value()).isPositive();
    Design slower =
        new Edit.SetInstanceValue(
                "cdu[0]",
                Property.PUMP_SPEED,
                OptionalDouble.of(0.8 * slow.overrides().get("cdu[0]").get(Property.PUMP_SPEED)))
            .applyTo(slow);
    assertThat(margin(slower)).isNegative();
  }

  @Test
  void theWarmestWaterStillHolds() {
    Proposal p = sizing(RACK).facilityWater(2).orElseThrow();
    Design warm = p.edit().applyTo(RACK);
    assertThat(margin(warm)).isBetween(1.9, 2.5);
    assertThat(p.value().value()).isGreaterThan(30);
  }

  @Test
  void theSmallestUnitCarriesTheDuty() {
    Design row = SampleAnalysis.design("row-10-racks");
    Proposal p = sizing(row).smallestCdu("cdu[0]").orElseThrow();
    assertThat(p.edit()).isInstanceOf(Edit.Replace.class);
    double duty = p.value().value();
    String id = ((Edit.Replace) p.edit()).of();
    double capacity =
        SampleAnalysis.CATALOG.part(id).orElseThrow().values().get(Property.CAPACITY_W, 0);
    assertThat(capacity).isGreaterThanOrEqualTo(duty).isLessThanOrEqualTo(2e6);
  }

  @Test
  void aPumpIsChosenByItsDutyPoint() {
    Design tank = SampleAnalysis.design("immersion-tank");
    Proposal p = sizing(tank).smallestPump("pump[0]").orElseThrow();
    assertThat(((Edit.Replace) p.edit()).of()).isEqualTo("pump-inrack");
  }

  @Test
  void branchesAreBalancedByTheirRatings() {
    Proposal p = sizing(RACK).balance().orElseThrow();
    Design balanced = p.edit().applyTo(RACK);
    ToDoubleFunction<Design> spread =
        d -> {
          List<Double> shares =
              SampleAnalysis.full(d, DEFAULT)
                  .cooling()
                  .asOptional()
                  .orElseThrow()
                  .branches()
                  .stream()
                  .filter(b -> b.place().startsWith("compute"))
                  .map(CoolingAnswer.Branch::flowM3S)
                  .sorted(Comparator.naturalOrder())
                  .toList();
          return shares.getLast() / shares.getFirst() - 1;
        };
    assertThat(spread.applyAsDouble(balanced)).isLessThan(0.5 * spread.applyAsDouble(RACK));
  }

  /** What is too hot, starved or too small offers the size that ends it. */
  @Test
  void aFindingOffersTheSizeThatMendsIt() {
    Design hot =
        new Edit.SetValue("rack", "cdu", Property.PUMP_SPEED, OptionalDouble.of(0.08))
            .applyTo(RACK);
    Analysis analysis = SampleAnalysis.full(hot, DEFAULT);
    Finding found = find(analysis, "junction-too-hot");
    assertThat(found.sizes()).extracting(SizeWish::kind).contains(SizeWish.Kind.FLOW);
    Proposal flow = found.sizes().getFirst().of(sizing(hot)).orElseThrow();
    assertThat(margin(flow.edit().applyTo(hot))).isBetween(1.9, 3.0);
  }

  @Test
  void aUnitTooSmallOffersOneThatCarriesTheDuty() {
    Design small =
        new Edit.SetValue("rack", "cdu", Property.CAPACITY_W, OptionalDouble.of(50e3))
            .applyTo(RACK);
    Finding found = find(SampleAnalysis.full(small, DEFAULT), "cdu-overloaded");
    assertThat(found.sizes()).containsExactly(new SizeWish(SizeWish.Kind.CDU, "cdu[0]"));
    assertThat(found.sizes().getFirst().of(sizing(small))).isPresent();
  }

  private static Finding find(Analysis analysis, String kind) {
    return analysis.findings().stream()
        .filter(f -> f.kind().equals(kind))
        .findFirst()
        .orElseThrow();
  }
}
