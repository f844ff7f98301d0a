package supernode.analysis.workload;

import static supernode.analysis.workload.JobField.choice;
import static supernode.analysis.workload.JobField.number;
import static supernode.analysis.workload.JobField.share;
import static supernode.analysis.workload.JobField.text;
import static supernode.analysis.workload.JobField.truth;
import static supernode.analysis.workload.JobField.truthLike;
import static supernode.analysis.workload.JobField.whole;
import static supernode.analysis.workload.JobField.wholes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import supernode.catalog.ModelField;
import supernode.design.Setting;
import supernode.design.SettingPath;
import supernode.design.Workload;
import supernode.quantity.Dimension;
import supernode.quantity.Text;
import supernode.solve.workload.train.ElementOp;
import supernode.solve.workload.train.Recompute;

/** All that can be set of a workload, by subject. */
public final class JobSheet {
  private static final double MOST_TOKENS = 1e8;
  private static final double MOST_SPLIT = 1e6;

  /** Jobs of a day that have fields each; more of them are set in the file. */
  private static final int MOST_LISTED = 100;

  private JobSheet() {}

  /**
   * Fields of one subject.
   *
   * @param item of a list, the place of the item, which can be taken out
   */
  public record Group(Text title, List<JobField> fields, Optional<String> item) {
    public Group {
      fields = List.copyOf(fields);
    }

    /** How many of them are set. */
    public long set(Setting.Group job) {
      return fields.stream().filter(f -> SettingPath.get(job, f.path()).isPresent()).count();
    }
  }

  /** The fields of a workload as it is; what it has of its own model and its lists among them. */
  public static List<Group> of(Workload workload) {
    List<Group> groups = new ArrayList<>();
    Setting.Group job = workload.job();
    if (SettingPath.get(job, "model").orElse(null) instanceof Setting.Group) {
      groups.add(group("model", model()));
    }
    switch (workload.kind()) {
      case TRAIN -> train(groups);
      case SERVE -> serve(groups, job);
      case SCHEDULE -> schedule(groups, job);
    }
    return groups;
  }

  private static Group group(String key, JobField... fields) {
    return new Group(Text.of("job.group." + key), List.of(fields), Optional.empty());
  }

  /** Dimensions of a shape of one's own. */
  private static JobField[] model() {
    Stream<JobField> dimensions =
        Stream.of(
                ModelField.LAYERS,
                ModelField.HIDDEN,
                ModelField.HEADS,
                ModelField.KV_HEADS,
                ModelField.HEAD_DIM,
                ModelField.FEED_FORWARD,
                ModelField.GATED,
                ModelField.VOCABULARY,
                ModelField.SEQUENCE,
                ModelField.TIED_EMBEDDINGS,
                ModelField.KV_RANK,
                ModelField.QUERY_RANK,
                ModelField.ROPE_DIM,
                ModelField.VALUE_DIM,
                ModelField.EXPERTS,
                ModelField.ACTIVE_EXPERTS,
                ModelField.SHARED_EXPERTS,
                ModelField.EXPERT_FEED_FORWARD,
                ModelField.DENSE_LAYERS,
                ModelField.EXPERT_GROUPS,
                ModelField.ACTIVE_GROUPS)
            .map(f -> whole("model." + f.key(), f.min(), f.max(), ""));
    return Stream.concat(Stream.of(text("model.name")), dimensions).toArray(JobField[]::new);
  }

  private static void train(List<Group> to) {
    to.add(
        group(
            "job",
            whole("batch", 1, 1e9, ""),
            whole("sequence", 1, 1e9, ""),
            truth("unevenStages", false),
            whole("mtpLayers", 0, TrainingForm.MOST_FURTHER, "0"),
            text("placement"),
            text("chip")));
    List<String> kinds = Arrays.stream(Recompute.values()).map(Recompute::key).toList();
    to.add(
        group(
            "strategy",
            truth("strategy.search", false),
            whole("strategy.tp", 1, 1e7, "1"),
            whole("strategy.pp", 1, 1e7, "1"),
            whole("strategy.dp", 1, 1e7, ""),
            whole("strategy.ep", 1, 1e7, "1"),
            whole("strategy.cp", 1, 1e7, "1"),
            whole("strategy.microbatch", 1, 1e7, "1"),
            whole("strategy.interleave", 1, 1e7, "1"),
            choice("strategy.recompute", kinds, Recompute.NONE.key()),
            truth("strategy.sequenceParallel", true),
            whole("strategy.zero", 0, 3, "1"),
            truth("strategy.offload", true)));
    to.add(precision());
    to.add(kernels());
    to.add(
        group(
            "reliability",
            number("reliability.mtbfHours", Dimension.TIME, 3600, 1e-6, 1e9, ""),
            number("reliability.checkpointSeconds", Dimension.TIME, 1, 0, 1e6, ""),
            number("reliability.stallSeconds", Dimension.TIME, 1, 0, 1e6, ""),
            number("reliability.restartSeconds", Dimension.TIME, 1, 0, 1e6, "5 min"),
            number("reliability.intervalSeconds", Dimension.TIME, 1, 1e-3, 1e9, "")));
    to.add(
        group(
            "budget",
            number("tokens", Dimension.COUNT, 1, 1, 1e18, ""),
            number("usdPerChipHour", Dimension.FACTOR, 1, 0, 1e6, ""),
            number("usdPerKWh", Dimension.FACTOR, 1, 0, 1e6, "")));
  }

