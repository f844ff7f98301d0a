package supernode.solve.workload.model;

/** How a layer lets tokens look at each other. */
public sealed interface Attention {
  int heads();

  /** Weights of the projections that are multiplied, without biases and norms. */
  long weights(long hidden);

  /** Small vectors: biases of queries, keys and values; norms inside. */
  long vectors(boolean qkvBias);

  /** Elements kept per token and layer for later tokens. */
  long cacheElements();

  /** Elements of all queries of a token; the keys of as many heads are worked with. */
  long queryWidth();

  /** Elements of the keys of a token, as kept for the backward pass. */
  long keyWidth();

  long valueWidth();

  /** Input of the last projection. */
  long outputWidth();

  /** Compressed queries, keys and values; 0 where there is no compression. */
  default long latentWidth() {
    return 0;
  }

  /** Multiply and add per token and position of context: scores, then values. */
  default double flopsPerPair() {
    return 2.0 * (queryWidth() + outputWidth());
  }

  /** The same per token of decode, where latent attention works on the compressed cache itself. */
  default double flopsPerCachedPair() {
    return flopsPerPair();
  }

  /** Every head its own keys and values, or groups of heads sharing them. */
  record Grouped(int heads, int kvHeads, int headDim) implements Attention {
    @Override
    public long weights(long hidden) {
      return hidden * (2 * queryWidth() + 2 * keyWidth());
    }

    @Override
    public long vectors(boolean qkvBias) {
      return qkvBias ? queryWidth() + 2 * keyWidth() : 0;
    }

    @Override
    public long cacheElements() {
      return 2 * keyWidth();
    }

    @Override
    public long queryWidth() {
      return (long) heads * headDim;
    }

    @Override
    public long keyWidth() {
      return (long) kvHeads * headDim;
    }

    @Override
    public long valueWidth() {
      return keyWidth();
    }

    @Override
    public long outputWidth() {
      return queryWidth();
    }
  }

  /**
   * Multi-head latent attention (DeepSeek-V2): queries, and keys with values, through a narrow
   * middle; only the middle of the latter is kept, with one key of position for all heads.
   *
   * @param queryRank 0 where queries are not compressed
   */
  record Latent(int heads, int queryRank, int kvRank, int plainDim, int ropeDim, int valueDim)
      implements Attention {
    @Override
    public long weights(long hidden) {
      long query = queryRank == 0 ? hidden * queryWidth() : queryRank * (hidden + queryWidth());
      long down = hidden * (kvRank + ropeDim);
      long up = (long) kvRank * heads * (plainDim + valueDim);
      return query + down + up + outputWidth() * hidden;
    }

    @Override
    public long vectors(boolean qkvBias) {
      return (long) queryRank + kvRank;
    }

    @Override
    public long cacheElements() {
      return (long) kvRank + ropeDim;
    }

    @Override
    public long queryWidth() {
      return (long) heads * (plainDim + ropeDim);
    }

    @Override
    public long keyWidth() {
      return queryWidth();
    }

    @Override
    public long valueWidth() {
      return outputWidth();
    }

    @Override
    public long outputWidth() {
      return (long) heads * valueDim;
    }

    @Override
    public long latentWidth() {
      return (long) queryRank + kvRank + ropeDim;
    }

    @Override
    public double flopsPerCachedPair() {
      return 2.0 * heads * (2.0 * kvRank + ropeDim);
    }
  }
}
