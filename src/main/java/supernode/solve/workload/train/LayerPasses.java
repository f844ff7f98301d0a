package supernode.solve.workload.train;

import supernode.solve.workload.machine.Chip;
import supernode.solve.workload.machine.Efficiency;
import supernode.solve.workload.model.Attention;
import supernode.solve.workload.model.Experts;
import supernode.solve.workload.model.Precision;
import supernode.solve.workload.model.Transformer;

/**
 * Operations of one layer on one chip for one microbatch, kernel by kernel as Megatron-LM runs
 * them: every kernel reads its inputs from memory and writes its outputs there.
 */
final class LayerPasses {
  /** Operations per element of norms, softmax, activations: small beside their traffic. */
  private static final double VECTOR_FLOPS = 8;

  /**
   * Bytes per output of the loss as Megatron-LM works it out: widened to 32 bit (6), most (4), less
   * the most (8), exponentials (8), sum (4), divided (8).
   */
  private static final double LOSS = 38;

  /**
   * 16-bit operations of vector units per operation of narrow matrix units where blocks of 128 have
   * a scale each: every 128 products (256 operations) a sum is scaled and added in 32 bit, two
   * operations at half the 16-bit rate (DeepSeek-V3 report, section 3.3.2).
   */
  private static final double BLOCK_SCALING = 4.0 / 256;

  /** Gradients in 32 bit (8), narrowed (6). */
  private static final double LOSS_BACK = 14;

  private final Transformer model;
  private final Strategy strategy;
  private final boolean flash;
  private final ElementKernels kernels;
  private final double blockScaling;
  private final Chip chip;
  private final Efficiency efficiency;
  private final double tokens;
  private final double sequences;
  private final double sequence;

  /** Elements of a token that norms and dropouts of one chip work on. */
  private final double normTokens;

  LayerPasses(TrainingJob job, Strategy strategy, Chip chip, Efficiency efficiency) {
    model = job.model();
    this.strategy = strategy;
    this.flash = job.kernels().flash();
    kernels = new ElementKernels(model, job.kernels().unfused());
    blockScaling = job.kernels().blockScaling() ? BLOCK_SCALING : 0;
    this.chip = chip;
    this.efficiency = efficiency;
    sequences = strategy.microbatch();
    sequence = job.sequence();
    tokens = sequences * sequence / strategy.cp();
    normTokens = strategy.sequenceParallel() ? tokens / strategy.tp() : tokens;
  }

  private LayerWork work() {
    return new LayerWork(chip, efficiency);
  }

  private Precision bytes() {
    return model.precision();
  }

  LayerWork forward(boolean experts) {
    LayerWork w = work();
    attentionProjections(w, Pass.FORWARD);
    attentionCore(w, Pass.FORWARD);
    elementwise(w, Pass.FORWARD);
    feedForward(w, Pass.FORWARD, experts);
    return w;
  }

  /** Gradients of inputs and weights alone. */
  double plainBackwardSeconds(boolean experts) {
    LayerWork w = work();
    plainBackward(w, experts);
    return w.seconds();
  }

  private void plainBackward(LayerWork w, boolean experts) {
    attentionProjections(w, Pass.BACKWARD);
    attentionCore(w, Pass.BACKWARD);
    elementwise(w, Pass.BACKWARD);
    feedForward(w, Pass.BACKWARD, experts);
  }

  /** Gradients of inputs and weights, and what is worked out again. */
  LayerWork backward(boolean experts) {
    LayerWork w = work();
    plainBackward(w, experts);
    switch (strategy.recompute()) {
      case NONE -> {}
      case SELECTIVE -> {
        if (flash) {
          cheapAgain(w, experts);
        } else {
          attentionCore(w, Pass.FORWARD);
        }
      }
      case FULL -> {
        attentionProjections(w, Pass.FORWARD);
        attentionCore(w, Pass.FORWARD);
        elementwise(w, Pass.FORWARD);
        feedForward(w, Pass.FORWARD, experts);
      }
    }
    return w;
  }

