package supernode.analysis.workload;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import supernode.solve.network.collective.Mode;
import supernode.solve.workload.machine.DrawnGroups;
import supernode.solve.workload.machine.Fleet;
import supernode.solve.workload.machine.GroupTimes;
import supernode.solve.workload.machine.Interconnect;
import supernode.solve.workload.model.Transformer;
import supernode.solve.workload.serve.CacheTransfer;
import supernode.solve.workload.serve.Deployment;
import supernode.solve.workload.serve.DeploymentCheck;
import supernode.solve.workload.serve.Distribution;
import supernode.solve.workload.serve.InferenceStep;
import supernode.solve.workload.serve.Objective;
import supernode.solve.workload.serve.ReplicaGroup;
import supernode.solve.workload.serve.RequestMix;
import supernode.solve.workload.serve.Service;
import supernode.solve.workload.serve.ServingOptions;

/** Reads what is to be served, to whom, and how. */
final class ServingForm {
  /** What the service was timed by, bound and calibrated. */
  private final List<GroupTimes> timed = new ArrayList<>();

  private static final long MOST_TOKENS = 100_000_000L;
  private static final int MOST_REQUESTS = 2_000_000;
  private static final int MOST_SPLIT = 1_000_000;

  private final JobFields job;
  private final Fleet fleet;
  private final Transformer model;
  private final ServingOptions options;
  private final RequestMix mix;

  /** The same links whichever way steps are timed. */
  private final Map<List<Object>, CacheTransfer> transfers = new HashMap<>();

  private ServingForm(JobFields job, Fleet fleet) {
    this.job = job;
    this.fleet = fleet;
    model = ModelForm.transformer(job);
    options = options(job.objectOr("options"));
    mix = mix(job.object("requests"));
  }

  static JobFields checked(JobFields job) {
    return job.only(
        "model",
        "precision",
        "machine",
        "chip",
        "decode",
        "prefill",
        "transfer",
        "requests",
        "objective",
        "options",
        "seed",
        "usdPerChipHour",
        "usdPerKWh");
  }

  static ServingForm of(JobFields job, Fleet fleet) {
    return new ServingForm(job, fleet);
  }

  Transformer model() {
    return model;
  }

  RequestMix mix() {
    return mix;
  }

  int count() {
    return (int) job.object("requests").whole("count", 1, MOST_REQUESTS, 20_000);
  }

  long seed() {
    return job.whole("seed", 0, Long.MAX_VALUE / 2, 1);
  }

  /** Requests of one user in an hour; 0 where nothing is said. */
  double perUserHour() {
    return job.object("requests").number("perUserHour", 1e-6, 1e9, 0);
  }

  Objective objective() {
    JobFields o = job.objectOr("objective").only("ttftSeconds", "tpotSeconds");
    double never = Double.POSITIVE_INFINITY;
    return new Objective(
        o.number("ttftSeconds", 1e-9, 1e9, never), o.number("tpotSeconds", 1e-9, 1e9, never));
  }

  private static ServingOptions options(JobFields o) {
    o.only(
        "overlap",
        "speculativeTokens",
        "acceptance",
        "pageTokens",
        "reserve",
        "poolGB",
        "poolGBps",
        "maxBatch",
        "maxPrefillTokens");
    ServingOptions d = ServingOptions.PLAIN;
    double pool = o.number("poolGB", 0, 1e9, 0) * 1e9;
    return new ServingOptions(
        o.is("overlap", d.overlap()),
        (int) o.whole("speculativeTokens", 0, 64, 0),
        o.number("acceptance", 0, 1, 0),
        (int) o.whole("pageTokens", 1, 1_000_000, d.pageTokens()),
        o.number("reserve", 0, 0.95, d.reserve()),
        pool,
        (pool > 0 ? o.number("poolGBps", 1e-3, 1e6) : 0) * 1e9,
        (int) o.whole("maxBatch", 1, 100_000, d.mostBatch()),
        (int) o.whole("maxPrefillTokens", 1, MOST_TOKENS, d.prefillTokens()));
  }

  private RequestMix mix(JobFields r) {
    r.only(
        "inputTokens",
        "outputTokens",
        "perSecond",
        "burst",
        "prefixReuse",
        "reuseGBps",
        "reuseFrom",
        "count",
        "perUserHour");
    Distribution output = model.perToken() ? tokens(r, "outputTokens") : new Distribution(1, 0, 1);
    Distribution input =
        model.perToken() || r.has("inputTokens")
            ? tokens(r, "inputTokens")
            : new Distribution((double) model.sequence(), 0, model.sequence());
    return new RequestMix(
        input,
        output,
        r.number("perSecond", 1e-9, 1e9),
        r.number("burst", 0.1, 10, 1),
        r.number("prefixReuse", 0, 0.99, 0));
  }

  /** A number for all equal, or mean, spread and most. */
  private static Distribution tokens(JobFields r, String key) {
    if (r.isGroup(key)) {
      JobFields d = r.object(key).only("mean", "spread", "most");
      double mean = d.number("mean", 1, MOST_TOKENS);
      long most = Math.min(MOST_TOKENS, (long) Math.ceil(mean * 32));
      return new Distribution(
          mean, d.number("spread", 0, 10, 0), d.whole("most", 1, MOST_TOKENS, most));
    }
    long equal = r.whole(key, 1, MOST_TOKENS);
    return new Distribution(equal, 0, equal);
  }