  private static Group kernels() {
    Stream<JobField> overlap =
        Stream.of(
            truth("kernels.flashAttention", true),
            share("kernels.tensorOverlap", 0, 1, "0 %"),
            share("kernels.expertOverlap", 0, 1, "0 %"),
            share("kernels.pipelineOverlap", 0, 1, "0 %"),
            share("kernels.dataOverlap", 0, 1, "100 %"),
            share("kernels.bubbleShare", 0, 1, "100 %"),
            number("kernels.offloadGBps", Dimension.BANDWIDTH, 1e9, 1e-3, 1e6, ""),
            choice(
                "kernels.fp8Scaling",
                List.of(TrainingForm.TENSOR, TrainingForm.BLOCK),
                TrainingForm.TENSOR),
            choice(
                "kernels.elementwise",
                List.of(TrainingForm.FUSED, TrainingForm.UNFUSED),
                TrainingForm.FUSED));
    Stream<JobField> fused =
        Arrays.stream(ElementOp.values())
            .map(op -> truthLike("kernels." + op.key(), "asElementwise"));
    return group("kernels", Stream.concat(overlap, fused).toArray(JobField[]::new));
  }

  private static Group precision() {
    return group(
        "precision",
        number("precision.weightBits", Dimension.FACTOR, 1, 1, 256, ""),
        number("precision.activationBits", Dimension.FACTOR, 1, 1, 256, ""),
        number("precision.gradientBits", Dimension.FACTOR, 1, 1, 256, ""),
        number("precision.optimizerBits", Dimension.FACTOR, 1, 1, 256, ""),
        number("precision.kvBits", Dimension.FACTOR, 1, 1, 256, ""),
        number("precision.dispatchBits", Dimension.FACTOR, 1, 1, 256, ""),
        number("precision.combineBits", Dimension.FACTOR, 1, 1, 256, ""));
  }

  private static void serve(List<Group> to, Setting.Group job) {
    List<JobField> requests = new ArrayList<>();
    requests.add(number("requests.perSecond", Dimension.FACTOR, 1, 1e-9, 1e9, ""));
    tokens("requests.inputTokens", job, requests);
    tokens("requests.outputTokens", job, requests);
    requests.add(number("requests.burst", Dimension.FACTOR, 1, 0.1, 10, "1"));
    requests.add(share("requests.prefixReuse", 0, 0.99, "0 %"));
    requests.add(number("requests.reuseGBps", Dimension.BANDWIDTH, 1e9, 1e-3, 1e6, ""));
    requests.add(text("requests.reuseFrom"));
    requests.add(number("requests.perUserHour", Dimension.FACTOR, 1, 1e-6, 1e9, ""));
    requests.add(whole("requests.count", 1, 2_000_000, "20,000"));
    requests.add(text("chip"));
    to.add(new Group(Text.of("job.group.requests"), requests, Optional.empty()));
    to.add(
        group(
            "objective",
            number("objective.ttftSeconds", Dimension.TIME, 1, 1e-9, 1e9, ""),
            number("objective.tpotSeconds", Dimension.TIME, 1, 1e-9, 1e9, "")));
    to.add(
        group(
            "decode",
            whole("decode.tp", 1, MOST_SPLIT, ""),
            whole("decode.replicas", 1, MOST_SPLIT, ""),
            whole("decode.instances", 1, MOST_SPLIT, ""),
            whole("decode.firstChip", 0, MOST_SPLIT, "")));
    to.add(
        group(
            "prefill",
            whole("prefill.tp", 1, MOST_SPLIT, ""),
            whole("prefill.replicas", 1, MOST_SPLIT, ""),
            whole("prefill.instances", 1, MOST_SPLIT, ""),
            whole("prefill.firstChip", 0, MOST_SPLIT, "0"),
            number("transfer.GBps", Dimension.BANDWIDTH, 1e9, 1e-3, 1e6, ""),
            truth("transfer.layerwise", false),
            whole("transfer.pieces", 1, 10_000, "")));
    to.add(precision());
    to.add(
        group(
            "options",
            truth("options.overlap", false),
            whole("options.speculativeTokens", 0, 64, "0"),
            share("options.acceptance", 0, 1, "0 %"),
            whole("options.pageTokens", 1, 1_000_000, "16"),
            share("options.reserve", 0, 0.95, "10 %"),
            number("options.poolGB", Dimension.DATA, 1e9, 0, 1e9, ""),
            number("options.poolGBps", Dimension.BANDWIDTH, 1e9, 1e-3, 1e6, ""),
            whole("options.maxBatch", 1, 100_000, "1,024"),
            whole("options.maxPrefillTokens", 1, MOST_TOKENS, "8,192")));
    to.add(
        group(
            "budget",
            number("usdPerChipHour", Dimension.FACTOR, 1, 0, 1e6, ""),
            number("usdPerKWh", Dimension.FACTOR, 1, 0, 1e6, "")));
  }

