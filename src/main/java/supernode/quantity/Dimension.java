package supernode.quantity;

import java.util.List;

/**
 * What a number measures. Numbers are SI inside the studio (temperatures: degrees Celsius); units
 * are chosen here, at the edge, for reading and printing.
 */
public enum Dimension {
  /** Plain number. */
  COUNT(List.of(new Unit("", 1), new Unit("k", 1e3), new Unit("M", 1e6))),
  /** Share of one; printed in percent. */
  RATIO(List.of(new Unit("%", 0.01))),
  /** Ratio printed as it is (PUE, oversubscription). */
  FACTOR(List.of(new Unit("", 1))),
  /** Data rate in one direction, byte/s; 1 GB = 1e9 B. */
  BANDWIDTH(
      List.of(
          new Unit("GB/s", 1e9),
          new Unit("TB/s", 1e12),
          new Unit("PB/s", 1e15),
          new Unit("MB/s", 1e6),
          new Unit("kB/s", 1e3),
          new Unit("B/s", 1),
          new Unit("Gb/s", 1e9 / 8),
          new Unit("Tb/s", 1e12 / 8),
          new Unit("Mb/s", 1e6 / 8),
          new Unit("GiB/s", 1073741824.0),
          new Unit("TiB/s", 1099511627776.0)),
      6),
  /** Byte; 1 GB = 1e9 B. */
  DATA(
      List.of(
          new Unit("GB", 1e9),
          new Unit("TB", 1e12),
          new Unit("PB", 1e15),
          new Unit("MB", 1e6),
          new Unit("kB", 1e3),
          new Unit("B", 1),
          new Unit("GiB", 1073741824.0),
          new Unit("MiB", 1048576.0),
          new Unit("KiB", 1024.0),
          new Unit("TiB", 1099511627776.0)),
      6),
  /** Dense floating-point operations per second. */
  COMPUTE(
      List.of(
          new Unit("TFLOPS", 1e12),
          new Unit("PFLOPS", 1e15),
          new Unit("EFLOPS", 1e18),
          new Unit("GFLOPS", 1e9))),
  /** Second. */
  TIME(
      List.of(
          new Unit("s", 1),
          new Unit("ms", 1e-3),
          new Unit("µs", 1e-6),
          new Unit("us", 1e-6),
          new Unit("ns", 1e-9),
          new Unit("min", 60),
          new Unit("h", 3600)),
      5,
      List.of("us")),
  /** Second, printed as people count hours and days: between failures, of a job, of a repair. */
  DURATION(
      List.of(
          new Unit("s", 1),
          new Unit("min", 60),
          new Unit("h", 3600),
          new Unit("d", 86_400),
          new Unit("ms", 1e-3))),
  /** Time per length, s/m. */
  DELAY_PER_LENGTH(List.of(new Unit("ns/m", 1e-9))),
  /** Operations per second for each watt. */
  COMPUTE_PER_POWER(List.of(new Unit("TFLOPS/W", 1e12), new Unit("GFLOPS/W", 1e9))),
  /** Byte per second for each operation per second. */
  BANDWIDTH_PER_COMPUTE(List.of(new Unit("GB/s/TFLOPS", 1e-3))),
  /** Byte per second for each watt. */
  BANDWIDTH_PER_POWER(List.of(new Unit("GB/s/W", 1e9))),
  /** Watt. */
  POWER(List.of(new Unit("W", 1), new Unit("kW", 1e3), new Unit("MW", 1e6), new Unit("GW", 1e9))),
  /** Joule per bit. */
  ENERGY_PER_BIT(List.of(new Unit("pJ/bit", 1e-12))),
  /** Degree Celsius. */
  TEMPERATURE(List.of(new Unit("°C", 1), new Unit("C", 1)), 1),
  /** Temperature difference, kelvin. */
  TEMPERATURE_DIFFERENCE(List.of(new Unit("K", 1))),
  /** Volume flow, m3/s. */
  FLOW(
      List.of(
          new Unit("L/min", 1e-3 / 60),
          new Unit("LPM", 1e-3 / 60),
          new Unit("m³/h", 1 / 3600.0),
          new Unit("m3/h", 1 / 3600.0),
          new Unit("m³/s", 1),
          new Unit("m3/s", 1),
          new Unit("gpm", 6.30901964e-5)),
      1),
  /** Volume flow of air, m3/s. */
  AIR_FLOW(
      List.of(
          new Unit("m³/h", 1 / 3600.0),
          new Unit("m3/h", 1 / 3600.0),
          new Unit("m³/s", 1),
          new Unit("m3/s", 1),
          new Unit("CFM", 4.719474432e-4)),
      1),
  /** Flow coefficient Kv: m3/h of water at 1 bar, kept in m3/h as the trade does. */
  FLOW_COEFFICIENT(List.of(new Unit("m³/h", 1), new Unit("m3/h", 1)), 1),
  /** Pascal. */
  PRESSURE(
      List.of(
          new Unit("kPa", 1e3),
          new Unit("bar", 1e5),
          new Unit("MPa", 1e6),
          new Unit("Pa", 1),
          new Unit("psi", 6894.757293168)),
      1),
  /** Kelvin per watt. */
  THERMAL_RESISTANCE(List.of(new Unit("K/W", 1))),
  /** Flow that a heat load asks for, m3/s for each watt. */
  FLOW_PER_POWER(List.of(new Unit("L/min/kW", 1e-6 / 60))),
  /** Kilogram per cubic metre. */
  DENSITY(List.of(new Unit("kg/m³", 1), new Unit("kg/m3", 1)), 1),
  /** Joule per kilogram and kelvin. */
  SPECIFIC_HEAT(List.of(new Unit("J/(kg K)", 1))),
  /** Dynamic viscosity, pascal second. */
  VISCOSITY(List.of(new Unit("mPa s", 1e-3))),
  /** Watt per metre and kelvin. */
  CONDUCTIVITY(List.of(new Unit("W/(m K)", 1))),
  /** Joule per kilogram. */
  SPECIFIC_ENERGY(List.of(new Unit("kJ/kg", 1e3))),
  /** Metre. */
  LENGTH(
      List.of(
          new Unit("m", 1),
          new Unit("mm", 1e-3),
          new Unit("µm", 1e-6),
          new Unit("um", 1e-6),
          new Unit("cm", 1e-2),
          new Unit("km", 1e3)),
      4,
      List.of("um")),
  /** Kilogram. */
  MASS(List.of(new Unit("kg", 1), new Unit("g", 1e-3), new Unit("t", 1e3)), 1),
  /** Volt. */
  VOLTAGE(List.of(new Unit("V", 1), new Unit("kV", 1e3))),
  /** Failures per 1e9 h, kept in FIT as the trade does. */
  FAILURE_RATE(List.of(new Unit("FIT", 1))),
  /** Rack units of 44.45 mm, kept in U as the trade does. */
  RACK_UNIT(List.of(new Unit("U", 1))),
  /** Year of introduction. */
  YEAR(List.of(new Unit("", 1)));

  private final List<Unit> units;
  private final int printed;
  private final List<String> aliases;

  Dimension(List<Unit> units) {
    this(units, units.size());
  }

  Dimension(List<Unit> units, int printed) {
    this(units, printed, List.of());
  }

  Dimension(List<Unit> units, int printed, List<String> aliases) {
    this.units = units;
    this.printed = printed;
    this.aliases = aliases;
  }

  /** All units that are understood; the first one is assumed where none is given. */
  public List<Unit> units() {
    return units;
  }

  /** The units that numbers are printed in, a subset of {@link #units()}. */
  public List<Unit> printedUnits() {
    return units.stream().limit(printed).filter(u -> !aliases.contains(u.symbol())).toList();
  }
}