  /** The instances, timed as a bound or calibrated; refused with the nearest that holds. */
  Service service(Mode mode) {
    GroupTimes times = new GroupTimes(fleet, mode);
    timed.add(times);
    InferenceStep decode = step("decode", times);
    boolean apart = job.has("prefill");
    InferenceStep prefill = apart ? step("prefill", times) : decode;
    int left = fleet.count();
    int readers = 0;
    if (apart) {
      int most = Math.max(1, (left - decode.on().chips()) / prefill.on().chips());
      readers = instances("prefill", most);
      left -= readers * prefill.on().chips();
    }
    int writers = instances("decode", Math.max(1, left / decode.on().chips()));
    int needed = writers * decode.on().chips() + fleet.count() - left;
    if (needed > fleet.count()) {
      throw new JobException("serve.instances", job.file(), needed, fleet.count());
    }
    int firstReader = firstChip("prefill", 0);
    ReplicaGroup reading =
        new ReplicaGroup(
            prefill, readers, firstReader, mix.input().mean() * (1 - mix.prefixReuse()));
    ReplicaGroup writing =
        new ReplicaGroup(
            decode,
            writers,
            apart ? firstChip("decode", firstReader + reading.chips()) : 0,
            mix.output().mean() * (1 + options.speculative()) / options.tokensPerStep());
    JobFields t = job.objectOr("transfer").only("GBps", "layerwise", "pieces");
    int layers = Math.toIntExact(model.layers());
    int pieces = (int) t.whole("pieces", 1, layers, t.is("layerwise", false) ? layers : 1);
    return new Service(
        prefill,
        readers,
        decode,
        writers,
        apart,
        transfer(t, reading, writing),
        pieces,
        reuse(apart ? reading : writing),
        1);
  }

  /** From a pool at a rate of its own, or out of the memory of other replicas that read. */
  private Optional<CacheTransfer> reuse(ReplicaGroup readers) {
    JobFields r = job.object("requests");
    String from = r.text("reuseFrom", "pool");
    if (!from.equals("pool") && !from.equals("replicas")) {
      throw r.bad("serve.reuseFrom", from);
    }
    double rate = r.number("reuseGBps", 1e-3, 1e6, 0) * 1e9;
    if (from.equals("pool")) {
      return rate > 0 ? Optional.of(CacheTransfer.atRate(rate, 0, false)) : Optional.empty();
    }
    if (rate > 0) {
      throw r.bad("serve.reuseRate");
    }
    int last = readers.firstChip() + readers.chips();
    boolean followed = last <= DrawnGroups.MOST_CHIPS && mix.prefixReuse() > 0;
    double bytes = mix.input().mean() * mix.prefixReuse() * model.cacheBytesPerToken();
    return followed && readers.replicas() > 1
        ? Optional.of(
            transfers.computeIfAbsent(
                List.of(readers.firstChip(), readers.chips()),
                _ -> CacheTransfer.over(fleet, readers, readers, bytes)))
        : Optional.empty();
  }

  /** Over the drawn fabrics, unless a rate is given or the machine is too large to follow. */
  private CacheTransfer transfer(JobFields t, ReplicaGroup readers, ReplicaGroup writers) {
    boolean apart = job.has("prefill");
    if (apart) {
      apart(readers, writers);
    }
    Interconnect network = fleet.count() > fleet.domainSize() ? fleet.scaleOut() : fleet.scaleUp();
    boolean large = readers.chips() + writers.chips() > DrawnGroups.MOST_CHIPS;
    if (!apart || t.has("GBps") || large) {
      double each = network.bytesPerS() * readers.step().on().tp();
      return CacheTransfer.atRate(
          t.number("GBps", 1e-3, 1e6, each / 1e9) * 1e9,
          network.latencyS(),
          fleet.count() <= fleet.domainSize());
    }
    double bytes = mix.input().mean() * model.cacheBytesPerToken();
    return transfers.computeIfAbsent(
        List.of(readers.firstChip(), readers.chips(), writers.firstChip(), writers.chips()),
        _ -> CacheTransfer.over(fleet, readers, writers, bytes));
  }

  private int firstChip(String key, int otherwise) {
    return (int) job.objectOr(key).whole("firstChip", 0, fleet.count() - 1L, otherwise);
  }

  /** Refuses groups that share chips, or go beyond the last one. */
  private void apart(ReplicaGroup readers, ReplicaGroup writers) {
    int readersEnd = readers.firstChip() + readers.chips();
    int writersEnd = writers.firstChip() + writers.chips();
    if (Math.max(readersEnd, writersEnd) > fleet.count()
        || (readers.firstChip() < writersEnd && writers.firstChip() < readersEnd)) {
      throw new JobException(
          "serve.chipsShared",
          job.file(),
          readers.firstChip(),
          readersEnd - 1,
          writers.firstChip(),
          writersEnd - 1,
          fleet.count() - 1);
    }
  }

  private int instances(String key, int otherwise) {
    return (int) job.objectOr(key).whole("instances", 1, MOST_SPLIT, otherwise);
  }

  /** Whether evenly spaced distances stood for all pairs of a group. */
  boolean sampled() {
    return timed.stream().anyMatch(GroupTimes::sampled);
  }

  private InferenceStep step(String key, GroupTimes times) {
    JobFields d = job.objectOr(key).only("tp", "replicas", "instances", "firstChip");
    Deployment own =
        DeploymentCheck.smallest(model, options, fleet).orElse(new Deployment(1, fleet.count()));
    Deployment on =
        d.has("tp") || d.has("replicas")
            ? new Deployment(
                (int) d.whole("tp", 1, MOST_SPLIT, 1), (int) d.whole("replicas", 1, MOST_SPLIT, 1))
            : own;
    InferenceStep step = new InferenceStep(model, on, options, times);
    long longest = model.perToken() ? mix.input().most() + mix.output().most() : 1;
    DeploymentCheck.of(step, fleet, longest)
        .ifPresent(why -> {
          throw new JobException("job.design", d.where(), why);
        });
    return step;
  }
}