  /** All equal, or mean, spread and most: as the job has it. */
  private static void tokens(String path, Setting.Group job, List<JobField> to) {
    if (SettingPath.get(job, path).orElse(null) instanceof Setting.Group) {
      to.add(named(number(path + ".mean", Dimension.COUNT, 1, 1, MOST_TOKENS, ""), path, "Mean"));
      to.add(named(number(path + ".spread", Dimension.FACTOR, 1, 0, 10, "0"), path, "Spread"));
      to.add(named(whole(path + ".most", 1, MOST_TOKENS, ""), path, "Most"));
    } else {
      to.add(whole(path, 1, MOST_TOKENS, ""));
    }
  }

  private static JobField named(JobField f, String path, String what) {
    String leaf = path.substring(path.lastIndexOf('.') + 1);
    Text label = Text.of("job.field." + leaf + what);
    return new JobField(
        f.path(),
        label,
        f.type(),
        f.dimension(),
        f.si(),
        f.least(),
        f.most(),
        f.words(),
        f.otherwise());
  }

  private static void schedule(List<Group> to, Setting.Group job) {
    to.add(
        group(
            "day",
            number("hours", Dimension.TIME, 3600, 0.25, 24 * 31, "1 d"),
            share("trainingShare", 0, 1, "60 %"),
            share("idlePowerShare", 0, 1, "10 %"),
            number("leadMinutes", Dimension.TIME, 60, 0, 24 * 60, "30 min"),
            number("resizeSeconds", Dimension.TIME, 1, 0, 86400, "1 min"),
            whole("seed", 0, 1e15, "1"),
            text("chip")));
    for (int i = 0; i < size(job, "classes"); i++) {
      String at = "classes[" + i + "]";
      to.add(
          item(
              "class",
              at,
              i,
              text(at + ".kind"),
              whole(at + ".count", 1, 200_000, ""),
              wholes(at + ".chips", 1, 1e7),
              number(at + ".meanHours", Dimension.TIME, 3600, 1e-4, 24 * 31, ""),
              number(at + ".spread", Dimension.FACTOR, 1, 0, 10, "1"),
              share(at + ".leastShare", 0.01, 1, "100 %"),
              share(at + ".exchangeShare", 0, 1, "20 %")));
    }
    int jobs = size(job, "jobs");
    for (int i = 0; i < Math.min(jobs, MOST_LISTED); i++) {
      String at = "jobs[" + i + "]";
      to.add(
          item(
              "listed",
              at,
              i,
              text(at + ".kind"),
              number(at + ".arrivalHours", Dimension.TIME, 3600, 0, 24 * 31, "0 s"),
              whole(at + ".chips", 1, 1e7, ""),
              whole(at + ".leastChips", 1, 1e7, ""),
              number(at + ".hours", Dimension.TIME, 3600, 1e-4, 24 * 31, ""),
              share(at + ".exchangeShare", 0, 1, "20 %")));
    }
    if (jobs > MOST_LISTED) {
      Text more = Text.of("job.group.moreListed", jobs - MOST_LISTED);
      to.add(new Group(more, List.of(), Optional.empty()));
    }
    for (int i = 0; i < size(job, "services"); i++) {
      String at = "services[" + i + "]";
      to.add(
          item(
              "service",
              at,
              i,
              text(at + ".name"),
              whole(at + ".peakChips", 1, 1e7, ""),
              share(at + ".troughShare", 0, 1, "30 %"),
              number(at + ".peakHour", Dimension.FACTOR, 1, 0, 24, "15"),
              whole(at + ".unit", 1, 1e7, "8")));
    }
  }

  private static Group item(String key, String at, int i, JobField... fields) {
    return new Group(Text.of("job.group." + key, i + 1), List.of(fields), Optional.of(at));
  }

  private static int size(Setting.Group job, String list) {
    return SettingPath.get(job, list).orElse(null) instanceof Setting.Listing(List<Setting> items)
        ? items.size()
        : 0;
  }
}
