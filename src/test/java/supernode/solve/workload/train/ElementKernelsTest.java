package supernode.solve.workload.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import supernode.catalog.ModelReader;
import supernode.solve.network.collective.Mode;
import supernode.solve.workload.model.Gpt;
import supernode.solve.workload.model.ModelShape;
import supernode.solve.workload.model.Precision;
import supernode.solve.workload.model.Transformer;
import supernode.solve.workload.train.LayerPasses.Pass;

/** What element-wise operations move, fused and not. */
class ElementKernelsTest {
  private static Transformer llama() {
    return (Transformer)
        ModelShape.of(ModelReader.shipped().get("llama-65b")).asOptional().orElseThrow();
  }

  private static ElementKernels of(Transformer model, boolean fused) {
    return new ElementKernels(model, fused ? Set.of() : ElementOp.all());
  }

  private static double sum(double[] bytes) {
    return Arrays.stream(bytes).sum();
  }

  /** Bytes per element with 16-bit tensors, counted by hand from the formulas. */
  @ParameterizedTest
  @CsvSource({"true, 4, 6, 4, 6, 10", "false, 36, 92, 20, 10, 18"})
  void aLlamaLayerMovesWhatItsFormulasSay(
      boolean fused, double norm, double normBack, double rotary, double swiglu, double back) {
    ElementKernels k = of(llama(), fused);
    assertThat(sum(k.norm(Pass.FORWARD))).isEqualTo(norm);
    assertThat(sum(k.norm(Pass.BACKWARD))).isEqualTo(normBack);
    assertThat(sum(k.rotary())).isEqualTo(rotary);
    assertThat(sum(k.activation(Pass.FORWARD))).isEqualTo(swiglu);
    assertThat(sum(k.activation(Pass.BACKWARD))).isEqualTo(back);
    assertThat(k.gradientByMatrix() + sum(k.gradientSum())).isEqualTo(fused ? 8 : 20);
    assertThat(12 * k.optimizerPasses()).isEqualTo(fused ? 24 : 80, within(1e-9));
  }

  /** LayerNorm, GELU with its bias, masked softmax. */
  @ParameterizedTest
  @CsvSource({"true, 4, 6, 4, 6, 4, 6", "false, 20, 32, 8, 8, 37, 41"})
  void aGptLayerMovesWhatItsFormulasSay(
      boolean fused,
      double norm,
      double normBack,
      double gelu,
      double geluBack,
      double softmax,
      double softmaxBack) {
    ElementKernels k = of(Gpt.of(24, 2304, 24), fused);
    assertThat(sum(k.norm(Pass.FORWARD))).isEqualTo(norm);
    assertThat(sum(k.norm(Pass.BACKWARD))).isEqualTo(normBack);
    assertThat(sum(k.activation(Pass.FORWARD))).isEqualTo(gelu);
    assertThat(sum(k.activation(Pass.BACKWARD))).isEqualTo(geluBack);
    assertThat(sum(k.softmax(Pass.FORWARD))).isEqualTo(softmax);
    assertThat(sum(k.softmax(Pass.BACKWARD))).isEqualTo(softmaxBack);
  }

  private static Transformer deepSeek() {
    return (Transformer)
        ModelShape.of(ModelReader.shipped().get("deepseek-v3")).asOptional().orElseThrow();
  }

  /** Copies travel in 8 bit to the experts, in 16 bit back, as do gradients either way. */
  @Test
  void copiesForExpertsAreLaidOutTwicePerPass() {
    ElementKernels k = of(deepSeek(), true);
    assertThat(k.permutation(Pass.FORWARD)).containsExactly(2, 4);
    assertThat(k.permutation(Pass.BACKWARD)).containsExactly(4, 4);
    assertThat(sum(k.routing())).isEqualTo(20);
  }

  /** Sums are scaled where blocks have scales, which tensors of 16 bit have not. */
  @Test
  void scalesPerBlockSlowNarrowMatricesAlone() {
    Strategy s = new Strategy(1, 4, 16, 16, 1, 1, 1, Recompute.SELECTIVE, false, 1);
    for (boolean narrow : new boolean[] {true, false}) {
      Precision p = deepSeek().precision().withWeight(narrow ? 1 : 2);
      TrainingJob job = new TrainingJob(deepSeek().withPrecision(p), 64, 4096, Kernels.FUSED, true);
      double tensor = Clusters.step(job, s, Clusters.h100(64), Mode.CALIBRATED).stepSeconds();
      TrainingJob scaled = job.withKernels(Kernels.FUSED.scaledByBlock());
      double block = Clusters.step(scaled, s, Clusters.h100(64), Mode.CALIBRATED).stepSeconds();
      if (narrow) {
        assertThat(block / tensor).isBetween(1.02, 1.3);
      } else {
        assertThat(block).isEqualTo(tensor);
      }
    }
  }

