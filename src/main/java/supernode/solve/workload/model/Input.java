package supernode.solve.workload.model;

/** How inputs become vectors. */
public sealed interface Input {
  /** Elements of the tables and projections. */
  long weights(long hidden);

  /** Multiply and add per token on the way in. */
  default double flopsPerToken(long hidden) {
    return 0;
  }

  /**
   * Tokens of a vocabulary.
   *
   * @param positions learned ones; 0 where positions are computed
   */
  record Tokens(long vocabulary, long positions) implements Input {
    @Override
    public long weights(long hidden) {
      return (vocabulary + positions) * hidden;
    }
  }

  /** Square pieces of a picture, and one token that gathers the verdict. */
  record Patches(int imagePx, int patchPx, int channels) implements Input {
    /** Pieces of the picture and the token of the verdict. */
    public long tokens() {
      long across = imagePx / patchPx;
      return across * across + 1;
    }

    private long pixels() {
      return (long) channels * patchPx * patchPx;
    }

    @Override
    public long weights(long hidden) {
      return (pixels() + 1) * hidden + hidden + tokens() * hidden;
    }

    @Override
    public double flopsPerToken(long hidden) {
      return 2.0 * pixels() * hidden;
    }
  }
}