  /** Norms, activations, and what a narrow middle of the attention is widened to. */
  private void cheapAgain(LayerWork w, boolean experts) {
    elementwise(w, Pass.FORWARD);
    double wide =
        experts
            ? model
                .experts()
                .map(e -> (double) (e.active() + e.shared()) * e.feedForward())
                .orElse(0.0)
            : model.feedForward();
    double elements = tokens * wide / strategy.tp();
    each(w, elements, kernels.activation(Pass.FORWARD));
    if (model.attention() instanceof Attention.Latent a) {
      widen(w, Pass.FORWARD, a);
    }
  }

  private void widen(LayerWork w, Pass pass, Attention.Latent a) {
    double t = strategy.tp();
    double q = a.queryRank() == 0 ? model.hidden() : a.queryRank();
    narrowInput(w, pass, tokens * ((double) a.queryRank() + a.kvRank()));
    linear(w, pass, 1, tokens, q, a.queryWidth() / t);
    linear(w, pass, 1, tokens, a.kvRank(), a.heads() * (a.plainDim() + a.valueDim()) / t);
  }

  /** Attention between tokens alone: what context parallelism may hide its exchange behind. */
  double attentionCoreSeconds(Pass pass) {
    LayerWork w = work();
    attentionCore(w, pass);
    return w.seconds();
  }

  enum Pass {
    FORWARD,
    BACKWARD
  }

  /**
   * A matrix of so many inputs and outputs: forward once; backward once for the inputs, once for
   * the weights, whose gradients are added up in memory.
   */
  private void linear(LayerWork w, Pass pass, double times, double rows, double in, double out) {
    linear(w, pass, times, rows, in, out, bytes().weight());
  }

  private void linear(
      LayerWork w, Pass pass, double times, double rows, double in, double out, double width) {
    double b = bytes().activation();
    double flops = 2 * rows * in * out;
    double weights = in * out;
    double through = rows * (in + out) * b;
    // Gradients that come back are turned into what is multiplied; inputs are by those who have
    // them.
    narrow(w, pass == Pass.BACKWARD ? times * rows * out : 0, width);
    double scaling = width <= 1 ? blockScaling * flops : 0;
    w.matrix(times, flops, width, through + weights * width, scaling);
    if (pass == Pass.BACKWARD) {
      w.matrix(times, flops, width, through + weights * kernels.gradientByMatrix(), scaling);
      each(w, times * weights, kernels.gradientSum());
    }
  }

  /**
   * Values are read and written in fewer bits, along rows and along columns: narrow units multiply
   * in one direction only, gradients of weights need the other (Transformer Engine documentation,
   * "Handling transposes").
   */
  private void narrowInput(LayerWork w, Pass pass, double elements) {
    narrow(w, pass == Pass.FORWARD ? elements : 0, bytes().weight());
  }

  private void narrow(LayerWork w, double elements, double width) {
    double b = bytes().activation();
    if (elements > 0 && width < Math.min(2, b)) {
      w.vector(VECTOR_FLOPS * elements, elements * (b + 2 * width));
    }
  }

  private void attentionProjections(LayerWork w, Pass pass) {
    int t = strategy.tp();
    double h = model.hidden();
    narrowInput(w, pass, tokens * h);
    switch (model.attention()) {
      case Attention.Grouped a ->
          linear(w, pass, 1, tokens, h, (a.queryWidth() + 2.0 * keyShare(a)) / t);
      case Attention.Latent a -> {
        // The narrow middle is not split: every chip of a tensor group has it whole.
        if (a.queryRank() > 0) {
          linear(w, pass, 1, tokens, h, a.queryRank());
        }
        linear(w, pass, 1, tokens, h, a.kvRank() + a.ropeDim());
        widen(w, pass, a);
      }
    }
    double out = (double) model.attention().outputWidth() / t;
    narrowInput(w, pass, tokens * out);
    linear(w, pass, 1, tokens, out, h);
  }

  /** Keys of few heads are on several chips of a tensor group. */
  private double keyShare(Attention.Grouped a) {
    return Math.max((double) a.keyWidth(), (double) a.headDim() * strategy.tp());
  }

