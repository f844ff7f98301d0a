package supernode.analysis.workload;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import supernode.design.Setting;
import supernode.solve.workload.model.Transformer;
import supernode.solve.workload.train.ElementOp;
import supernode.solve.workload.train.Kernels;
import supernode.solve.workload.train.RankOrder;
import supernode.solve.workload.train.Recompute;
import supernode.solve.workload.train.Strategy;
import supernode.solve.workload.train.TrainingJob;

/** Reads what is to be trained, and how. */
final class TrainingForm {
  private static final long MOST = 1_000_000_000L;
  private static final int MOST_SPLIT = 10_000_000;
  static final int MOST_FURTHER = 16;
  static final String FUSED = "fused";
  static final String UNFUSED = "unfused";
  static final String TENSOR = "tensor";
  static final String BLOCK = "block";

  private TrainingForm() {}

  static JobFields checked(JobFields job) {
    return job.only(
        "model",
        "precision",
        "batch",
        "sequence",
        "unevenStages",
        "mtpLayers",
        "strategy",
        "placement",
        "kernels",
        "machine",
        "chip",
        "tokens",
        "usdPerChipHour",
        "usdPerKWh",
        "reliability");
  }

  static TrainingJob job(JobFields job) {
    Transformer model = ModelForm.transformer(job);
    return new TrainingJob(
        model,
        job.whole("batch", 1, MOST),
        job.whole("sequence", 1, MOST, model.sequence()),
        kernels(job.objectOr("kernels")),
        job.is("unevenStages", false),
        order(job),
        (int) job.whole("mtpLayers", 0, MOST_FURTHER, 0));
  }

  private static RankOrder order(JobFields job) {
    String text = job.text("placement", RankOrder.USUAL.toString());
    return RankOrder.of(text).orElseThrow(() -> job.bad("job.placement", text, RankOrder.USUAL));
  }

  private static Kernels kernels(JobFields k) {
    k.only(
        "flashAttention",
        "tensorOverlap",
        "expertOverlap",
        "pipelineOverlap",
        "dataOverlap",
        "bubbleShare",
        "offloadGBps",
        "elementwise",
        "fusedNorm",
        "fusedRotary",
        "fusedActivation",
        "fusedSoftmax",
        "fusedGradientSum",
        "fusedOptimizer",
        "fp8Scaling");
    Kernels d = Kernels.FUSED;
    return new Kernels(
        k.is("flashAttention", d.flash()),
        k.number("tensorOverlap", 0, 1, d.tensorOverlap()),
        k.number("expertOverlap", 0, 1, d.expertOverlap()),
        k.number("pipelineOverlap", 0, 1, d.pipelineOverlap()),
        k.number("dataOverlap", 0, 1, d.dataOverlap()),
        k.number("bubbleShare", 0, 1, d.bubbleShare()),
        k.number("offloadGBps", 1e-3, 1e6, 0) * 1e9,
        k.oneOf("fp8Scaling", TENSOR, List.of(TENSOR, BLOCK)).equals(BLOCK),
        unfused(k));
  }

  /** What is said of each kind of operation; else what is said of all. */
  private static Set<ElementOp> unfused(JobFields k) {
    boolean all = k.oneOf("elementwise", FUSED, List.of(FUSED, UNFUSED)).equals(FUSED);
    Set<ElementOp> unfused = ElementOp.all();
    unfused.removeIf(op -> k.is(op.key(), all));
    return unfused;
  }

  /**
   * The strategy; what is left over goes to data parallelism where nothing is said of it.
   *
   * @param chips of the machine
   * @param searched whether tp is found later: sequence parallelism then goes with it
   */
  static Strategy strategy(JobFields job, int chips, boolean searched) {
    JobFields s =
        job.objectOr("strategy")
            .only(
                "tp",
                "pp",
                "dp",
                "ep",
                "cp",
                "microbatch",
                "interleave",
                "recompute",
                "sequenceParallel",
                "zero",
                "offload",
                "search");
    int tp = split(s, "tp", 1);
    int pp = split(s, "pp", 1);
    int cp = split(s, "cp", 1);
    long inner = (long) tp * pp * cp;
    List<String> kinds = Arrays.stream(Recompute.values()).map(Recompute::key).toList();
    return new Strategy(
        tp,
        pp,
        split(s, "dp", Math.clamp(chips / inner, 1, MOST_SPLIT)),
        split(s, "ep", 1),
        cp,
        split(s, "microbatch", 1),
        split(s, "interleave", 1),
        Recompute.ofKey(s.oneOf("recompute", Recompute.NONE.key(), kinds)).orElseThrow(),
        s.is("sequenceParallel", tp > 1 || searched),
        (int) s.whole("zero", 0, 3, 1),
        s.is("offload", true));
  }

  /** Whether the fastest strategy is to be found that has what is set. */
  static boolean searches(JobFields job) {
    return job.objectOr("strategy").is("search", false);
  }

  /**
   * Whether a strategy has all that the job sets of it.
   *
   * @param like the strategy with what the job sets
   */
  static Predicate<Strategy> wanted(JobFields job, Strategy like) {
    JobFields set = job.objectOr("strategy");
    return s ->
        (!set.has("tp") || s.tp() == like.tp())
            && (!set.has("pp") || s.pp() == like.pp())
            && (!set.has("dp") || s.dp() == like.dp())
            && (!set.has("ep") || s.ep() == like.ep())
            && (!set.has("cp") || s.cp() == like.cp())
            && (!set.has("microbatch") || s.microbatch() == like.microbatch())
            && (!set.has("interleave") || s.interleave() == like.interleave())
            && (!set.has("recompute") || s.recompute() == like.recompute())
            && (!set.has("zero") || s.zero() == like.zero())
            && (!set.has("offload") || s.offload() == like.offload());
  }

  /** A job with a strategy of its own. */
  static Setting.Group with(Setting.Group job, Strategy s) {
    Map<String, Setting> strategy = new LinkedHashMap<>();
    strategy.put("tp", new Setting.Amount(s.tp()));
    strategy.put("pp", new Setting.Amount(s.pp()));
    strategy.put("dp", new Setting.Amount(s.dp()));
    strategy.put("ep", new Setting.Amount(s.ep()));
    strategy.put("cp", new Setting.Amount(s.cp()));
    strategy.put("microbatch", new Setting.Amount(s.microbatch()));
    strategy.put("interleave", new Setting.Amount(s.interleave()));
    strategy.put("recompute", new Setting.Word(s.recompute().key()));
    strategy.put("sequenceParallel", new Setting.Truth(s.sequenceParallel()));
    strategy.put("zero", new Setting.Amount(s.zero()));
    strategy.put("offload", new Setting.Truth(s.offload()));
    // What goes without saying is not written.
    strategy.values().removeIf(new Setting.Amount(1)::equals);
    strategy.values().removeIf(new Setting.Word(Recompute.NONE.key())::equals);
    Map<String, Setting> next = new LinkedHashMap<>(job.members());
    next.put("strategy", new Setting.Group(strategy));
    return new Setting.Group(next);
  }

  private static int split(JobFields s, String key, int otherwise) {
    return (int) s.whole(key, 1, MOST_SPLIT, otherwise);
  }
}
