package supernode.interop.epanet;

import java.util.Optional;
import java.util.OptionalDouble;

/** A link, in the file's units. */
public sealed interface InpLink {
  String id();

  String from();

  String to();

  /** A pipe; roughness by the file's head loss formula. */
  record Pipe(
      String id,
      String from,
      String to,
      double length,
      double diameter,
      double roughness,
      double minorLoss,
      boolean checkValve)
      implements InpLink {}

  /** A pump by a head curve or by its power. */
  record Pump(
      String id,
      String from,
      String to,
      Optional<String> curve,
      OptionalDouble power,
      double speed,
      Optional<String> pattern)
      implements InpLink {}

  /**
   * A valve.
   *
   * @param setting pressure, flow, loss coefficient or percentage open, by kind
   * @param curve head loss curve of a GPV, opening curve of a PCV
   */
  record Valve(
      String id,
      String from,
      String to,
      double diameter,
      ValveKind kind,
      double setting,
      double minorLoss,
      Optional<String> curve)
      implements InpLink {}

  /** What a valve does. */
  enum ValveKind {
    PRV,
    PSV,
    PBV,
    FCV,
    TCV,
    GPV,
    PCV
  }
}
