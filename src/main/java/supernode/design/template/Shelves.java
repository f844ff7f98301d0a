package supernode.design.template;

/** Power shelves of a rack: as many as it needs and one to spare. */
record Shelves(String part, int count) {
  /** What hoses, cables and fans take beyond the plan. */
  private static final double MARGIN = 1.03;

  private static final double SMALL_W = 33e3;
  private static final double LARGE_W = 72e3;

  /** From here on small shelves would take too many units. */
  private static final double MANY_W = 150e3;

  static Shelves of(double watt) {
    boolean large = watt > MANY_W;
    return new Shelves(
        large ? "shelf-hpr-72" : "power-shelf-33kw",
        (int) Math.ceil(MARGIN * watt / (large ? LARGE_W : SMALL_W)) + 1);
  }
}
