package supernode.solve.workload.serve;

import supernode.solve.network.collective.ExpertParallel;
import supernode.solve.network.collective.ExpertTraffic;
import supernode.solve.network.collective.Mode;
import supernode.solve.network.collective.Operation;
import supernode.solve.workload.machine.Chip;
import supernode.solve.workload.machine.Efficiency;
import supernode.solve.workload.machine.ExpertExchange;
import supernode.solve.workload.machine.Fleet.Group;
import supernode.solve.workload.machine.GroupTimes;
import supernode.solve.workload.model.Attention;
import supernode.solve.workload.model.Experts;
import supernode.solve.workload.model.Precision;
import supernode.solve.workload.model.Transformer;

/** Time of one step of an instance: some prompts read, or one token of each request written. */
public final class InferenceStep {
  private final Transformer model;
  private final Deployment on;
  private final ServingOptions options;
  private final GroupTimes times;
  private final Efficiency efficiency;

  public InferenceStep(Transformer model, Deployment on, ServingOptions options, GroupTimes times) {
    this.model = model;
    this.on = on;
    this.options = options;
    this.times = times;
    efficiency = times.mode() == Mode.BOUND ? Efficiency.BOUND : Efficiency.CALIBRATED;
  }

  public Transformer model() {
    return model;
  }

  public Deployment on() {
    return on;
  }

  public ServingOptions options() {
    return options;
  }

  /**
   * One token of every request.
   *
   * @param batch requests of a replica
   * @param context tokens that each has in the cache, in the mean
   */
  public StepCost decode(double batch, double context) {
    double rows = batch * (1 + options.speculative());
    double pairs = rows * context;
    double cacheBytes = batch * context * on.cacheBytes(model);
    double room = cacheRoomBytes();
    double away = Math.max(0, cacheBytes - room);
    return step(
        rows,
        new Core(pairs * model.attention().flopsPerCachedPair(), 0),
        cacheBytes - away,
        away,
        rows,
        true);
  }

  /**
   * Prompts of a replica.
   *
   * @param tokens to be worked on
   * @param before tokens of each prompt that the cache has already
   * @param length tokens of one prompt that are to be worked on
   * @param outputs tokens that get an output: one of each prompt
   */
  public StepCost prefill(double tokens, double before, double length, double outputs) {
    double looked = before + (model.causal() ? length / 2 : length);
    double bytes = tokens / Math.max(1, length) * (before + length) * on.cacheBytes(model);
    double flops = tokens * looked * model.attention().flopsPerPair();
    return step(tokens, new Core(flops, before + length), bytes, 0, outputs, false);
  }

  /** Memory of a chip that is left for the cache. */
  public double cacheRoomBytes() {
    double memory = times.fleet().chip().memoryBytes() * (1 - options.reserve());
    return Math.max(0, memory - on.weightBytes(model));
  }

  /** Tokens of cache of a replica, in memory and in the pool. */
  public double cacheTokens() {
    return (cacheRoomBytes() + options.poolBytes()) / on.cacheBytes(model);
  }

  /**
   * Attention between tokens.
   *
   * @param flops of a layer
   * @param sequence tokens that each looks at; 0 where few rows read a long cache
   */
  private record Core(double flops, double sequence) {
    Core half() {
      return new Core(flops / 2, sequence);
    }

    double seconds(Efficiency by, Chip chip, int tp, double elementBytes, double bytes) {
      return sequence > 0
          ? by.attentionSeconds(chip, flops / tp, elementBytes, sequence, bytes)
          : by.seconds(chip, flops / tp, elementBytes, 0, bytes);
    }
  }

  /**
   * The whole batch at once, or where that is quicker its halves in turns: one computes while the
   * other travels. A few requests are better off together: each half reads the weights anew.
   */
  private StepCost step(
      double rows,
      Core attention,
      double cacheBytes,
      double poolBytes,
      double outputs,
      boolean decode) {
    StepCost whole = whole(rows, attention, cacheBytes, poolBytes, outputs, decode);
    if (!options.overlap()) {
      return whole;
    }
    StepCost half =
        whole(rows / 2, attention.half(), cacheBytes / 2, poolBytes / 2, outputs / 2, decode);
    double travels = 2 * half.expert();
    double behind = Math.min(travels, 2 * half.compute());
    // Prompts travel by kernels that take units of the chip; single tokens by the adapters alone.
    double taken = decode ? 0 : behind * efficiency.takenBehind(true);
    StepCost halves =
        new StepCost(
            2 * half.compute() + taken,
            2 * half.cache(),
            2 * half.pool(),
            2 * half.tensor(),
            travels - behind);
    return halves.total() < whole.total() ? halves : whole;
  }

