package supernode.solve.workload.train;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** What is worked out element by element, and a framework fuses into one kernel or does not. */
public enum ElementOp {
  /** RMSNorm or LayerNorm. */
  NORM("fusedNorm"),
  /** Queries and keys turned by their positions. */
  ROTARY("fusedRotary"),
  /** SwiGLU; GELU with its bias. */
  ACTIVATION("fusedActivation"),
  /** Scale, mask and softmax where attention is not one kernel. */
  SOFTMAX("fusedSoftmax"),
  /** Gradients of weights added up over microbatches: by the matrix kernel itself or after it. */
  GRADIENT_SUM("fusedGradientSum"),
  /** Adam. */
  OPTIMIZER("fusedOptimizer");

  private final String key;

  ElementOp(String key) {
    this.key = key;
  }

  /** Name of the field that says whether it is fused. */
  public String key() {
    return key;
  }

  public static Set<ElementOp> none() {
    return EnumSet.noneOf(ElementOp.class);
  }

  /** All of them, as PyTorch runs a model as it is written (eager mode). */
  public static Set<ElementOp> all() {
    return Arrays.stream(values()).collect(Collectors.toCollection(ElementOp::none));
  }
}
