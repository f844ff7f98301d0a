package supernode.solve.network.collective;

/** A stage on the fabric. */
final class PlacedStage {
  private final double[] load;
  private final int steps;
  private final double latencyS;
  private final Manner manner;
  private final boolean across;

  /** How data moves in a stage. */
  enum Manner {
    STEPS,
    /** Chunks fill the levels. */
    PIPELINE,
    /** Switches add up. */
    REDUCTION
  }

  /**
   * A placed stage.
   *
   * @param load by channel, share of the operation's size over all steps of the stage
   * @param steps how many times data is sent on: the rounds, or the levels of a pipeline
   * @param latencyS of all steps together, or of one level of a pipeline
   * @param across whether data leaves a node
   */
  PlacedStage(double[] load, int steps, double latencyS, Manner manner, boolean across) {
    this.load = load;
    this.steps = steps;
    this.latencyS = latencyS;
    this.manner = manner;
    this.across = across;
  }

  /** The same with other loads. */
  PlacedStage withLoad(double[] other) {
    return new PlacedStage(other, steps, latencyS, manner, across);
  }

  double[] load() {
    return load;
  }

  int steps() {
    return steps;
  }

  double latencyS() {
    return latencyS;
  }

  boolean pipeline() {
    return manner == Manner.PIPELINE;
  }

  boolean reduction() {
    return manner == Manner.REDUCTION;
  }

  boolean across() {
    return across;
  }
}
