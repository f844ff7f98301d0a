package supernode.catalog;

/** What passes through a port; only equal families join. */
public sealed interface PortType {
  /**
   * Data.
   *
   * @param protocol for example "NVLink5"; both ends and the link must agree
   * @param lanes lanes per direction
   * @param rateBytesPerS usable rate per direction
   */
  record Signal(String protocol, int lanes, double rateBytesPerS) implements PortType {}

  /**
   * Coolant.
   *
   * @param side which way the part passes coolant through this port
   */
  record Fluid(Side side) implements PortType {}

  /**
   * Electric power.
   *
   * @param side IN for a consumer, OUT for a source
   * @param voltageV nominal
   */
  record Power(Side side, double voltageV) implements PortType {}

  /** A face that heat passes through: a chip's lid, a cold plate's base. */
  record Heat(Side side) implements PortType {}

  /** Direction of a directed port. */
  enum Side {
    IN,
    OUT,
    BOTH
  }
}