  /**
   * A further token takes a layer and a head more, of one stage: as much as that, in a pipeline.
   */
  @Test
  void furtherTokensTakeALayerAndAHeadMore() {
    TrainingJob one = new TrainingJob(deepSeek(), 64, 4096, Kernels.FUSED, true);
    for (int pp : new int[] {1, 4}) {
      Strategy s = new Strategy(1, pp, 64 / pp, 16, 1, 1, 1, Recompute.NONE, false, 1);
      TrainingResult none = Clusters.step(one, s, Clusters.h100(64), Mode.BOUND);
      TrainingResult further = Clusters.step(one.predicting(1), s, Clusters.h100(64), Mode.BOUND);
      double longer = further.parts().compute() / none.parts().compute() - 1;
      assertThat(longer).isBetween(pp * 1.0 / 61, pp * 6.0 / 61);
      assertThat(further.memory().total()).isGreaterThanOrEqualTo(none.memory().total());
      assertThat(further.utilisation().mfu()).isLessThan(none.utilisation().mfu());
    }
  }

  /** Where the last stage lacks layers its head takes their place. */
  @Test
  void aHeadStandsInForLayersThatAreLacking() {
    Strategy s = new Strategy(1, 16, 4, 1, 1, 1, 1, Recompute.NONE, false, 1);
    double even = atHead(64, s);
    double uneven = atHead(61, s);
    assertThat(uneven).isLessThan(even);
    assertThat(atHead(63, s)).isBetween(uneven, even);
  }

  private static double atHead(int layers, Strategy s) {
    TrainingJob job =
        new TrainingJob(Gpt.of(layers, 4096, 32, 200_000), 64, 2048, Kernels.FUSED, true);
    return Clusters.step(job, s, Clusters.h100(64), Mode.CALIBRATED).stepSeconds();
  }

  private static double step(Transformer model, Strategy s, boolean flash, Set<ElementOp> unfused) {
    return result(model, s, flash, unfused).stepSeconds();
  }

  private static TrainingResult result(
      Transformer model, Strategy s, boolean flash, Set<ElementOp> unfused) {
    Kernels kernels = new Kernels(flash, 0, 0, 0, 1, 1, 0).unfusing(unfused);
    TrainingJob job = new TrainingJob(model, 64, 2048, kernels, false);
    return Clusters.step(job, s, Clusters.a100((int) s.chips()), Mode.CALIBRATED);
  }

  private static Strategy split(int tp, boolean sequence) {
    return new Strategy(tp, 1, 8, 1, 1, 2, 1, Recompute.NONE, sequence, 1);
  }

  /** Each lengthens a step that has it, and no other. */
  @ParameterizedTest
  @EnumSource(ElementOp.class)
  void whatIsNotFusedTakesLonger(ElementOp op) {
    Strategy s = split(8, false);
    for (Transformer model : List.of(llama(), Gpt.of(24, 4096, 32))) {
      for (boolean flash : new boolean[] {false, true}) {
        boolean has =
            switch (op) {
              case ROTARY -> model.turnsPositions();
              case SOFTMAX -> !flash;
              default -> true;
            };
        double fused = step(model, s, flash, Set.of());
        double unfused = step(model, s, flash, Set.of(op));
        if (has) {
          assertThat(unfused).isGreaterThan(fused);
        } else {
          assertThat(unfused).isEqualTo(fused);
        }
      }
    }
  }

  /** Norms are whole on every chip of a tensor group, unless sequences are split as well. */
  @Test
  void tensorGroupsDoNotShareNormsWithoutSequenceParallelism() {
    double two = normSeconds(split(2, false));
    assertThat(normSeconds(split(8, false))).isCloseTo(two, Percentage.withPercentage(1e-6));
    assertThat(normSeconds(split(8, true))).isLessThan(two / 2);
  }

  private static double normSeconds(Strategy s) {
    Transformer m = llama();
    return result(m, s, true, Set.of(ElementOp.NORM)).parts().compute()
        - result(m, s, true, Set.of()).parts().compute();
  }

  /** Wide copies are kept for the backward pass, unless all is worked out again. */
  @Test
  void whatIsNotFusedKeepsMore() {
    for (Recompute r : Recompute.values()) {
      Strategy s = split(8, false).with(r);
      double more = kept(ElementOp.all(), s) - kept(Set.of(), s);
      if (r == Recompute.NONE) {
        assertThat(more).isPositive();
      } else {
        assertThat(more).isZero();
      }
    }
  }

  private static double kept(Set<ElementOp> unfused, Strategy s) {
    TrainingJob job = new TrainingJob(llama(), 64, 2048, Kernels.FUSED.unfusing(unfused), false);
    return ActivationMemory.perLayerBytes(job, s, false);
  }

  /**
   * LLaMA 65B, 380 tokens a second of each of 2,048 A100, within 15 %: attention in one kernel, the
   * rest as its model code has it; as many sequences at once as fit into 80 GB.
   */
  @Test
  void llamaTrainsAsItsMakersDid() {
    TrainingJob job =
        new TrainingJob(llama(), 2048, 2048, Kernels.FUSED.unfusing(ElementOp.all()), false);
    Strategy most = null;
    for (int microbatch : new int[] {1, 2, 4, 8}) {
      Strategy s = new Strategy(8, 1, 256, 1, 1, microbatch, 1, Recompute.SELECTIVE, true, 1);
      if (MemoryParts.of(job, s).total() <= Clusters.A100.memoryBytes()) {
        most = s;
      }
    }
    TrainingResult r = Clusters.step(job, most, Clusters.a100(2048), Mode.CALIBRATED);
    assertThat(r.tokensPerSecond() / 2048).isCloseTo(380, Percentage.withPercentage(15));
  }
}
