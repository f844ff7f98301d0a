package supernode.solve.workload.train;

import java.util.LinkedHashMap;
import java.util.Map;
import supernode.solve.workload.model.Experts;
import supernode.solve.workload.model.Parameters;
import supernode.solve.workload.model.Transformer;

/**
 * Memory of the fullest chip, byte.
 *
 * @param activations kept for the backward pass
 * @param working the layer that is worked out again, logits
 * @param offloaded of the optimiser, elsewhere; not in the total
 */
public record MemoryParts(
    double weights,
    double gradients,
    double optimizer,
    double activations,
    double working,
    double offloaded) {
  public double total() {
    return weights + gradients + optimizer + activations + working;
  }

  /** Parts of the total by their keys. */
  public Map<String, Double> byKey() {
    Map<String, Double> parts = new LinkedHashMap<>();
    parts.put("weights", weights);
    parts.put("gradients", gradients);
    parts.put("optimizer", optimizer);
    parts.put("activations", activations);
    parts.put("working", working);
    return parts;
  }

  public Map.Entry<String, Double> largest() {
    return byKey().entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
  }

  /** Memory of a strategy that has passed {@link StrategyCheck}. */
  public static MemoryParts of(TrainingJob job, Strategy s) {
    return of(job, s, job.batch() / ((long) s.dp() * s.microbatch()));
  }

  static MemoryParts of(TrainingJob job, Strategy s, long microbatches) {
    Transformer m = job.model();
    double layersPerStage = job.deepestStage(s);
    double moe = Math.min(layersPerStage, m.expertLayers());
    double perDense = ActivationMemory.perLayerBytes(job, s, false);
    double perMoe = m.expertLayers() > 0 ? ActivationMemory.perLayerBytes(job, s, true) : 0;
    double stage = moe * perMoe + (layersPerStage - moe) * perDense;
    double tokens = (double) s.microbatch() * job.sequence() / s.cp();
    double outputs = m.perToken() ? tokens * m.outputs() / s.tp() * 4 : 0;
    double again = 0;
    if (s.recompute() == Recompute.FULL) {
      again = ActivationMemory.perLayerBytes(job, s.with(Recompute.NONE), m.expertLayers() > 0);
    }
    MemoryParts first =
        stageParts(
            job,
            s,
            false,
            stage * ActivationMemory.inFlight(s, microbatches),
            again + (s.pp() == 1 ? outputs * (1 + job.mtpLayers()) : 0));
    if (s.pp() == 1) {
      return first;
    }
    double kept = stage * (layersPerStage - job.lackingOfLast(s)) / layersPerStage;
    kept += job.mtpLayers() * (m.expertLayers() > 0 ? perMoe : perDense);
    MemoryParts last = stageParts(job, s, true, kept, again + outputs * (1 + job.mtpLayers()));
    return last.total() > first.total() ? last : first;
  }

  private static MemoryParts stageParts(
      TrainingJob job, Strategy s, boolean last, double activations, double working) {
    double shared = denseParameters(job, s, last);
    double expert = expertParameters(job, s, last);
    double dense = (double) s.dp() * s.cp();
    double replicas = Math.max(1, dense / s.ep());
    var b = job.model().precision();
    double weights = split(shared, expert, s.zero() >= 3, dense, replicas) * b.weight();
    double gradients = split(shared, expert, s.zero() >= 2, dense, replicas) * b.gradient();
    double optimizer = split(shared, expert, s.zero() >= 1, dense, replicas) * b.optimizer();
    boolean away = job.offloads(s);
    return new MemoryParts(
        weights, gradients, away ? 0 : optimizer, activations, working, away ? optimizer : 0);
  }

  private static double split(
      double shared, double expert, boolean sharded, double dense, double replicas) {
    return sharded ? shared / dense + expert / replicas : shared + expert;
  }

  /** Parameters of a chip that all replicas have. */
  static double denseParameters(TrainingJob job, Strategy s, boolean last) {
    Transformer m = job.model();
    Parameters p = m.parameters();
    double stage = layers(job, s, last) / m.layers();
    double layers = (double) p.attention() + p.feedForward() + p.router() + p.shared() + p.norm();
    double ends = s.pp() == 1 ? p.embedding() + p.head() : last ? lastTable(m, p) : p.embedding();
    double joined = last || s.pp() == 1 ? 2.0 * job.mtpLayers() * m.hidden() * m.hidden() : 0;
    return (layers * stage + joined + ends) / s.tp();
  }

  /** Layers of a stage, those that predict further tokens on the last. */
  private static double layers(TrainingJob job, Strategy s, boolean last) {
    double deepest = job.deepestStage(s);
    if (s.pp() == 1) {
      return deepest + job.mtpLayers();
    }
    return last ? deepest - job.lackingOfLast(s) + job.mtpLayers() : deepest;
  }

  /** A tied table is on the last stage too. */
  private static double lastTable(Transformer m, Parameters p) {
    return m.head() ? p.head() : m.headWeights();
  }

  /** Parameters of a chip that only replicas of the same experts have. */
  static double expertParameters(TrainingJob job, Strategy s) {
    return expertParameters(job, s, false);
  }

  private static double expertParameters(TrainingJob job, Strategy s, boolean last) {
    Transformer m = job.model();
    if (m.experts().isEmpty()) {
      return 0;
    }
    Experts e = m.experts().get();
    double layers = Math.min(m.expertLayers() + job.mtpLayers(), layers(job, s, last));
    return layers * e.routed() / s.ep() * m.expertWeights() / s.tp();
  }
}
