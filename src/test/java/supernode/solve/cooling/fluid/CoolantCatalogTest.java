package supernode.solve.cooling.fluid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import supernode.catalog.CatalogReader;
import supernode.catalog.Property;
import supernode.catalog.Reference;

/** What the catalogue says of a coolant is what the solver computes with. */
class CoolantCatalogTest {
  private static final Map<String, String> OTHER_NAMES = Map.of("minoil", "mineral-oil");

  static Stream<Reference> solved() {
    List<String> known = Coolants.all().stream().map(Fluid::id).toList();
    return CatalogReader.references().stream()
        .filter(r -> r.kind() == Reference.Kind.COOLANT && known.contains(fluid(r)));
  }

  private static String fluid(Reference r) {
    String stem = r.id().substring(0, r.id().lastIndexOf('-'));
    return OTHER_NAMES.getOrDefault(stem, stem);
  }

  @ParameterizedTest
  @MethodSource("solved")
  void theSolverComputesWithTheCatalogue(Reference row) {
    Fluid fluid = Coolants.of(fluid(row)).orElseThrow();
    double c = row.values().get(Property.TEMPERATURE_C).orElseThrow();
    // What the last printed digits of the catalogue leave.
    assertThat(fluid.density(c)).isCloseTo(value(row, Property.DENSITY), withinPercentage(0.02));
    assertThat(fluid.heatCapacity(c))
        .isCloseTo(value(row, Property.SPECIFIC_HEAT), withinPercentage(0.02));
    assertThat(fluid.viscosity(c))
        .isCloseTo(value(row, Property.VISCOSITY), withinPercentage(0.02));
    assertThat(fluid.conductivity(c))
        .isCloseTo(value(row, Property.CONDUCTIVITY), withinPercentage(0.02));
  }

  private static double value(Reference row, Property property) {
    return row.values().get(property).orElseThrow();
  }
}
