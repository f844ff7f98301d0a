package supernode.solve.cooling.power;

/**
 * Equal converters that share a load: power shelves, supplies, regulators, a transformer. A busbar
 * is one of constant efficiency.
 *
 * @param ratedW output of one
 * @param count how many share the load
 * @param spare how many of them may fail with the load still carried
 */
public record Converter(
    String label, double ratedW, int count, int spare, EfficiencyCurve efficiency) {
  /**
   * A converter under load.
   *
   * @param load share of the rated output of all
   * @param lossW turned into heat
   * @param headroomW what could be added before the budget, spares set aside, is used up; negative
   *     beyond it
   */
  public record State(
      double outputW,
      double inputW,
      double lossW,
      double load,
      double efficiency,
      double headroomW) {}

  /** The budget: rated output of all but the spares. */
  public double budgetW() {
    return ratedW * Math.max(0, count - spare);
  }

  /** What it takes in to give this. */
  public State at(double outputW) {
    double rated = ratedW * count;
    double load = rated > 0 ? outputW / rated : 0;
    double share = efficiency.at(load);
    double input = outputW / share;
    return new State(outputW, input, input - outputW, load, share, budgetW() - outputW);
  }
}
