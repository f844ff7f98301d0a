package supernode.solve.workload.train;

import java.util.Set;
import supernode.solve.workload.model.Transformer;
import supernode.solve.workload.train.LayerPasses.Pass;

/**
 * What element-wise operations move, counted from their definitions: bytes per element that each
 * kernel reads and writes, one entry per kernel. A fused operation is one kernel. One that is not
 * goes through memory for every step of its formula, in 32 bit where the model code widens; its
 * backward pass has the kernels of PyTorch's derivative formulas (tools/autograd/derivatives.yaml).
 */
final class ElementKernels {
  /** Of 32 bit, that norms and softmax are worked out in. */
  private static final double WIDE = 4;

  private final Transformer model;
  private final Set<ElementOp> unfused;

  /** Of what goes from operation to operation. */
  private final double narrow;

  ElementKernels(Transformer model, Set<ElementOp> unfused) {
    this.model = model;
    this.unfused = unfused;
    narrow = model.precision().activation();
  }

  private boolean fused(ElementOp op) {
    return !unfused.contains(op);
  }

  private double widen() {
    return narrow + WIDE;
  }

  /** A kernel that reads and writes so many elements in all, in 32 bit. */
  private static double wide(int elements) {
    return elements * WIDE;
  }

  private double narrow(int elements) {
    return elements * narrow;
  }

  private static double[] kernels(double... bytes) {
    return bytes;
  }

  double[] norm(Pass pass) {
    boolean forward = pass == Pass.FORWARD;
    if (fused(ElementOp.NORM)) {
      return kernels(narrow(forward ? 2 : 3));
    }
    if (model.biases().norm()) {
      // LayerNorm: a kernel of its own in PyTorch, which autocast runs in 32 bit (AMP operator
      // reference): widened, normalised, narrowed; back with a second kernel for both vectors.
      return forward
          ? kernels(widen(), wide(2), widen())
          : kernels(widen(), wide(3), wide(2), widen());
    }
    // RMSNorm as in facebookresearch/llama, model.py: widened, squared, averaged, scaled by the
    // reciprocal root, narrowed, times the weights.
    return forward
        ? kernels(widen(), wide(2), wide(1), wide(2), widen(), narrow(2))
        // Weights: gradient of the input; product for their own, and its sum. Narrowed back.
        // Scale: gradient of the input; product for the root's, and its sum. Average: spread.
        // Square: power, doubled, times the gradient. Both ways added up; widened back.
        : kernels(
            narrow(2), narrow(3), narrow(1), widen(), wide(2), wide(3), wide(1), wide(1), wide(2),
            wide(2), wide(3), wide(3), widen());
  }

  /** Of queries and keys; the turn back is the turn by the opposite angle. */
  double[] rotary() {
    // As complex numbers, facebookresearch/llama, apply_rotary_emb: widened, turned, narrowed. With
    // rotated halves (Hugging Face) it is as much: two products, a negated half, both halves
    // joined,
    // a sum, all in 16 bit.
    return fused(ElementOp.ROTARY) ? kernels(narrow(2)) : kernels(widen(), wide(2), widen());
  }

  /** Per element of what goes into the last matrix. */
  double[] activation(Pass pass) {
    boolean forward = pass == Pass.FORWARD;
    if (model.gated()) {
      if (fused(ElementOp.ACTIVATION)) {
        return kernels(narrow(forward ? 3 : 5));
      }
      // SiLU, product; gradients of both factors, of SiLU.
      return forward ? kernels(narrow(2), narrow(3)) : kernels(narrow(3), narrow(3), narrow(3));
    }
    if (fused(ElementOp.ACTIVATION)) {
      return kernels(narrow(forward ? 2 : 3));
    }
    if (!model.biases().linear()) {
      return kernels(narrow(forward ? 2 : 3));
    }
    // Bias added, GELU; gradient of GELU, sum for the bias.
    return forward ? kernels(narrow(2), narrow(2)) : kernels(narrow(3), narrow(1));
  }

  /** Per score; Megatron-LM, fused_softmax.py, forward_torch_softmax. */
  double[] softmax(Pass pass) {
    boolean forward = pass == Pass.FORWARD;
    if (fused(ElementOp.SOFTMAX)) {
      return kernels(narrow(forward ? 2 : 3));
    }
    // Widened, scaled, masked (a byte of mask), softmax, narrowed; and back in the opposite order.
    return forward
        ? kernels(widen(), wide(2), wide(2) + 1, wide(2), widen())
        : kernels(widen(), wide(3), wide(2) + 1, wide(2), widen());
  }

  /**
   * Per token and expert, in 32 bit: scores to probabilities, the highest looked for, map and
   * probabilities of the chosen written; and back. Megatron-LM, core/transformer/moe/router.py.
   */
  double[] routing() {
    return kernels(wide(2), wide(1), wide(2));
  }

  /**
   * Per element of a token's copy for one expert: tokens that arrive are laid in the order of the
   * experts, answers back in that of the tokens; both again for the gradients. Megatron-LM,
   * core/transformer/moe/moe_utils.py: permute, unpermute.
   */
  double[] permutation(Pass pass) {
    double arriving = model.precision().dispatch();
    return kernels(pass == Pass.FORWARD ? 2 * arriving : narrow(2), narrow(2));
  }

  /** Bytes per weight that the matrix kernel itself moves for the gradient. */
  double gradientByMatrix() {
    double sum = model.precision().gradient();
    return fused(ElementOp.GRADIENT_SUM) ? 2 * sum : narrow;
  }

  /** After it: widened, added up (DeepSpeed, runtime/bf16_optimizer.py, update_hp_grads). */
  double[] gradientSum() {
    double sum = model.precision().gradient();
    return fused(ElementOp.GRADIENT_SUM) ? kernels() : kernels(narrow + sum, 3 * sum);
  }

  /**
   * Times that the state of the optimiser (master copy, two moments) goes through memory. Fused it
   * is read and written once: 6 elements. Adam as PyTorch has it, torch/optim/adam.py: decay 2;
   * first moment 3; second moment scaled 2, product added 3; root 2, divided 2, offset 2; step 4.
   */
  double optimizerPasses() {
    return fused(ElementOp.OPTIMIZER) ? 2 : 20.0 / 3;
  }

  /** Bytes per element of a norm that are kept more than those of a fused one, its input alone. */
  double keptByNorm() {
    if (fused(ElementOp.NORM)) {
      return 0;
    }
    // The widened input in place of the narrow one; the narrowed result, for the weights.
    return model.biases().norm() ? WIDE - narrow : WIDE;
  }

  /** SiLU's result, for the gradient of the other factor. */
  double keptByActivation() {
    return fused(ElementOp.ACTIVATION) || !model.gated() ? 0 : narrow;
  }

  /** Wide probabilities, beside the narrow ones that values are multiplied with. */
  double keptBySoftmax() {
    return fused(ElementOp.SOFTMAX) ? 0 : WIDE;
  }
}
