package supernode.solve.workload.roofline;

import java.util.ArrayList;
import java.util.List;
import supernode.solve.workload.machine.Fleet;
import supernode.solve.workload.model.Attention;
import supernode.solve.workload.model.Experts;
import supernode.solve.workload.model.Precision;
import supernode.solve.workload.model.Transformer;

/**
 * The forward pass of a model, operator by operator. Weights are read once, inputs read and outputs
 * written once; matrices are split evenly over a tensor group.
 */
public final class Operators {
  /** Operations per element of norms and residual sums: small beside their traffic. */
  private static final double VECTOR_FLOPS = 8;

  private final Transformer model;
  private final Pass pass;
  private final Precision bytes;
  private final double tp;
  private final List<Operator> all = new ArrayList<>();

  private Operators(Transformer model, Pass pass) {
    this.model = model;
    this.pass = pass;
    bytes = model.precision();
    tp = pass.tensor().ranks();
  }

  public static List<Operator> of(Transformer model, Pass pass) {
    return new Operators(model, pass).list();
  }

  private List<Operator> list() {
    Attention a = model.attention();
    double layers = model.layers();
    double h = model.hidden();
    double out = a.outputWidth() * h;
    double inner = a.weights(model.hidden()) - out;
    double wide = a.queryWidth() + a.keyWidth() + (double) a.valueWidth();
    matrix("queryKeyValue", layers, pass.rows(), inner, h + wide, Sent.NONE);
    core(a, layers);
    matrix("attentionOutput", layers, pass.rows(), out, a.outputWidth() + h, reduced(layers));
    double ff = model.feedForward();
    double in = model.gated() ? 2 : 1;
    double dense = model.denseLayers();
    matrix("feedForwardUp", dense, pass.rows(), in * h * ff, h + in * ff, Sent.NONE);
    matrix("feedForwardDown", dense, pass.rows(), h * ff, h + ff, reduced(dense));
    model.experts().ifPresent(e -> experts(e, in));
    matrix("head", 1, pass.outputs(), (double) model.headWeights(), h + model.outputs(), Sent.NONE);
    double elements = 2 * layers * pass.rows() * h / tp;
    double moved = 5 * elements * bytes.activation();
    add(new Operator("norms", VECTOR_FLOPS * elements, 0, moved, 0, 0, 2 * layers, 0));
    return all;
  }

  private void core(Attention a, double layers) {
    boolean decoding = pass.cached() > 0;
    double perPair = decoding ? a.flopsPerCachedPair() : a.flopsPerPair();
    double tensors = pass.rows() * (a.queryWidth() + (double) a.outputWidth()) / tp;
    double made = decoding ? 0 : pass.rows() * (a.keyWidth() + (double) a.valueWidth()) / tp;
    // A compressed cache has no heads to split by: every chip reads it whole.
    double split = a instanceof Attention.Latent ? 1 : tp;
    double cache = pass.cached() * a.cacheElements() / split * bytes.kv();
    add(
        new Operator(
            "attention",
            layers * pass.rows() * pass.context() * perPair / tp,
            bytes.activation(),
            layers * ((tensors + made) * bytes.activation() + cache),
            0,
            0,
            layers,
            decoding ? 0 : (model.causal() ? 2 : 1) * pass.context()));
  }

  private void experts(Experts e, double in) {
    double layers = model.expertLayers();
    double h = model.hidden();
    double ff = e.feedForward();
    double ranks = pass.expert().ranks();
    matrix("router", layers, pass.rows(), h * e.routed(), h + e.routed(), Sent.NONE);
    double shared = e.shared();
    matrix(
        "sharedExperts",
        layers,
        pass.rows(),
        (in + 1) * shared * h * ff,
        2 * h + (in + 1) * shared * ff,
        Sent.NONE);
    // Balanced: every chip gets as many tokens as it sends.
    double rows = pass.rows() * e.active() / tp;
    double groups = Math.max(1, ranks / tp);
    double weights = e.touched(pass.rows() * groups) / ranks * (in + 1) * h * ff;
    double through = rows * (2 * h + (in + 1) * ff) * bytes.activation();
    double sent = rows * h * (bytes.dispatch() + bytes.combine());
    Fleet.Group g = pass.expert();
    double inside = (g.perDomain() - 1) / ranks;
    double outside = (ranks - g.perDomain()) / ranks;
    if (layers > 0) {
      add(
          new Operator(
              "routedExperts",
              layers * 2 * rows * (in + 1) * h * ff,
              bytes.weight(),
              layers * (weights * bytes.weight() + through),
              layers * sent * inside,
              layers * sent * outside,
              layers,
              0));
    }
  }

  /** What a chip sends for an operator. */
  private record Sent(double scaleUp, double scaleOut) {
    private static final Sent NONE = new Sent(0, 0);
  }

  /** Partial sums of a tensor group, added up inside each domain and then among the domains. */
  private Sent reduced(double layers) {
    Fleet.Group g = pass.tensor();
    double size = layers * pass.rows() * model.hidden() * bytes.activation();
    double inside = 2.0 * (g.perDomain() - 1) / g.perDomain();
    double outside = 2.0 * (g.domains() - 1) / g.domains() / g.perDomain();
    return new Sent(size * inside, size * outside);
  }

  private void matrix(
      String key, double times, double rows, double weights, double through, Sent sent) {
    if (times > 0 && rows > 0 && weights > 0) {
      add(
          new Operator(
              key,
              times * 2 * rows * weights / tp,
              bytes.weight(),
              times * (weights * bytes.weight() + rows * through * bytes.activation()) / tp,
              sent.scaleUp,
              sent.scaleOut,
              times,
              0));
    }
  }

  private void add(Operator operator) {
    if (operator.flops() > 0) {
      all.add(operator);
    }
  }
}
