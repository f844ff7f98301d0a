package supernode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import supernode.catalog.CatalogReader;
import supernode.catalog.Confidence;
import supernode.catalog.Origin;
import supernode.catalog.PortType;
import supernode.catalog.Values;
import supernode.design.Design;
import supernode.design.template.Parameters;
import supernode.design.template.SupernodeTemplate;
import supernode.store.Samples;

/**
 * Nobody finds a figure without its source: parts that a design carries say it as the catalogue.
 */
class FigureSourcesTest {
  static List<String> samples() {
    return Samples.NAMES;
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everyFigureOfASamplesOwnPartsSaysWhereItIsFrom(String name) {
    requireSources(Samples.read(name, CatalogReader.shipped()).design());
  }

  @ParameterizedTest
  @CsvSource({"switch, leaf-spine", "two-tier, rails", "torus, fat-tree"})
  void soDoesEveryFigureOfWhatATemplateDraws(String fabric, String network) {
    Map<String, String> wanted =
        Map.of(
            "fabric", fabric,
            "chip", "tpu7x",
            "domain", "128",
            "domains", "4",
            "scaleOut", network);
    Design design = SupernodeTemplate.draw(Parameters.of(wanted), CatalogReader.shipped());
    assertThat(design.parts()).isNotEmpty();
    requireSources(design);
  }

  private static void requireSources(Design design) {
    design
        .parts()
        .forEach(p -> {
          requireSources(p.id(), p.values());
          p.ports().stream()
              .filter(port -> port.type() instanceof PortType.Signal)
              .forEach(port -> {
                String what = design.name() + ": " + p.id() + " " + port.name();
                assertThat(port.origin()).as(what).isPresent();
                requireGrounds(what, port.origin().orElseThrow());
              });
        });
    design.links().forEach(l -> requireSources(l.id(), l.values()));
  }

  private static void requireSources(String id, Values values) {
    values
        .all()
        .forEach((property, v) ->
            requireGrounds(
                id + " " + property.key(), new Origin(v.confidence(), v.source(), v.note())));
  }

  private static void requireGrounds(String what, Origin origin) {
    assertThat(origin.source()).as(what).isNotBlank();
    if (Stream.of(Confidence.ESTIMATE, Confidence.ASSUMPTION)
        .anyMatch(origin.confidence()::equals)) {
      assertThat(origin.note()).as(what).isNotBlank();
    }
  }
}
