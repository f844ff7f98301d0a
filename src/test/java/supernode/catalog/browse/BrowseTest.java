package supernode.catalog.browse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import supernode.catalog.CatalogReader;
import supernode.catalog.Confidence;
import supernode.catalog.PartKind;
import supernode.catalog.Sourced;
import supernode.catalog.Values;
import supernode.quantity.Dimension;

/** The catalogue filtered, sorted, compared and derived from, without a window. */
class BrowseTest {

  private static final Shelf SHELF =
      Shelf.of(CatalogReader.shipped(), CatalogReader.references(), "h100-sxm"::equals, _ -> false);
  private static final Optional<String> CHIPS = Optional.of(PartKind.ACCELERATOR.key());
  private static final Measure YEAR = Measure.of(supernode.catalog.Property.YEAR);
  private static final Measure POWER = Measure.of(supernode.catalog.Property.POWER_W);
  private static final Measure FP8 = Measure.of(supernode.catalog.Property.FP8_DENSE);

  private static String kind(String key) {
    return "kind of " + key;
  }

  private static Entry made(String id, Map<supernode.catalog.Property, Double> values) {
    Map<supernode.catalog.Property, Sourced> sourced =
        new EnumMap<>(supernode.catalog.Property.class);
    values.forEach((p, v) -> sourced.put(p, new Sourced(v, Confidence.SEEN, "page of " + id, "")));
    return new Entry(id, "accelerator", id, "", List.of(), new Values(sourced), List.of(), false);
  }

  private static Entry chip(String id) {
    return SHELF.find("accelerator " + id).orElseThrow();
  }

  private static List<String> ids(Query query) {
    return query.of(SHELF.entries(), BrowseTest::kind).stream().map(Entry::id).toList();
  }

  @Test
  void theShelfHoldsPartsLinksAndWhatIsLookedUp() {
    assertThat(SHELF.kinds()).containsKeys("accelerator", "switch", "link", "coolant", "limit");
    assertThat(SHELF.entries()).extracting(Entry::key).doesNotHaveDuplicates();
    assertThat(SHELF.kinds().values().stream().mapToInt(i -> i).sum())
        .isEqualTo(SHELF.entries().size());
    assertThat(SHELF.makers(CHIPS)).contains("NVIDIA", "AMD", "Huawei").doesNotContain("");
  }

  @Test
  void allWordsOfASearchMustOccur() {
    assertThat(ids(Query.ALL.withWords("nvidia h100")))
        .contains("h100-sxm")
        .doesNotContain("mi300x");
    assertThat(ids(Query.ALL.withKind(CHIPS).withWords("  KIND of accel  NVLink4 ")))
        .contains("h100-sxm", "h200-sxm")
        .doesNotContain("a100-sxm");
    assertThat(ids(Query.ALL.withWords("no such part"))).isEmpty();
  }

  @Test
  void boundsLeaveOutWhatLiesBeyondAndWhatIsNotPublic() {
    Query.Range range = new Query.Range(OptionalDouble.of(2024), OptionalDouble.of(2024));
    Query query = Query.ALL.withKind(CHIPS).withRange(YEAR, range);
    assertThat(query.of(SHELF.entries(), BrowseTest::kind))
        .isNotEmpty()
        .allMatch(e -> YEAR.of(e).orElseThrow().si() == 2024);
    Query hot =
        query.withRange(POWER, new Query.Range(OptionalDouble.of(700), OptionalDouble.empty()));
    assertThat(hot.of(SHELF.entries(), BrowseTest::kind))
        .hasSizeLessThan(query.of(SHELF.entries(), BrowseTest::kind).size())
        .allMatch(e -> POWER.of(e).orElseThrow().si() >= 700);
    assertThat(
            hot.withRange(POWER, new Query.Range(OptionalDouble.empty(), OptionalDouble.empty())))
        .isEqualTo(query);
  }

  @Test
  void makersAndOwnPartsNarrow() {
    assertThat(Query.ALL.withMakers(Set.of("AMD")).of(SHELF.entries(), BrowseTest::kind))
        .isNotEmpty()
        .allMatch(e -> e.maker().equals("AMD"));
    assertThat(ids(Query.ALL.withOwnOnly(true))).containsExactly("h100-sxm");
    assertThat(Query.ALL.withKind(CHIPS).narrows()).isFalse();
    assertThat(Query.ALL.withOwnOnly(true).narrows()).isTrue();
  }

