package supernode.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import supernode.catalog.Property;
import supernode.design.Arrangement;
import supernode.design.Design;
import supernode.design.edit.Edit;

/** Stages answer again only when something that they read has changed. */
class AnalystTest {
  private final Analyst analyst = new Analyst(SampleAnalysis.CATALOG);
  private final Design design = SampleAnalysis.design("gb200-nvl72");
  private final Analysis first = solve(design);

  private Analysis solve(Design d) {
    return analyst.full(d, Design.DEFAULT_SCENARIO, () -> false);
  }

  @Test
  void movingAPartSolvesNothingAgain() {
    Design moved =
        new Edit.Arrange("rack", "cdu", new Arrangement.Grid(700, 100, 300, 200, 1, 0))
            .applyTo(design);
    Analysis next = solve(moved);
    assertThat(next.model()).isSameAs(first.model());
    assertThat(next.networks()).isSameAs(first.networks());
    assertThat(next.cooling()).isSameAs(first.cooling());
  }

  @Test
  void aPumpsSpeedSolvesOnlyTheLoopAgain() {
    Design slower =
        new Edit.SetValue("rack", "cdu", Property.PUMP_SPEED, OptionalDouble.of(0.5))
            .applyTo(design);
    Analysis next = solve(slower);
    assertThat(next.networks()).isSameAs(first.networks());
    assertThat(next.cooling()).isNotSameAs(first.cooling());
  }

  @Test
  void warmAndColdAnswersAgree() {
    Design slower =
        new Edit.SetValue("rack", "cdu", Property.PUMP_SPEED, OptionalDouble.of(0.5))
            .applyTo(design);
    Analysis warm = solve(slower);
    Analysis cold = SampleAnalysis.full(slower, Design.DEFAULT_SCENARIO);
    assertThat(SampleAnalysis.value(warm, "cooling.hottestJunctionC"))
        .isCloseTo(
            SampleAnalysis.value(cold, "cooling.hottestJunctionC"),
            org.assertj.core.api.Assertions.within(0.01));
  }

  @Test
  void theQuickTierKeepsOldAnswersAndSaysSo() {
    Analysis quick = analyst.quick(design, Design.DEFAULT_SCENARIO, Optional.of(first));
    assertThat(quick.complete()).isFalse();
    assertThat(quick.networks()).isSameAs(first.networks());
    assertThat(quick.totals()).isNotEmpty();
  }
}