  private StepCost whole(
      double rows,
      Core attention,
      double cacheBytes,
      double poolBytes,
      double outputs,
      boolean decode) {
    Chip chip = times.fleet().chip();
    Precision p = model.precision();
    double layers = model.layers();
    double core =
        attention.seconds(
            efficiency,
            chip,
            on.tp(),
            p.activation(),
            cacheBytes / layers + rows * widths() / on.tp() * p.activation());
    double mixing = projections(rows) + core + norms(rows) + turning(rows);
    double dense = perceptron(rows, (double) model.feedForward() / on.tp());
    double moe = model.experts().map(e -> experts(e, rows)).orElse(0.0);
    double head = linear(outputs, (double) model.hidden(), (double) model.outputs() / on.tp());
    double compute =
        layers * mixing + model.denseLayers() * dense + model.expertLayers() * moe + head;
    double tensor = layers * tensorSeconds(rows);
    double expert = model.expertLayers() > 0 ? model.expertLayers() * exchange(rows, decode) : 0;
    double cache = cacheBytes / chip.memoryBytesPerS();
    double rate = options.poolBytesPerS();
    double pool = rate > 0 ? poolBytes / rate : 0;
    return new StepCost(compute, Math.min(compute, cache), pool, tensor, expert);
  }

  private double widths() {
    Attention a = model.attention();
    return (double) a.queryWidth() + a.outputWidth();
  }

  private double linear(double rows, double in, double out) {
    Precision p = model.precision();
    return efficiency.seconds(
            times.fleet().chip(),
            2 * rows * in * out,
            p.weight(),
            0,
            in * out * p.weight() + rows * (in + out) * p.activation())
        + narrowed(rows * in);
  }

  /** Inputs in as few bits as the weights, where these are narrower; a bound has it done before. */
  private double narrowed(double elements) {
    Precision p = model.precision();
    return p.weight() < Math.min(2, p.activation())
        ? beside(elements * (p.activation() + p.weight()))
        : 0;
  }

  /** A kernel that reads and writes only, where it is not taken for a part of the one before. */
  private double beside(double bytes) {
    return times.mode() == Mode.BOUND
        ? 0
        : efficiency.seconds(times.fleet().chip(), 0, 2, 0, bytes);
  }

  /** Queries and keys turned by their positions. */
  private double turning(double rows) {
    Attention a = model.attention();
    double turned = rows * (a.queryWidth() + a.keyWidth()) / on.tp();
    return model.turnsPositions() ? beside(2 * turned * model.precision().activation()) : 0;
  }

  /** Between the two matrices of a perceptron. */
  private double activated(double elements) {
    return beside(elements * (model.gated() ? 3 : 2) * model.precision().activation());
  }

  private double projections(double rows) {
    double h = model.hidden();
    double t = on.tp();
    double q = model.attention().queryWidth();
    double out = linear(rows, model.attention().outputWidth() / t, h);
    return switch (model.attention()) {
      case Attention.Grouped a ->
          out + linear(rows, h, (q + 2 * Math.max((double) a.keyWidth(), a.headDim() * t)) / t);
      case Attention.Latent a -> {
        double rank = a.queryRank() > 0 ? a.queryRank() : h;
        double down = a.queryRank() > 0 ? linear(rows, h, a.queryRank()) : 0;
        double up =
            linear(rows, a.kvRank(), (double) a.heads() * (a.plainDim() + a.valueDim()) / t);
        yield out
            + down
            + linear(rows, h, a.kvRank() + a.ropeDim())
            + linear(rows, rank, q / t)
            + up;
      }
    };
  }

  /** Two norms and two sums, each read and written. */
  private double norms(double rows) {
    double bytes = rows * model.hidden() * model.precision().activation();
    return 2 * efficiency.seconds(times.fleet().chip(), 0, 2, 0, 5 * bytes);
  }

