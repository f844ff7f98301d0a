package supernode.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import supernode.catalog.Property;
import supernode.design.Design;
import supernode.design.edit.Edit;
import supernode.quantity.Messages;
import supernode.topology.Instance;

/** Every number of every sample says where it comes from, down to sources. */
class ExplanationTest {
  private static final Messages ENGLISH = new Messages(Locale.ENGLISH);
  private static final Messages CHINESE = new Messages(Locale.SIMPLIFIED_CHINESE);

  static Stream<Arguments> samples() {
    return Stream.of("gb200-nvl72", "hgx-h100", "mi300x-mesh")
        .flatMap(name -> {
          Design design = SampleAnalysis.design(name);
          return design.scenarios().keySet().stream().map(s -> Arguments.of(name, s));
        });
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everyNumberEndsInSources(String sample, String scenario) {
    Analysis analysis = SampleAnalysis.full(SampleAnalysis.design(sample), scenario);
    Set<String> checked = new HashSet<>();
    List<Result> all = Stream.concat(analysis.results(), instances(analysis)).toList();
    assertThat(all).hasSizeGreaterThan(30);
    for (Result r : all) {
      // Instances that are alike have the same kind of tree.
      if (checked.add(r.id().replaceAll("\\[\\d+]", "[]"))) {
        explained(r);
      }
    }
  }

  @Test
  void aFloatingSupplyNamesTheFacility() {
    Design starved =
        SampleAnalysis.edited(
            SampleAnalysis.design("gb200-nvl72"),
            new Edit.SetValue("rack", "cdu", Property.PRIMARY_FLOW, OptionalDouble.of(5e-4)));
    Analysis analysis = SampleAnalysis.full(starved, Design.DEFAULT_SCENARIO);
    Explanation supply = analysis.result("cooling.supplyC").orElseThrow().explanation().get();
    assertThat(supply.inputs().stream().filter(Explanation::limiting).map(e -> e.label().key()))
        .containsExactly("explain.facilityWater", "explain.primaryFlow");
  }

  private static Stream<Result> instances(Analysis analysis) {
    Stream<String> places =
        analysis.model().asOptional().orElseThrow().instances().stream().map(Instance::name);
    Stream<String> groups =
        analysis.model().asOptional().orElseThrow().groups().stream().map(g -> g.name());
    Stream<String> others =
        Stream.of(
            "power.byKind",
            "scaleUp.traffic.all-to-all",
            "scaleUp.traffic.ring",
            "scaleUp.traffic.permutation");
    return Stream.of(places, groups, others)
        .flatMap(s -> s)
        .flatMap(place -> analysis.at(place).stream());
  }

  private static void explained(Result r) {
    Explanation e = r.explanation().get();
    assertThat(e.value()).as(r.id()).isPresent();
    double shown = r.quantity().value();
    assertThat(e.value().orElseThrow().value())
        .as(r.id())
        .isCloseTo(shown, within(1e-9 * Math.abs(shown) + 1e-15));
    int[] sources = {0};
    walk(
        e,
        node -> {
          assertThat(ENGLISH.has(node.label().key())).as(node.label().key()).isTrue();
          assertThat(CHINESE.has(node.label().key())).as(node.label().key()).isTrue();
          node.formula().ifPresent(f -> assertThat(CHINESE.has(f.key())).as(f.key()).isTrue());
          if (node.value().isPresent()) {
            assertThat(Double.isFinite(node.value().get().value())).as(r.id()).isTrue();
            assertThat(node.source().isPresent() || !node.inputs().isEmpty())
                .as("%s: %s has neither source nor inputs", r.id(), ENGLISH.say(node.label()))
                .isTrue();
          }
          arithmetic(r, node);
          if (node.source().isPresent()) {
            assertThat(node.source().get().source()).as(r.id()).isNotBlank();
            sources[0]++;
          }
        });
    assertThat(sources[0]).as("%s rests on sources", r.id()).isPositive();
  }

  /** Where a formula is a sum or a product, its inputs give its value. */
  private static void arithmetic(Result r, Explanation node) {
    String formula = node.formula().map(f -> f.key()).orElse("");
    double[] inputs =
        node.inputs().stream()
            .flatMap(i -> i.value().stream())
            .mapToDouble(q -> q.value())
            .toArray();
    double expected =
        switch (formula) {
          case "formula.sum" -> DoubleStream.of(inputs).sum();
          case "formula.countTimesEach", "formula.stacksTimesValue", "formula.lengthTimesDelay" ->
              DoubleStream.of(inputs).reduce(1, (a, b) -> a * b);
          case "formula.linksTimesRate" -> pairs(inputs);
          case "formula.packageLessMemory", "formula.itLessLiquid" ->
              inputs[0] - DoubleStream.of(inputs).skip(1).sum();
          case "formula.least" -> DoubleStream.of(inputs).min().orElseThrow();
          case "formula.twiceSlowestEnd", "formula.bothWays" -> 2 * inputs[0];
          case "formula.junction" -> inputs[0] + inputs[1] + inputs[2];
          case "formula.supplyPlusRise" -> inputs[0] + inputs[1];
          case "formula.plate" -> inputs[0] * inputs[1];
          case "formula.plateResistance" -> inputs[0] * Math.pow(inputs[2] / inputs[1], -inputs[3]);
          case "formula.rise" -> inputs[0] / (inputs[1] * inputs[2] * inputs[3]);
          case "formula.pumpPower" -> inputs[0] * inputs[1] / inputs[2];
          case "formula.headerOverRate" -> inputs[0] / inputs[1];
          default -> Double.NaN;
        };
    // The coolant's rise is told with properties at the mean temperature.
    double tolerance = formula.equals("formula.rise") ? 1e-3 : 1e-6;
    if (!Double.isNaN(expected) && inputs.length > 0) {
      assertThat(node.value().orElseThrow().value())
          .as("%s: %s", r.id(), ENGLISH.say(node.label()))
          .isCloseTo(expected, within(tolerance * Math.abs(expected) + 1e-15));
    }
  }

  /** Links of different rates: count and rate alternate. */
  private static double pairs(double[] inputs) {
    double sum = 0;
    for (int i = 0; i + 1 < inputs.length; i += 2) {
      sum += inputs[i] * inputs[i + 1];
    }
    return sum;
  }

  private static void walk(Explanation e, Consumer<Explanation> visit) {
    visit.accept(e);
    e.inputs().forEach(i -> walk(i, visit));
  }
}
