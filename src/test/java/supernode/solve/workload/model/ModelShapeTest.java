package supernode.solve.workload.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import supernode.catalog.Confidence;
import supernode.catalog.ModelCard;
import supernode.catalog.ModelField;
import supernode.catalog.ModelReader;
import supernode.catalog.Sourced;
import supernode.solve.Outcome;

/** What follows from the shapes of the library, against what was published. */
class ModelShapeTest {
  private static final Map<String, ModelCard> LIBRARY = ModelReader.shipped();

  static List<String> ids() {
    return List.copyOf(LIBRARY.keySet());
  }

  private static ModelShape shape(String id) {
    return ModelShape.of(LIBRARY.get(id)).asOptional().orElseThrow();
  }

  private static Transformer transformer(String id) {
    return (Transformer) shape(id);
  }

  @ParameterizedTest
  @MethodSource("ids")
  void everyModelHasAShapeOfItsPublishedSize(String id) {
    ModelShape shape = shape(id);
    assertThat(shape.parameters().total()).isPositive();
    ModelCard card = LIBRARY.get(id);
    // "22B" is rounded, and Kimi's report says 1.04T where its released shape counts to 1.026T.
    double tolerance = List.of("gpt3-22b", "kimi-k2", "moe-10t").contains(id) ? 2 : 1;
    card.find(ModelField.PUBLISHED_PARAMETERS)
        .ifPresent(p ->
            assertThat((double) shape.parameters().total())
                .isCloseTo((double) p, Percentage.withPercentage(tolerance)));
    card.find(ModelField.PUBLISHED_ACTIVE)
        .ifPresent(p ->
            assertThat((double) shape.parameters().active())
                .isCloseTo((double) p, Percentage.withPercentage(2)));
  }

  @ParameterizedTest
  @CsvSource({
    "llama2-7b, 6738415616",
    "llama2-70b, 68976648192",
    "llama3-8b, 8030261248",
    "llama3-70b, 70553706496",
    "llama3-405b, 405853388800",
    "qwen2.5-72b, 72706203648",
    "vit-l16, 304326632"
  })
  void releasedWeightsAreCountedToTheLast(String id, long parameters) {
    assertThat(shape(id).parameters().total()).isEqualTo(parameters);
  }

  /** P = 12 l h² (1 + 13 / 12h + (V + s) / 12lh); the last normalisation is not in it. */
  @ParameterizedTest
  @CsvSource({"gpt3-22b", "gpt3-175b", "gpt3-530b", "gpt3-1t"})
  void megatronsFormulaCountsItsModels(String id) {
    Transformer t = transformer(id);
    double l = t.layers();
    double h = t.hidden();
    double formula = 12 * l * h * h * (1 + 13 / (12 * h) + (51200.0 + 2048) / (12 * l * h));
    assertThat(t.parameters().total() - 2.0 * t.hidden())
        .isCloseTo(formula, Percentage.withPercentage(1e-9));
  }

  /** V39: the ten models of Megatron-LM, within 1 % or what one printed decimal leaves. */
  @ParameterizedTest
  @CsvSource({
    "24, 2304, 24, 1.7", "30, 3072, 32, 3.6", "36, 4096, 32, 7.5", "40, 6144, 48, 18.4",
    "48, 8192, 64, 39.1", "60, 10240, 80, 76.1", "80, 12288, 96, 145.6", "96, 16384, 128, 310.1",
    "105, 20480, 128, 529.6", "128, 25600, 160, 1008.0"
  })
  void theTenModelsOfMegatronHaveTheirSizes(int layers, long hidden, int heads, double billions) {
    Transformer t = Gpt.of(layers, hidden, heads);
    assertThat(t.parameters().total() / 1e9)
        .isCloseTo(billions, within(Math.max(0.01 * billions, 0.05)));
  }

  /** V34: bytes of cache per token in BF16. */
  @Test
  void cachesHaveTheirPublishedSizes() {
    assertThat(transformer("deepseek-v3").cacheBytesPerToken()).isEqualTo(70_272);
    assertThat(transformer("qwen2.5-72b").cacheBytesPerToken()).isEqualTo(327_680);
    assertThat(transformer("llama3-405b").cacheBytesPerToken()).isEqualTo(516_096);
    double gib = transformer("llama3-70b").cacheBytesPerToken() * 131_072 / Math.scalb(1.0, 30);
    assertThat(gib).isEqualTo(40.0);
  }

  /** DeepSeek ISCA'25, Table 2: 250 GFLOP per token of training at 4,096 tokens, causal. */
  @Test
  void deepSeekTrainsAtItsPublishedOperationsPerToken() {
    assertThat(transformer("deepseek-v3").modelFlopsPerToken(4096, true) / 1e9)
        .isCloseTo(250, Percentage.withPercentage(1));
    assertThat(transformer("llama3-405b").modelFlopsPerToken(4096, true) / 1e9)
        .isCloseTo(2448, Percentage.withPercentage(1.5));
  }

  /** F = 72 B l s h² (1 + s / 6h + V / 12lh), Narayanan 2021, without recomputation. */
  @ParameterizedTest
  @CsvSource({"gpt3-22b", "gpt3-175b"})
  void operationsFollowThePublishedFormula(String id) {
    Transformer t = transformer(id);
    double s = 2048;
    double h = t.hidden();
    double formula = 72 * t.layers() * h * h * (1 + s / (6 * h) + 51200 / (12 * t.layers() * h));
    assertThat(t.modelFlopsPerToken(s, false)).isCloseTo(formula, Percentage.withPercentage(1e-9));
  }

  @Test
  void tokensOfOneBatchTouchExpertsAsBallsFillBins() {
    Experts e = transformer("deepseek-v3").experts().orElseThrow();
    assertThat(e.touched(1)).isCloseTo(8, Offset.offset(1e-9));
    assertThat(e.touched(10_000)).isCloseTo(256, Offset.offset(1e-9));
  }

  @Test
  void whatIsMissingIsNamed() {
    assertThat(why(Map.of(ModelField.HIDDEN, 512L))).contains("layers");
    assertThat(
            why(
                Map.of(
                    ModelField.LAYERS, 2L,
                    ModelField.HIDDEN, 500L,
                    ModelField.HEADS, 7L,
                    ModelField.FEED_FORWARD, 100L,
                    ModelField.VOCABULARY, 10L)))
        .contains("heads", "500");
  }

  private static String why(Map<ModelField, Long> fields) {
    EnumMap<ModelField, List<Sourced>> values = new EnumMap<>(ModelField.class);
    fields.forEach((f, v) -> values.put(f, List.of(new Sourced(v, Confidence.USER, "test", ""))));
    Outcome<ModelShape> shape =
        ModelShape.of(new ModelCard("own", "own", "", ModelCard.Kind.LANGUAGE, values));
    return shape.whyNot().orElseThrow().values().toString();
  }
}
