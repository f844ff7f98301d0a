package supernode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import supernode.analysis.Comparison;
import supernode.analysis.Comparison.Line;
import supernode.analysis.Comparison.Sense;
import supernode.analysis.SampleAnalysis;
import supernode.catalog.CatalogReader;
import supernode.quantity.Dimension;
import supernode.quantity.Messages;
import supernode.quantity.Text;
import supernode.report.ComparisonReport;
import supernode.report.HtmlWriter;
import supernode.store.ComparisonSets;
import supernode.store.Samples;

/** Designs side by side: every line says which one is ahead. */
class ComparisonTest {
  private static Line line(Sense sense, double... values) {
    return new Line(
        Text.of("result.power"),
        Dimension.POWER,
        sense,
        Arrays.stream(values)
            .mapToObj(v -> Double.isNaN(v) ? OptionalDouble.empty() : OptionalDouble.of(v))
            .toList());
  }

  private static Comparison of(String... samples) {
    return Comparison.of(Stream.of(samples).map(SolvedSamples::of).toList());
  }

  private static Line named(Comparison comparison, String key) {
    return comparison.lines().stream()
        .filter(l -> l.label().key().equals("result." + key))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void moreOfWhatIsGoodAndLessOfWhatCostsIsAhead() {
    assertThat(line(Sense.MORE, 1, 3, 2).winner()).isEqualTo(OptionalInt.of(1));
    assertThat(line(Sense.LESS, 1, 3, 2).winner()).isEqualTo(OptionalInt.of(0));
    assertThat(line(Sense.NEITHER, 1, 3, 2).winner()).isEmpty();
  }

  @Test
  void aDrawAndALonelyNumberHaveNoWinner() {
    assertThat(line(Sense.MORE, 5, 5.0001, 2).winner()).isEmpty();
    assertThat(line(Sense.MORE, 5, Double.NaN).winner()).isEmpty();
    assertThat(line(Sense.LESS, Double.NaN, 4, 9).winner()).isEqualTo(OptionalInt.of(1));
  }

  @Test
  void differencesAndRatiosAreToTheFirst() {
    Line line = line(Sense.MORE, 4, 5, Double.NaN, 2);
    assertThat(line.difference(0)).isEmpty();
    assertThat(line.difference(1)).hasValue(1);
    assertThat(line.ratio(1)).hasValue(1.25);
    assertThat(line.difference(2)).isEmpty();
    assertThat(line.ratio(3)).hasValue(0.5);
    // Forty degrees are not twice as hot as twenty.
    Line warm =
        new Line(
            Text.of("result.power"),
            Dimension.TEMPERATURE,
            Sense.LESS,
            List.of(OptionalDouble.of(20), OptionalDouble.of(40)));
    assertThat(warm.ratio(1)).isEmpty();
    assertThat(warm.difference(1)).hasValue(20);
  }

  @Test
  void theSameDesignTwiceIsToldApart() {
    Comparison c = of("hgx-h100", "hgx-h100");
    assertThat(c.names()).containsExactly("HGX H100, 8 GPUs (1)", "HGX H100, 8 GPUs (2)");
    assertThat(c.lines()).allMatch(l -> l.winner().isEmpty());
  }

  @Test
  void aMeshOfTheSameSixtyFourPortsIsNearerAndASwitchIsWider() {
    Comparison c = of("ub-mesh-rack", "npu-switch-64");
    assertThat(named(c, "injectionGBps").winner()).isEmpty();
    assertThat(named(c, "allToAllEach").winner()).isEqualTo(OptionalInt.of(1));
    assertThat(named(c, "bisectionEach").winner()).isEqualTo(OptionalInt.of(1));
    assertThat(named(c, "latencyMeanNs").winner()).isEqualTo(OptionalInt.of(0));
    assertThat(named(c, "switchesEach").winner()).isEqualTo(OptionalInt.of(0));
    assertThat(named(c, "powerEach").winner()).isEqualTo(OptionalInt.of(0));
  }

  @Test
  void whereNothingIsKnownOfPowerNobodyIsAheadWithNone() {
    Comparison c =
        Comparison.of(
            Stream.of("ub-mesh-rack", "npu-switch-64")
                .map(n -> SampleAnalysis.full(SampleAnalysis.fabrics(n), "default"))
                .toList());
    assertThat(c.lines()).noneMatch(l -> l.label().key().equals("result.powerEach"));
  }

  /** 625 W of an NPU are a guess: they put it ahead of another guess, not of a data sheet. */
  @Test
  void aGuessIsAheadOfGuessesOnly() {
    Line power = named(of("gb200-nvl72", "ub-mesh-rack", "hgx-h100"), "powerEach");
    assertThat(power.assumed()).containsExactly(1);
    assertThat(power.values().get(1).orElseThrow()).isLessThan(power.values().get(2).orElseThrow());
    assertThat(power.winner()).isEqualTo(OptionalInt.of(2));
    Messages english = new Messages(Locale.ENGLISH);
    assertThat(of("gb200-nvl72", "ub-mesh-rack").lines())
        .filteredOn(
            l -> List.of("PUE", "Hottest junction", "Pump power").contains(english.say(l.label())))
        .hasSize(3)
        .allMatch(l -> l.assumed().contains(1) && l.winner().isEmpty());
    assertThat(named(of("sd200", "hgx-h100"), "fp16PerWatt").assumed()).containsExactly(0);
    assertThat(named(of("gb200-nvl72", "sd200"), "memoryTB").assumed()).containsExactly(1);
  }

  @Test
  void eachDomainHasABisectionOfItsOwn() {
    Line each = named(of("hgx-h100", "immersion-tank"), "bisectionEach");
    assertThat(each.values().get(0)).hasValue(225e9);
    assertThat(each.values().get(1)).hasValue(225e9);
  }

  @Test
  void noTwoLinesAreCalledTheSame() {
    Messages english = new Messages(Locale.ENGLISH);
    assertThat(of("superpod-h100-su", "trn2-ultracluster").lines())
        .extracting(l -> english.say(l.label()))
        .doesNotHaveDuplicates();
  }

  @Test
  void theDocumentOfTheSameDesignTwiceNamesNoWinner() {
    String html =
        HtmlWriter.write(
            ComparisonReport.of(
                List.of(SolvedSamples.of("hgx-h100"), SolvedSamples.of("hgx-h100")),
                CatalogReader.shipped()),
            new Messages(Locale.ENGLISH));
    assertThat(html).contains("HGX H100, 8 GPUs (1), HGX H100, 8 GPUs (2) are ahead in 0 of");
  }

  @Test
  void copperTakesLessPowerAndTimeThanLightInTheSameRack() {
    Comparison c = of("gb200-nvl72", "nvl72-optics");
    assertThat(named(c, "powerEach").winner()).isEqualTo(OptionalInt.of(0));
    assertThat(named(c, "latencyMeanNs").winner()).isEqualTo(OptionalInt.of(0));
    assertThat(named(c, "injectionGBps").winner()).isEmpty();
  }

  @Test
  void coldPlatesTakeLessPowerThanFans() {
    assertThat(named(of("hgx-h100", "h100-cold-plate"), "powerEach").winner())
        .isEqualTo(OptionalInt.of(1));
  }

  @Test
  void setsAreOfSamplesThatThereAre() {
    for (ComparisonSets.Set set : ComparisonSets.ALL) {
      assertThat(Samples.NAMES).as(set.key()).containsAll(set.samples());
      assertThat(set.samples()).hasSizeBetween(Comparison.FEWEST, Comparison.MOST);
    }
    assertThat(ComparisonSets.of("no-such-set")).isEqualTo(Optional.empty());
  }

  @Test
  void oneDesignIsNoComparison() {
    assertThatThrownBy(() -> of("gb200-nvl72")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theDocumentNamesTheWinnersAndLaysTheCurvesOverEachOther() {
    String html =
        HtmlWriter.write(
            ComparisonReport.of(
                List.of(SolvedSamples.of("gb200-nvl72"), SolvedSamples.of("hgx-h100")),
                CatalogReader.shipped()),
            new Messages(Locale.ENGLISH));
    assertThat(html)
        .contains("GB200 NVL72 · HGX H100, 8 GPUs")
        .contains("Differences")
        .contains("All-reduce time")
        .contains("What is public and what assumed");
  }
}