  @Test
  void whatIsBlankStandsLastEitherWay() {
    for (boolean descending : new boolean[] {false, true}) {
      Sorting sorting = new Sorting(List.of(new Sorting.Key(POWER, descending)));
      List<Entry> sorted =
          Query.ALL.withKind(CHIPS).of(SHELF.entries(), BrowseTest::kind).stream()
              .sorted(sorting.order(BrowseTest::kind))
              .toList();
      List<Boolean> blanks = sorted.stream().map(e -> POWER.of(e).isEmpty()).toList();
      assertThat(blanks).contains(true, false).isSorted();
      double[] known =
          sorted.stream().flatMap(e -> POWER.of(e).stream()).mapToDouble(Reading::si).toArray();
      for (int i = 1; i < known.length; i++) {
        assertThat(known[i] - known[i - 1]).matches(d -> descending ? d <= 0 : d >= 0);
      }
    }
  }

  @Test
  void equalFiguresAreSortedByTheNextColumn() {
    Sorting sorting =
        new Sorting(List.of(new Sorting.Key(POWER, true), new Sorting.Key(Field.Word.NAME, false)));
    Entry b = made("b", Map.of(supernode.catalog.Property.POWER_W, 100.0));
    Entry a = made("a", Map.of(supernode.catalog.Property.POWER_W, 100.0));
    Entry c = made("c", Map.of(supernode.catalog.Property.POWER_W, 200.0));
    assertThat(List.of(b, a, c).stream().sorted(sorting.order(BrowseTest::kind)))
        .extracting(Entry::id)
        .containsExactly("c", "a", "b");
  }

  @Test
  void derivedFiguresFollowFromPublishedOnes() {
    // H100: 1,979 TFLOPS dense at 700 W; 3,350 GB/s; 18 NVLinks of 25 GB/s.
    Entry h100 = chip("h100-sxm");
    assertThat(Derived.FP8_PER_WATT.of(h100).orElseThrow().si() / 1e12)
        .isCloseTo(1979.0 / 700, within(1e-9));
    assertThat(Derived.MEMORY_RATE_PER_FP8.of(h100).orElseThrow().si() / 1e-3)
        .isCloseTo(3350.0 / 1979, within(1e-9));
    assertThat(FabricRate.SCALE_UP.of(h100).orElseThrow().si()).isEqualTo(450e9);
    assertThat(FabricRate.SCALE_UP_PER_FP16.of(h100).orElseThrow().si() / 1e-3)
        .isCloseTo(450.0 / 989, within(1e-9));
    assertThat(Derived.FAILURES_PER_YEAR.of(h100).orElseThrow().si())
        .isCloseTo(0.061, within(0.0005));
    // A mesh of eight: seven peers of 64 GB/s each.
    assertThat(FabricRate.SCALE_UP.of(chip("mi300x")).orElseThrow().si()).isEqualTo(448e9);
  }

  /** L/min for each kW, as cold plates and units of distribution are chosen by. */
  @ParameterizedTest
  @CsvSource({
    "cp-gb300tray, 1.16",
    "cp-700w, 1.43",
    "cp-1400w, 1.43",
    "cp-coolit4k, 1.5",
    "cdu-inrow, 1.2",
    "deschutes, 0.95",
    "manifold, 1.5"
  })
  void flowForItsHeatIsThatOfTheSheet(String id, double published) {
    Entry part = Entry.of(CatalogReader.shipped().part(id).orElseThrow(), false);
    assertThat(Derived.FLOW_PER_CAPACITY.of(part).orElseThrow().si() / (1e-6 / 60))
        .isCloseTo(published, within(0.005));
  }

  @Test
  void aDerivedFigureIsBlankWhereAnInputIs() {
    Entry noPower = made("x", Map.of(supernode.catalog.Property.FP8_DENSE, 1e15));
    assertThat(Derived.FP8_PER_WATT.of(noPower)).isEmpty();
    Entry zero =
        made(
            "z",
            Map.of(
                supernode.catalog.Property.FP8_DENSE,
                1e15,
                supernode.catalog.Property.POWER_W,
                0.0));
    assertThat(Derived.FP8_PER_WATT.of(zero)).isEmpty();
  }