  private double perceptron(double rows, double wide) {
    return linear(rows, (double) model.hidden(), model.gated() ? 2 * wide : wide)
        + activated(rows * wide)
        + linear(rows, wide, (double) model.hidden());
  }

  /** Only the experts that the tokens of all replicas pick are read. */
  private double experts(Experts e, double rows) {
    double all = rows * on.replicas();
    double touched = on.expertsPerChip(e) * e.touched(all) / e.routed();
    double each = all * e.active() / on.chips() / Math.max(touched, 1e-9);
    double shared =
        e.shared() > 0 ? perceptron(rows, (double) e.shared() * e.feedForward() / on.tp()) : 0;
    // One grouped kernel: its traffic is that of all experts that it touches.
    double flops = touched * each * 2 * model.expertWeights();
    Precision p = model.precision();
    double bytes =
        touched * (model.expertWeights() * p.weight() + 2 * each * model.hidden() * p.activation());
    // Tokens are sorted by expert and their answers added up: read and written either way.
    double picked = touched * each;
    double around =
        beside(4 * picked * model.hidden() * p.activation())
            + activated(picked * e.feedForward())
            + narrowed(picked * e.feedForward());
    return shared + around + efficiency.seconds(times.fleet().chip(), flops, p.weight(), 0, bytes);
  }

  private double tensorSeconds(double rows) {
    Group group = times.fleet().group(on.tp(), 1);
    double bytes = rows * model.hidden() * model.precision().activation();
    return 2 * times.seconds(Operation.ALL_REDUCE, group, bytes);
  }

  private ExpertTraffic oneToken(Experts e) {
    int padded = Math.ceilDiv(e.routed(), on.chips()) * on.chips();
    Precision p = model.precision();
    return new ExpertTraffic(
        1, Math.toIntExact(model.hidden()), padded, e.active(), 0, p.dispatch(), p.combine());
  }

  /**
   * Bytes that a chip sends for a token in all layers.
   *
   * @param tensor for one of its replica, in sums of those that share matrices
   * @param inside its domain, for one of its own: to experts and back
   * @param between domains
   */
  record Sent(double tensor, double inside, double between) {}

  Sent sentPerToken(boolean decode) {
    Precision p = model.precision();
    double around = 2 * (on.tp() - 1.0) / on.tp();
    double tensor = model.layers() * 2 * around * model.hidden() * p.activation();
    if (on.chips() < 2 || model.experts().isEmpty()) {
      return new Sent(tensor, 0, 0);
    }
    Experts e = model.experts().get();
    Group group = times.fleet().group(on.chips(), 1);
    double each = model.expertLayers() * model.hidden() * (p.dispatch() + p.combine());
    if (straight(group, decode)) {
      double picked = each * e.active();
      double own = (group.perDomain() - 1.0) / group.ranks();
      return new Sent(tensor, picked * own, picked * (1 - 1.0 / group.domains()));
    }
    ExpertExchange.Copies copies =
        ExpertExchange.copies(group, oneToken(e), e.groups(), e.activeGroups());
    return new Sent(tensor, each * copies.inside(), each * copies.between());
  }

  /** Few tokens go straight to their experts: nobody waits for others to pass them on. */
  private static boolean straight(Group group, boolean decode) {
    return decode && !group.inOneDomain();
  }

  private double exchange(double rows, boolean decode) {
    if (on.chips() < 2) {
      return 0;
    }
    Experts e = model.experts().orElseThrow();
    Group group = times.fleet().group(on.chips(), 1);
    double tokens = rows / on.tp();
    ExpertTraffic one = oneToken(e);
    if (straight(group, decode)) {
      boolean bound = times.mode() == Mode.BOUND;
      double share = bound ? 1 : ExpertParallel.H800_NETWORK.value() / 50e9;
      double away = 1 - 1.0 / group.domains();
      return tokens * away * one.exchangeS(times.betweenBytesPerS(group) * share)
          + 2 * times.betweenLatencyS(group);
    }
    double latency = ExpertExchange.latency(times, group);
    double each = ExpertExchange.seconds(times, group, one, e.groups(), e.activeGroups()) - latency;
    return tokens * each + latency;
  }
}
