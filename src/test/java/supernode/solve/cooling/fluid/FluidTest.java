package supernode.solve.cooling.fluid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FluidTest {
  /**
   * CoolProp 8.0.0 for propylene glycol (25 percent by mass) and water at 3 bar, as printed:
   * density, heat capacity, dynamic viscosity in mPa s, conductivity, kinematic viscosity in mm2/s.
   */
  @ParameterizedTest
  @CsvSource({
    "pg25, 20, 1019.28, 3920.5, 2.4452, 0.4679, 2.3990",
    "pg25, 30, 1014.90, 3944.6, 1.7761, 0.4769, 1.7500",
    "pg25, 40, 1009.91, 3968.7, 1.3530, 0.4858, 1.3397",
    "pg25, 50, 1004.38, 3992.4, 1.0726, 0.4946, 1.0679",
    "water, 20, 998.30, 4183.4, 1.0015, 0.5981,",
    "water, 30, 995.74, 4179.3, 0.7972, 0.6145,",
    "water, 40, 992.30, 4178.9, 0.6528, 0.6286,",
    "water, 50, 988.12, 4180.9, 0.5466, 0.6407,"
  })
  void everyPrintedPropertyComesOutToItsLastDigit(
      String id, double t, String rho, String cp, String mu, String k, String nu) {
    Fluid f = Coolants.of(id).orElseThrow();
    assertThat(printed(f.density(t), rho)).isEqualTo(rho);
    assertThat(printed(f.heatCapacity(t), cp)).isEqualTo(cp);
    assertThat(printed(1e3 * f.viscosity(t), mu)).isEqualTo(mu);
    assertThat(printed(f.conductivity(t), k)).isEqualTo(k);
    if (nu != null) {
      assertThat(printed(1e6 * f.viscosity(t) / f.density(t), nu)).isEqualTo(nu);
    }
  }

  private static String printed(double value, String as) {
    int digits = as.length() - as.indexOf('.') - 1;
    return new BigDecimal(value).setScale(digits, RoundingMode.HALF_EVEN).toPlainString();
  }

  /** CoolProp 8.0.0 at 3 bar between and beyond the printed rows. */
  @ParameterizedTest
  @CsvSource({
    "pg25, 5, 1024.4825, 3884.1883, 4.3928579, 0.45414022",
    "pg25, 12.5, 1022.0974, 3902.3114, 3.2214942, 0.46101002",
    "pg25, 25, 1017.1742, 3932.5643, 2.0706171, 0.47239067",
    "pg25, 35, 1012.4794, 3956.6707, 1.5417437, 0.48138925",
    "pg25, 57.5, 999.93, 4009.9212, 0.92070838, 0.50107796",
    "pg25, 70, 992.05241, 4038.5078, 0.73645441, 0.51155436",
    "water, 5, 1000.0643, 4204.1845, 1.5178884, 0.56793296",
    "water, 12.5, 999.53555, 4190.7623, 1.2169283, 0.58402531",
    "water, 25, 997.13725, 4180.7396, 0.88999486, 0.60662881",
    "water, 35, 994.12106, 4178.7466, 0.71913846, 0.62180746",
    "water, 57.5, 984.55016, 4183.4639, 0.48427052, 0.64866573",
    "water, 70, 977.85234, 4189.6333, 0.40359986, 0.65986332"
  })
  void betweenThePrintedRowsThePropertiesAreThoseOfTheirSource(
      String id, double t, double rho, double cp, double mu, double k) {
    Fluid f = Coolants.of(id).orElseThrow();
    assertThat(f.density(t)).isCloseTo(rho, withinPercentage(0.001));
    assertThat(f.heatCapacity(t)).isCloseTo(cp, withinPercentage(0.001));
    assertThat(1e3 * f.viscosity(t)).isCloseTo(mu, withinPercentage(0.001));
    assertThat(f.conductivity(t)).isCloseTo(k, withinPercentage(0.001));
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

  /** CoolProp 8.0.0, Air at 101,325 Pa. */
  @ParameterizedTest
  @CsvSource({
    "20, 1.20457518, 1006.14403, 1.82056752e-5, 0.0258738283",
    "35, 1.14578765, 1006.69630, 1.89278310e-5, 0.0269871154",
    "45, 1.10969088, 1007.16536, 1.94010305e-5, 0.0277195056"
  })
  void airIsThatOfCoolProp(double t, double rho, double cp, double mu, double k) {
    assertThat(Fluid.AIR.density(t)).isCloseTo(rho, withinPercentage(0.002));
    assertThat(Fluid.AIR.heatCapacity(t)).isCloseTo(cp, withinPercentage(0.002));
    assertThat(Fluid.AIR.viscosity(t)).isCloseTo(mu, withinPercentage(0.002));
    assertThat(Fluid.AIR.conductivity(t)).isCloseTo(k, withinPercentage(0.002));
  }

  /** Where the polynomials are not read off: p = rho R T, Z of air is 0.9995 to 1. */
  @Test
  void airIsAnIdealGasToAThousandth() {
    assertThat(Fluid.AIR.gas()).isTrue();
    assertThat(Fluid.WATER.gas()).isFalse();
    for (double t = Fluid.AIR.minC(); t <= Fluid.AIR.maxC(); t += 5) {
      double ideal = 101325 / (287.05287 * (t + 273.15));
      assertThat(Fluid.AIR.density(t)).isCloseTo(ideal, withinPercentage(0.1));
    }
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
        // Liquids get thinner as they warm, gases thicker.
        double ofTheCold = f.viscosity(t) / f.viscosity(f.minC());
        assertThat(f.gas() ? 1 / ofTheCold : ofTheCold).as(f.id()).isBetween(0.0, 1.0);
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