  @Test
  void aDerivedFigureIsAsSureAsItsLeastSureInput() {
    Entry e =
        new Entry(
            "e",
            "accelerator",
            "e",
            "",
            List.of(),
            new Values(
                Map.of(
                    supernode.catalog.Property.FP8_DENSE,
                    new Sourced(1e15, Confidence.SEEN, "sheet", ""),
                    supernode.catalog.Property.POWER_W,
                    new Sourced(500, Confidence.ESTIMATE, "press", "class"))),
            List.of(),
            false);
    Reading reading = Derived.FP8_PER_WATT.of(e).orElseThrow();
    assertThat(reading.confidence()).isEqualTo(Confidence.ESTIMATE);
    assertThat(reading.inputs())
        .extracting(Reading.Input::source)
        .containsExactly("sheet", "press");
  }

  @Test
  void everyFigureThatCanBeShownHasASource() {
    for (Entry e : SHELF.entries()) {
      for (Measure m : SHELF.measures(Optional.of(e.kind()))) {
        m.of(e)
            .ifPresent(r ->
                assertThat(r.inputs())
                    .as(e.key() + " " + m.key())
                    .isNotEmpty()
                    .allMatch(i -> !i.source().isBlank() && i.confidence() != null));
      }
    }
  }

  @Test
  void columnsAreTheFiguresThatSomeEntryHas() {
    List<Measure> columns = SHELF.measures(CHIPS);
    assertThat(columns).startsWith(YEAR).contains(FP8, FabricRate.SCALE_UP).doesNotHaveDuplicates();
    assertThat(columns).doesNotContain(Measure.of(supernode.catalog.Property.VISCOSITY));
  }

  @Test
  void theBestOfEachFigureIsMarkedWhereOneEndIsBetter() {
    Comparison c = Comparison.of(List.of(chip("h100-sxm"), chip("a100-sxm"), chip("h200-sxm")));
    Comparison.Row fp16 = row(c, Measure.of(supernode.catalog.Property.FP16_DENSE));
    assertThat(fp16.best()).containsExactlyInAnyOrder(0, 2);
    assertThat(fp16.differs()).isTrue();
    assertThat(row(c, POWER).best()).containsExactly(1);
    // One end of a year is no better, and what one alone tells is no victory.
    assertThat(row(c, YEAR).best()).isEmpty();
    assertThat(row(Comparison.of(List.of(chip("h100-sxm"), chip("a100-sxm"))), FP8).best())
        .isEmpty();
    assertThat(
            row(Comparison.of(List.of(chip("h100-sxm"), chip("a100-sxm"))), FP8).readings().get(1))
        .isEmpty();
  }

  private static Comparison.Row row(Comparison c, Measure m) {
    return c.rows().stream().filter(r -> r.measure().equals(m)).findFirst().orElseThrow();
  }

  @Property(tries = 50)
  void noOtherEntryIsBetterThanTheBest(
      @ForAll @IntRange(min = 2, max = 5) int n,
      @ForAll @DoubleRange(min = 1, max = 9) double seed) {
    List<Entry> entries =
        java.util.stream.IntStream.range(0, n)
            .mapToObj(i ->
                made(
                    "e" + i,
                    Map.of(supernode.catalog.Property.POWER_W, Math.floor(seed * (i + 3)) % 4)))
            .toList();
    Comparison.Row row = row(Comparison.of(entries), POWER);
    double least =
        entries.stream().mapToDouble(e -> POWER.of(e).orElseThrow().si()).min().orElseThrow();
    for (int i = 0; i < n; i++) {
      boolean best = row.differs() && POWER.of(entries.get(i)).orElseThrow().si() == least;
      assertThat(row.best().contains(i)).isEqualTo(best);
    }
  }

  @Test
  void unitsOfDerivedFiguresAreTheTrades() {
    assertThat(Dimension.COMPUTE_PER_POWER.units().getFirst().symbol()).isEqualTo("TFLOPS/W");
    assertThat(Dimension.BANDWIDTH_PER_COMPUTE.units().getFirst().symbol())
        .isEqualTo("GB/s/TFLOPS");
  }
}
