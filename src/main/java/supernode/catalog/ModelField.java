package supernode.catalog;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The dimensions of a model's shape, and what was published about it. Switches are 0 or 1; bounds
 * are sanity, not limits of the field.
 */
public enum ModelField {
  LAYERS("layers", 1, 10_000),
  HIDDEN("hidden", 1, 1e6),
  HEADS("heads", 1, 1e5),
  /** Heads of keys and values; as many as {@link #HEADS} where not given. */
  KV_HEADS("kvHeads", 1, 1e5),
  /** Hidden size over heads where not given; of latent attention the part without position. */
  HEAD_DIM("headDim", 1, 1e5),
  /** Latent attention: ranks of the compressed queries, and of keys and values together. */
  QUERY_RANK("queryRank", 1, 1e6),
  KV_RANK("kvRank", 1, 1e6),
  ROPE_DIM("ropeDim", 1, 1e5),
  VALUE_DIM("valueDim", 1, 1e5),
  FEED_FORWARD("feedForward", 1, 1e7),
  GATED("gated", 0, 1),
  DROPOUT("dropout", 0, 1),
  LINEAR_BIAS("linearBias", 0, 1),
  QKV_BIAS("qkvBias", 0, 1),
  NORM_BIAS("normBias", 0, 1),
  LEARNED_POSITIONS("learnedPositions", 0, 1),
  TIED_EMBEDDINGS("tiedEmbeddings", 0, 1),
  CAUSAL("causal", 0, 1),
  SEQUENCE("sequence", 1, 1e9),
  VOCABULARY("vocabulary", 1, 1e8),
  CLASSES("classes", 1, 1e7),

  EXPERTS("experts", 1, 1e5),
  ACTIVE_EXPERTS("activeExperts", 1, 1e5),
  SHARED_EXPERTS("sharedExperts", 0, 1e4),
  EXPERT_FEED_FORWARD("expertFeedForward", 1, 1e7),
  /** First layers that have no experts. */
  DENSE_LAYERS("denseLayers", 0, 10_000),
  /** Groups that experts lie in, and those that one token may use. */
  EXPERT_GROUPS("expertGroups", 1, 1e5),
  ACTIVE_GROUPS("activeGroups", 1, 1e5),

  IMAGE_PX("imagePx", 1, 1e6),
  PATCH_PX("patchPx", 1, 1e5),
  CHANNELS("channels", 1, 1e4),

  DENSE_FEATURES("denseFeatures", 1, 1e6),
  SPARSE_FEATURES("sparseFeatures", 1, 1e6),
  EMBEDDING_ROWS("embeddingRows", 1, 1e13),
  EMBEDDING_DIM("embeddingDim", 1, 1e6),
  BOTTOM_MLP("bottomMlp", 1, 1e7),
  TOP_MLP("topMlp", 1, 1e7),

  WEIGHT_BITS("weightBits", 1, 64),
  ACTIVATION_BITS("activationBits", 1, 64),
  GRADIENT_BITS("gradientBits", 1, 64),
  /** Master copy and moments together. */
  OPTIMIZER_BITS("optimizerBits", 0, 256),
  KV_BITS("kvBits", 1, 64),
  DISPATCH_BITS("dispatchBits", 1, 64),
  COMBINE_BITS("combineBits", 1, 64),

  PUBLISHED_PARAMETERS("publishedParameters", 1, 1e16),
  PUBLISHED_ACTIVE("publishedActive", 1, 1e16);

  private static final Map<String, ModelField> BY_KEY =
      Stream.of(values()).collect(Collectors.toMap(ModelField::key, Function.identity()));

  private final String key;
  private final double min;
  private final double max;

  ModelField(String key, double min, double max) {
    this.key = key;
    this.min = min;
    this.max = max;
  }

  public String key() {
    return key;
  }

  public double min() {
    return min;
  }

  public double max() {
    return max;
  }

  /** Whether several widths stand under the key, one after the other. */
  public boolean isList() {
    return this == BOTTOM_MLP || this == TOP_MLP;
  }

  /** Whether a number is a whole one within the bounds. */
  public boolean admits(double value) {
    return value >= min && value <= max && value == Math.rint(value);
  }

  public static Optional<ModelField> ofKey(String key) {
    return Optional.ofNullable(BY_KEY.get(key));
  }
}
