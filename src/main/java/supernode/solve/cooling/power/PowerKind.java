package supernode.solve.cooling.power;

import supernode.quantity.Text;

/** What power is spent on inside racks. */
public enum PowerKind {
  ACCELERATOR("accelerator"),
  HBM("hbm"),
  CPU("cpu"),
  SWITCH("switch"),
  NIC("nic"),
  OPTICS("optics"),
  MEMORY("memory"),
  /** Server fans. */
  FAN("fan"),
  /** Lost in supplies, busbars and regulators inside the rack. */
  CONVERSION("conversion"),
  OTHER("other");

  private final String key;

  PowerKind(String key) {
    this.key = key;
  }

  /** Name for people. */
  public Text text() {
    return Text.of("cooling.power." + key);
  }

  /** Whether it is spent on computing, remembering and moving data itself, as TUE counts it. */
  public boolean computes() {
    return this != FAN && this != CONVERSION;
  }
}
