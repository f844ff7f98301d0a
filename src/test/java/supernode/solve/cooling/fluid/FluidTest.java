package supernode.solve.cooling.fluid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FluidTest {
  /** Values of CoolProp 8.0.0 for propylene glycol (25 percent by mass) and water. */
  @ParameterizedTest
  @CsvSource({
    "20, 1019.28, 3920.5, 2.4452, 0.4679, 998.30, 4183.4, 1.0015, 0.5981",
    "30, 1014.90, 3944.6, 1.7761, 0.4769, 995.74, 4179.3, 0.7972, 0.6145",
    "40, 1009.91, 3968.7, 1.3530, 0.4858, 992.30, 4178.9, 0.6528, 0.6286",
    "50, 1004.38, 3992.4, 1.0726, 0.4946, 988.12, 4180.9, 0.5466, 0.6407"
  })
  void fitsMeetTheTablesWithinTheirStatedError(
      double t,
      double rho,
      double cp,
      double mu,
      double k,
      double rhoW,
      double cpW,
      double muW,
      double kW) {
    assertThat(Fluid.PG25.density(t)).isCloseTo(rho, withinPercentage(0.02));
    assertThat(Fluid.PG25.heatCapacity(t)).isCloseTo(cp, withinPercentage(0.007));
    assertThat(1e3 * Fluid.PG25.viscosity(t)).isCloseTo(mu, withinPercentage(0.01));
    assertThat(Fluid.PG25.conductivity(t)).isCloseTo(k, withinPercentage(0.03));
    assertThat(Fluid.WATER.density(t)).isCloseTo(rhoW, withinPercentage(0.005));
    assertThat(Fluid.WATER.heatCapacity(t)).isCloseTo(cpW, withinPercentage(0.008));
    assertThat(1e3 * Fluid.WATER.viscosity(t)).isCloseTo(muW, withinPercentage(0.26));
    assertThat(Fluid.WATER.conductivity(t)).isCloseTo(kW, withinPercentage(0.18));
  }

  @ParameterizedTest
  @CsvSource({"-10", "5", "21.7", "45", "70", "120"})
  void temperatureIsTheInverseOfEnthalpy(double t) {
    assertThat(Fluid.PG25.temperatureC(Fluid.PG25.enthalpy(t))).isCloseTo(t, within(1e-9));
    assertThat(Fluid.WATER.temperatureC(Fluid.WATER.enthalpy(t))).isCloseTo(t, within(1e-9));
  }

  @Test
  void enthalpyRisesByHeatCapacity() {
    double rise = Fluid.PG25.enthalpy(40.001) - Fluid.PG25.enthalpy(39.999);
    assertThat(rise / 0.002).isCloseTo(Fluid.PG25.heatCapacity(40), within(1e-3));
  }

  @Test
  void aTableActsAsAProperty() {
    Property oil = new Property.Table(List.of(20.0, 40.0, 60.0), List.of(1900.0, 2000.0, 2200.0));
    assertThat(oil.at(30)).isEqualTo(1950);
    assertThat(oil.at(0)).isEqualTo(1900);
    assertThat(oil.integral(50) - oil.integral(30)).isCloseTo(1975 * 10 + 2050 * 10, within(1e-9));
  }

  @Test
  void outsideItsRangeAFluidSaysSo() {
    assertThat(Fluid.PG25.holdsAt(45)).isTrue();
    assertThat(Fluid.PG25.holdsAt(71)).isFalse();
    assertThat(Fluid.PG25.viscosity(4)).isEqualTo(Fluid.PG25.viscosity(5));
  }

  /** Rows of the reference table of coolants, made with CoolProp 8.0.0 or read in data sheets. */
  @ParameterizedTest
  @CsvSource({
    "pg50, 40, 1025.4, 3607, 2.9137, 0.3695",
    "eg25, 20, 1031.0, 3811, 1.8989, 0.4859",
    "pao4, 40, 807, 2210, 13.56, 0.14",
    "pao2, 60, 771, 2310, 2.54, 0.137",
    "pao6, 40, 814, 2200, 25.2, 0.144",
    "mineral-oil, 40, 835, 2000, 9.0, 0.13",
    "fc40, 25, 1855, 1100, 4.1, 0.065",
    "novec7100, 25, 1510, 1183, 0.58, 0.069"
  })
  void coolantsByTableAreTheirRows(
      String id, double t, double rho, double cp, double mu, double k) {
    Fluid f = Coolants.of(id).orElseThrow();
    assertThat(f.density(t)).isEqualTo(rho);
    assertThat(f.heatCapacity(t)).isEqualTo(cp);
    assertThat(1e3 * f.viscosity(t)).isCloseTo(mu, withinPercentage(1e-9));
    assertThat(f.conductivity(t)).isEqualTo(k);
    assertThat(f.holdsAt(t)).isTrue();
    assertThat(f.holdsAt(t + 61)).isFalse();
  }

  @Test
  void everyCoolantSaysWhereItComesFromAndWhatItsPercentageCounts() {
    assertThat(Coolants.all()).hasSizeGreaterThanOrEqualTo(15);
    for (Fluid f : Coolants.all()) {
      assertThat(f.origin().source()).isNotBlank();
      boolean mixed = f.origin().basis() != Origin.Basis.PURE;
      assertThat(f.origin().percent() > 0).as(f.id()).isEqualTo(mixed);
      for (double t = f.minC(); t <= f.maxC(); t += 2.5) {
        assertThat(f.density(t)).isPositive();
        assertThat(f.viscosity(t)).isPositive().isLessThanOrEqualTo(f.viscosity(f.minC()));
        assertThat(f.temperatureC(f.enthalpy(t))).isCloseTo(t, within(1e-9));
      }
    }
    assertThat(Coolants.of("pg25")).contains(Fluid.PG25);
    assertThat(Fluid.PG25.origin().basis()).isEqualTo(Origin.Basis.BY_MASS);
  }

  /** Saturation of water by IAPWS-IF97: 7.3849 kPa at 40, 101.42 kPa at 100 degrees Celsius. */
  @Test
  void waterBoilsAtItsVapourPressureAndGlycolLater() {
    assertThat(Fluid.WATER.vapourPressurePa(40).orElseThrow())
        .isCloseTo(7384.9, withinPercentage(0.3));
    assertThat(Fluid.WATER.vapourPressurePa(100).orElseThrow())
        .isCloseTo(101420, withinPercentage(0.3));
    assertThat(Fluid.PG25.vapourPressurePa(40).orElseThrow()).isBetween(6800.0, 6900.0);
    assertThat(Coolants.of("fc40").orElseThrow().vapourPressurePa(25)).isEmpty();
  }
}