  private void attentionCore(LayerWork w, Pass pass) {
    Attention a = model.attention();
    int t = strategy.tp();
    double b = bytes().activation();
    double looked = flash && model.causal() ? sequence / 2 : sequence;
    double pairs = tokens * looked;
    double scores = tokens * sequence * a.heads() / t;
    double flops = pairs * a.flopsPerPair() / t;
    double tensors = tokens * (a.queryWidth() + a.keyWidth() + a.valueWidth() + a.outputWidth());
    double moved = tensors / t * b;
    if (model.turnsPositions()) {
      // Queries and keys are read, turned by their positions and written.
      double turned = tokens * (a.queryWidth() + a.keyWidth()) / t;
      each(w, turned, kernels.rotary());
    }
    if (flash) {
      if (pass == Pass.FORWARD) {
        w.attention(flops, 1, b, sequence, moved);
      } else {
        // Scores again, then the gradients of four tensors.
        w.attention(2.5 * flops, efficiency.attentionBackward(), b, sequence, 2 * moved);
      }
      return;
    }
    double perMatrix = flops / 2;
    double traffic = moved / 2 + scores * b;
    double mask = model.dropout() ? scores : 0;
    // Heads are put side by side again, in a kernel of its own.
    w.vector(0, 2 * tokens * a.outputWidth() / t * b);
    if (pass == Pass.FORWARD) {
      w.matrix(2, perMatrix, b, traffic);
      each(w, scores, kernels.softmax(pass));
      if (model.dropout()) {
        w.vector(scores, 2 * scores * b + mask);
      }
    } else {
      w.matrix(4, perMatrix, b, traffic);
      each(w, scores, kernels.softmax(pass));
      if (model.dropout()) {
        w.vector(scores, 2 * scores * b + mask);
      }
    }
  }

  /** Two norms, two residual sums, two dropouts. */
  private void elementwise(LayerWork w, Pass pass) {
    double elements = normTokens * model.hidden();
    double b = bytes().activation();
    each(w, elements, kernels.norm(pass));
    each(w, elements, kernels.norm(pass));
    for (int i = 0; i < 2; i++) {
      w.vector(elements, 3 * elements * b);
      if (model.dropout()) {
        w.vector(elements, elements * (2 * b + 1));
      }
    }
  }

  private void feedForward(LayerWork w, Pass pass, boolean experts) {
    int t = strategy.tp();
    double h = model.hidden();
    narrowInput(w, pass, tokens * h);
    if (!experts) {
      perceptron(w, pass, 1, tokens, h, (double) model.feedForward() / t);
      return;
    }
    Experts e = model.experts().orElseThrow();
    linear(w, pass, 1, normTokens, h, e.routed(), Math.max(2, bytes().weight()));
    each(w, normTokens * e.routed(), kernels.routing());
    each(w, tokens * e.active() * h, kernels.permutation(pass));
    if (e.shared() > 0) {
      perceptron(w, pass, 1, tokens, h, (double) e.shared() * e.feedForward() / t);
    }
    double own = (double) e.routed() / strategy.ep();
    perceptron(w, pass, own, tokens * e.active() / own, h, (double) e.feedForward() / t);
  }

  private void perceptron(
      LayerWork w, Pass pass, double times, double rows, double h, double wide) {
    linear(w, pass, times, rows, h, model.gated() ? 2 * wide : wide);
    narrowInput(w, pass, times * rows * wide);
    linear(w, pass, times, rows, wide, h);
    each(w, times * rows * wide, kernels.activation(pass));
  }

  private static void each(LayerWork w, double elements, double[] bytes) {
    for (double moved : bytes) {
      w.vector(VECTOR_FLOPS / bytes.length * elements, elements * moved);
    }
  }

  /** Both passes of the matrix that joins the next token to what the layers made of this one. */
  double joinedSeconds() {
    LayerWork w = work();
    double h = model.hidden();
    for (Pass pass : Pass.values()) {
      each(w, 2 * tokens * h, kernels.norm(pass));
      linear(w, pass, 1, tokens, 2 * h, h / strategy.tp());
    }
    return w.seconds();
  }

  /** From the last layer to the outputs, in 16 bit at least, and the loss, in 32 bit. */
  LayerWork head(Pass pass) {
    LayerWork w = work();
    double out = (double) model.outputs() / strategy.tp();
    double rows = model.perToken() ? tokens : sequences;
    double width = Math.max(2, bytes().weight());
    linear(w, pass, 1, rows, (double) model.hidden(), out, width);
    w.vector(VECTOR_FLOPS * rows * out, rows * out * (pass == Pass.FORWARD ? LOSS : LOSS_BACK));
    return w;
  }
}
