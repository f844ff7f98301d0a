package supernode.solve.workload.roofline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import supernode.catalog.ModelReader;
import supernode.solve.workload.machine.Fleet;
import supernode.solve.workload.model.ModelShape;
import supernode.solve.workload.model.Transformer;
import supernode.solve.workload.train.Clusters;

class RooflineTest {
  private static final Fleet FLEET = Clusters.h100(64);

  private static Transformer model(String id) {
    return (Transformer) ModelShape.of(ModelReader.shipped().get(id)).asOptional().orElseThrow();
  }

  private static Pass alone(double rows, double context, double cached) {
    return new Pass(rows, context, cached, rows, FLEET.group(1, 1), FLEET.group(1, 1));
  }

  private static Operator named(List<Operator> all, String key) {
    return all.stream().filter(o -> o.key().equals(key)).findFirst().orElseThrow();
  }

  private static Roofline.Point at(Roofline roofline, String key) {
    return roofline.points().stream()
        .filter(p -> p.operator().key().equals(key))
        .findFirst()
        .orElseThrow();
  }

  /** The matrices of all operators are those that the model is counted by. */
  @ParameterizedTest
  @ValueSource(strings = {"gpt3-175b", "llama3-70b", "llama3-405b", "deepseek-v3"})
  void operatorsAddUpToThePass(String id) {
    Transformer m = model(id);
    double rows = 4096;
    double flops =
        Operators.of(m, alone(rows, rows / 2, 0)).stream()
            .filter(o -> o.elementBytes() > 0)
            .mapToDouble(Operator::flops)
            .sum();
    assertThat(flops)
        .isCloseTo(m.forwardFlopsPerToken(rows / 2, 1) * rows, Percentage.withPercentage(1e-6));
  }

  @Test
  void aChipOfATensorGroupDoesItsShare() {
    Transformer m = model("llama3-70b");
    Pass eight = new Pass(4096, 2048, 0, 4096, FLEET.group(8, 1), FLEET.group(8, 1));
    Operator whole = named(Operators.of(m, alone(4096, 2048, 0)), "feedForwardDown");
    Operator share = named(Operators.of(m, eight), "feedForwardDown");
    assertThat(share.flops()).isCloseTo(whole.flops() / 8, within(1.0));
    // A ring of eight sends 2 · 7 / 8 of the output of every layer, in the domain.
    double output = 80.0 * 4096 * 8192 * 2;
    assertThat(share.scaleUpBytes()).isCloseTo(output * 1.75, Percentage.withPercentage(1e-9));
    assertThat(share.scaleOutBytes()).isZero();
    Pass sixteen = new Pass(4096, 2048, 0, 4096, FLEET.group(16, 1), FLEET.group(16, 1));
    assertThat(named(Operators.of(m, sixteen), "feedForwardDown").scaleOutBytes())
        .isCloseTo(output / 8, Percentage.withPercentage(1e-9));
  }

  /**
   * Weights of two bytes, each for one multiplication and addition: a FLOP per byte and request.
   */
  @Test
  void decodeOfOneRequestHasTheIntensityOfAMatrixTimesAVector() {
    Roofline decode =
        Roofline.of(FLEET, 0, Operators.of(model("llama3-70b"), alone(1, 4096, 4096)));
    Roofline.Point up = at(decode, "feedForwardUp");
    assertThat(up.intensity()).isCloseTo(1, Percentage.withPercentage(0.1));
    assertThat(up.limit()).isEqualTo("hbm");
    assertThat(up.attainableFlopsPerS()).isCloseTo(3.35e12, Percentage.withPercentage(0.1));
  }

  /** Grouped queries read a key for eight heads; latent attention works on what it reads. */
  @Test
  void attentionOfDecodeHasTheIntensityOfItsCache() {
    Roofline grouped = Roofline.of(FLEET, 0, Operators.of(model("llama3-70b"), alone(1, 1e6, 1e6)));
    assertThat(at(grouped, "attention").intensity()).isCloseTo(8, Percentage.withPercentage(0.1));
    Roofline latent = Roofline.of(FLEET, 0, Operators.of(model("deepseek-v3"), alone(1, 1e6, 1e6)));
    double bytes = 576 * model("deepseek-v3").precision().kv();
    double perToken = 2 * 128 * (2.0 * 512 + 64);
    assertThat(at(latent, "attention").intensity())
        .isCloseTo(perToken / bytes, Percentage.withPercentage(0.1));
  }

  @Test
  void theRidgeIsWhereComputeAndMemoryTakeEquallyLong() {
    Operator ridge = new Operator("ridge", 989e12, 2, 3.35e12, 0, 0);
    Roofline.Point at = Roofline.of(FLEET, 0, List.of(ridge)).points().getFirst();
    assertThat(at.intensity()).isCloseTo(295.2, within(0.1));
    assertThat(at.seconds().get("compute")).isCloseTo(at.seconds().get("hbm"), within(1e-12));
    assertThat(at.attainableFlopsPerS()).isCloseTo(989e12, Percentage.withPercentage(1e-9));
  }

  /** A kernel is never faster than its roofs. */
  @ParameterizedTest
  @ValueSource(strings = {"gpt3-175b", "llama3-70b", "deepseek-v3"})
  void calibratedKernelsStayUnderTheirRoofs(String id) {
    for (Pass pass : List.of(alone(4096, 2048, 0), alone(32, 4096, 32 * 4096.0))) {
      for (Roofline.Point p : Roofline.of(FLEET, 0, Operators.of(model(id), pass)).points()) {
        assertThat(p.calibratedFlopsPerS())
            .as(p.operator().key())
            .isPositive()
            .isLessThan(p.attainableFlopsPerS());
      }
    }
  }

  @Test
  void expertsFarAwayAreLimitedByTheWay() {
    Pass wide = new Pass(128, 4096, 128 * 4096.0, 128, FLEET.group(1, 1), FLEET.group(64, 1));
    Roofline decode = Roofline.of(FLEET, 0, Operators.of(model("deepseek-v3"), wide));
    assertThat(at(decode, "routedExperts").limit()).isEqualTo("scaleOut");
    assertThat(decode.roofs().stream().map(Roofline.Roof::key))
        .containsExactly("hbm", "scaleUp", "scaleOut");
  }
}
