package supernode.solve.cooling.dynamic;

/** What stores the heat of a package, J/K of one: its dies, its memory, lid and plate together. */
public record ChipMass(double dieJK, double hbmJK, double plateJK) {
  /**
   * Of an accelerator of about 1 kW: die 5 to 10 J/K, lid 40 to 60, copper plate 150 to 300
   * (engineering practice, from memory); memory by the volume of its silicon (estimate).
   */
  public static final ChipMass TYPICAL = new ChipMass(8, 2, 275);

  /** Smaller packages have smaller dies and plates; in proportion to power, within limits. */
  public static ChipMass ofPower(double powerW) {
    double share = Math.clamp(powerW / 1000, 0.2, 1.5);
    return new ChipMass(share * TYPICAL.dieJK, share * TYPICAL.hbmJK, share * TYPICAL.plateJK);
  }

  /**
   * Under a heat sink in place of a plate: for 1 kW about 1.6 kg of aluminium and copper at 0.4 to
   * 0.9 J/(g K). Assumption.
   */
  private static final double SINK_JK = 1100;

  /** The same package under a heat sink in air. */
  public ChipMass underSink() {
    return new ChipMass(dieJK, hbmJK, plateJK / TYPICAL.plateJK * SINK_JK);
  }

  /** In a bath that stores so much more. */
  public ChipMass inBath(double bathJK) {
    return new ChipMass(dieJK, hbmJK, plateJK + bathJK);
  }
}
