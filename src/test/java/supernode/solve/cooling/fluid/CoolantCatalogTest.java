package supernode.solve.cooling.fluid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
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
    close(fluid.density(c), row, Property.DENSITY);
    close(fluid.heatCapacity(c), row, Property.SPECIFIC_HEAT);
    close(fluid.viscosity(c), row, Property.VISCOSITY);
    close(fluid.conductivity(c), row, Property.CONDUCTIVITY);
  }

  /** Within what the last printed digit leaves, of four digits and more. */
  private static void close(double computed, Reference row, Property property) {
    double printed = value(row, property);
    BigDecimal digits = BigDecimal.valueOf(printed).stripTrailingZeros();
    double half = digits.ulp().doubleValue() / 2;
    double least = 0.0002 * printed;
    assertThat(computed)
        .as(row.id() + " " + property)
        .isCloseTo(printed, within(Math.max(least, Math.min(half, 0.0005 * printed))));
  }

  private static double value(Reference row, Property property) {
    return row.values().get(property).orElseThrow();
  }
}
