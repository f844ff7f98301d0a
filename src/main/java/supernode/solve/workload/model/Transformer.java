package supernode.solve.workload.model;

import java.util.Optional;

/**
 * A stack of equal layers of attention and feed-forward, some of them with experts.
 *
 * @param feedForward width of the layers without experts
 * @param gated three matrices in a feed-forward, not two (SwiGLU)
 * @param dropout whether masks of dropped elements are kept
 * @param outputs of the head: words or classes
 * @param head whether it has a matrix of its own
 * @param causal whether tokens look back only
 * @param sequence tokens of a training sample
 */
public record Transformer(
    String name,
    int layers,
    long hidden,
    Attention attention,
    long feedForward,
    boolean gated,
    boolean dropout,
    Biases biases,
    Optional<Experts> experts,
    Input input,
    long outputs,
    boolean head,
    boolean causal,
    long sequence,
    Precision precision)
    implements ModelShape {
  /**
   * Which small vectors there are.
   *
   * @param linear every matrix has a bias
   * @param qkv the projections of queries, keys and values have one
   * @param norm normalisations have one
   */
  public record Biases(boolean linear, boolean qkv, boolean norm) {}

  public int expertLayers() {
    return experts.map(e -> layers - e.denseLayers()).orElse(0);
  }

  public int denseLayers() {
    return layers - expertLayers();
  }

  /** Matrices of one feed-forward. */
  public int feedForwardMatrices() {
    return gated ? 3 : 2;
  }

  /** Weights of one expert. */
  public long expertWeights() {
    return experts.map(e -> feedForwardMatrices() * hidden * e.feedForward()).orElse(0L);
  }

  /** Weights of the head's matrix, its own or the embedding's. */
  public long headWeights() {
    return outputs * hidden;
  }

  @Override
  public Parameters parameters() {
    long perAttention = attention.weights(hidden) + attention.vectors(biases.qkv());
    long perFeedForward = feedForwardMatrices() * hidden * feedForward;
    if (biases.linear()) {
      perAttention += hidden;
      perFeedForward += (feedForwardMatrices() - 1) * feedForward + hidden;
    }
    long normVectors = biases.norm() ? 2 : 1;
    Experts e = experts.orElse(new Experts(0, 0, 0, 0, layers, 1, 1));
    long moe = expertLayers();
    boolean classes = !(input instanceof Input.Tokens(long v, long _)) || v != outputs;
    return new Parameters(
        input.weights(hidden),
        layers * perAttention,
        denseLayers() * perFeedForward,
        moe * hidden * e.routed(),
        moe * e.shared() * expertWeights(),
        moe * e.routed() * expertWeights(),
        (2L * layers + 1) * normVectors * hidden,
        head ? headWeights() + (classes ? outputs : 0) : 0,
        moe * e.active() * expertWeights());
  }

  /** Weights that one token is multiplied with in the layers; the head and the tables apart. */
  public long activeLayerWeights() {
    Experts e = experts.orElse(new Experts(0, 0, 0, 0, layers, 1, 1));
    return layers * attention.weights(hidden)
        + denseLayers() * feedForwardMatrices() * hidden * feedForward
        + expertLayers() * (hidden * e.routed() + (e.active() + e.shared()) * expertWeights());
  }

  /** Bytes that a token leaves in the cache of keys and values. */
  public double cacheBytesPerToken() {
    return layers * attention.cacheElements() * precision.kv();
  }

  /**
   * Operations of the forward pass per token.
   *
   * @param context positions that the token looks at, in the mean
   * @param heads outputs per token: 1 for language, one token in a sequence for classes
   */
  public double forwardFlopsPerToken(double context, double heads) {
    return 2.0 * activeLayerWeights()
        + layers * attention.flopsPerPair() * context
        + 2.0 * headWeights() * heads
        + input.flopsPerToken(hidden);
  }

  /** Whether every token gets an output: language. Else the sample as a whole gets one. */
  public boolean perToken() {
    return input instanceof Input.Tokens(long vocabulary, long _) && vocabulary == outputs;
  }

  /** Whether queries and keys are turned by their positions, as where none are learned. */
  public boolean turnsPositions() {
    return input instanceof Input.Tokens(long _, long positions) && positions == 0;
  }

  /**
   * Operations of a training step per token as papers count them for MFU: three times the forward
   * pass.
   *
   * @param causalHalf only the half of the attention that a kernel needs that skips the rest
   */
  public double modelFlopsPerToken(double tokens, boolean causalHalf) {
    double context = causal && causalHalf ? tokens / 2 : tokens;
    return 3 * forwardFlopsPerToken(context, perToken() ? 1 : 1 / tokens);
  }

  public Transformer withPrecision(Precision next) {
    return new Transformer(
        name,
        layers,
        hidden,
        attention,
        feedForward,
        gated,
        dropout,
        biases,
        experts,
        input,
        outputs,
        head,
        causal,
        sequence,
        next);
  }
}
