package supernode.solve.workload.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import supernode.catalog.ModelReader;
import supernode.solve.network.collective.ExpertTraffic;
import supernode.solve.network.collective.Mode;
import supernode.solve.workload.machine.Chip;
import supernode.solve.workload.machine.Fleet;
import supernode.solve.workload.machine.GroupTimes;
import supernode.solve.workload.machine.Interconnect;
import supernode.solve.workload.model.ModelShape;
import supernode.solve.workload.model.Transformer;
import supernode.solve.workload.train.Clusters;

/** Inference against published steps and closed forms of queues. */
class InferenceTest {
  private static final ServingOptions PLAIN = ServingOptions.PLAIN;

  private static Transformer model(String id) {
    return (Transformer) ModelShape.of(ModelReader.shipped().get(id)).asOptional().orElseThrow();
  }

  /** Two A100 whose messages take 8 us, as llm-analysis has it. */
  private static Fleet pair() {
    return new Fleet(
        Clusters.A100,
        2,
        2,
        new Interconnect(300e9, 8e-6, "NVLink3", false),
        new Interconnect(25e9, 3e-6, "IB", false));
  }

  private static Fleet h800(int count) {
    return new Fleet(
        new Chip("H800", 989e12, 1979e12, 0, 80e9, 3350e9, 700, 1),
        count,
        8,
        new Interconnect(200e9, 1e-6, "NVLink4", false),
        new Interconnect(50e9, 3e-6, "IB", false));
  }

  private static InferenceStep step(String id, Deployment on, Fleet fleet, Mode mode) {
    return new InferenceStep(model(id), on, PLAIN, new GroupTimes(fleet, mode));
  }

  /** V41: llm-analysis, one prompt of 512 tokens with an output for each, ideal A100. */
  @ParameterizedTest
  @CsvSource({
    "llama-7b, 1, 6.73, 22.41",
    "llama-13b, 1, 12.94, 43.1",
    "llama-33b, 1, 32.36, 107.74",
    "llama-65b, 2, 33.85, 113.33"
  })
  void idealStepsAreAsPublished(String id, int tp, double decodeMs, double prefillMs) {
    InferenceStep step = step(id, new Deployment(tp, 1), pair(), Mode.BOUND);
    assertThat(step.decode(1, 512).total() * 1e3).isCloseTo(decodeMs, Percentage.withPercentage(3));
    assertThat(step.prefill(512, 0, 512, 512).total() * 1e3)
        .isCloseTo(prefillMs, Percentage.withPercentage(3));
  }

  /** V28 and V29: DeepSeek ISCA'25, section 2.3.2; 7K means 7,000. */
  @Test
  void expertExchangeBoundsTheTokenTime() {
    ExpertTraffic traffic = new ExpertTraffic(32, 7000, 256, 8, 1, 1, 2);
    assertThat(traffic.exchangeS(50e9) * 1e6).isCloseTo(120.96, Percentage.withPercentage(0.5));
    assertThat(traffic.layerS(50e9) * 1e6).isCloseTo(241.92, Percentage.withPercentage(0.5));
    assertThat(traffic.tokenS(50e9, 61) * 1e3).isCloseTo(14.76, Percentage.withPercentage(0.5));
    assertThat(1 / traffic.tokenS(50e9, 61)).isCloseTo(67, Percentage.withPercentage(2));
    assertThat(traffic.exchangeS(900e9) * 1e6).isCloseTo(6.72, Percentage.withPercentage(2));
    assertThat(traffic.tokenS(900e9, 61) * 1e3).isCloseTo(0.82, Percentage.withPercentage(2));
    assertThat(1 / traffic.tokenS(900e9, 61)).isCloseTo(1200, Percentage.withPercentage(2));
  }

  /**
   * V45: decode on 18 nodes of H800, 14.8 thousand tokens per second and node at 20 to 22 of each
   * user, 4,989 tokens in the cache.
   */
  @Test
  void deepSeekDecodesAsItsMakersDo() {
    ServingOptions halves = new ServingOptions(true, 0, 0, 16, 0.1, 0, 0, 512, 16384);
    InferenceStep decode =
        new InferenceStep(
            model("deepseek-r1"),
            new Deployment(1, 144),
            halves,
            new GroupTimes(h800(144), Mode.CALIBRATED));
    int batch = 1;
    while (decode.decode(batch + 1, 4989).total() < 1 / 21.0) {
      batch++;
    }
    assertThat(batch * 21.0 * 8).isCloseTo(14_800, Percentage.withPercentage(35));
  }

  private static InferenceStep deepSeek(boolean overlap, int chips) {
    ServingOptions options = new ServingOptions(overlap, 0, 0, 16, 0.1, 0, 0, 512, 16384);
    return new InferenceStep(
        model("deepseek-r1"),
        new Deployment(1, chips),
        options,
        new GroupTimes(h800(chips), Mode.CALIBRATED));
  }

  /**
   * V45: of its published prefill, 73.7 thousand with cached tokens and idle hours, 32 thousand are
   * worked on; a run on 32 chips without either read 62.7 thousand of 4,096 tokens (DeepSeek's
   * profile, as LMSYS quotes it). Kernels that send tokens take units of the chip.
   */
  @Test
  void deepSeekReadsAsItsMakersDo() {
    double seconds = deepSeek(true, 32).prefill(16384, 0, 4096, 4).total();
    assertThat(16384 * 8 / seconds).isCloseTo(62_700, Percentage.withPercentage(20));
  }

  /** Halves in turns read the weights twice: a few requests are taken at once. */
  @ParameterizedTest
  @CsvSource({"1", "4", "16", "64", "256"})
  void halvesInTurnsAreNeverSlower(int batch) {
    double once = deepSeek(false, 64).decode(batch, 4989).total();
    double turns = deepSeek(true, 64).decode(batch, 4989).total();
    assertThat(turns).isLessThanOrEqualTo(once);
    assertThat(turns).isGreaterThan(once / 2);
  }

  @Test
  void halfTheCacheBitsHalveItsReading() {
    Fleet fleet = Clusters.h100(8);
    GroupTimes times = new GroupTimes(fleet, Mode.BOUND);
    Transformer m = model("llama3-8b");
    Deployment one = new Deployment(1, 1);
    InferenceStep wide = new InferenceStep(m, one, PLAIN, times);
    InferenceStep narrow =
        new InferenceStep(m.withPrecision(m.precision().withKv(1)), one, PLAIN, times);
    assertThat(narrow.decode(32, 8192).cache())
        .isCloseTo(wide.decode(32, 8192).cache() / 2, Percentage.withPercentage(1e-9));
    assertThat(narrow.cacheTokens()).isCloseTo(2 * wide.cacheTokens(), within(1.0));
  }

  @Test
  void latentAttentionKeepsSevenTimesMoreTokens() {
    Deployment on = new Deployment(1, 1);
    double latent = on.cacheBytes(model("deepseek-v3"));
    double grouped = on.cacheBytes(model("llama3-405b"));
    assertThat(grouped / latent).isCloseTo(516_096.0 / 70_272, Percentage.withPercentage(1e-9));
  }

  @Test
  void aPoolKeepsMoreAtAPrice() {
    GroupTimes times = new GroupTimes(h800(8), Mode.CALIBRATED);
    Transformer m = model("llama3-8b");
    ServingOptions pooled = new ServingOptions(false, 0, 0, 16, 0.1, 500e9, 50e9, 1024, 8192);
    InferenceStep with = new InferenceStep(m, new Deployment(1, 1), pooled, times);
    InferenceStep without = new InferenceStep(m, new Deployment(1, 1), PLAIN, times);
    assertThat(with.cacheTokens()).isGreaterThan(5 * without.cacheTokens());
    double context = without.cacheTokens() / 100;
    assertThat(with.decode(200, context).pool()).isPositive();
    assertThat(with.decode(50, context).pool()).isZero();
  }

  @Test
  void guessedTokensAddUpGeometrically() {
    ServingOptions guess = new ServingOptions(false, 3, 0.8, 16, 0.1, 0, 0, 64, 8192);
    assertThat(guess.tokensPerStep()).isCloseTo(1 + 0.8 + 0.64 + 0.512, within(1e-12));
  }

  private static Service service(int instances) {
    InferenceStep step = step("llama3-8b", new Deployment(1, 1), Clusters.h100(8), Mode.CALIBRATED);
    return new Service(step, instances, step, instances, false, 50e9, 0, false);
  }

  private static RequestMix mix(double rate) {
    return new RequestMix(
        new Distribution(1000, 1, 8192), new Distribution(250, 1, 4096), rate, 1, 0);
  }

  @Test
  void theSameSeedGivesTheSameQueue() {
    assertThat(RequestQueue.of(service(8), mix(50), 5000, 1))
        .isEqualTo(RequestQueue.of(service(8), mix(50), 5000, 1))
        .isNotEqualTo(RequestQueue.of(service(8), mix(50), 5000, 2));
  }

  /** A lone request: prefill, then one step per token. */
  @Test
  void anIdleServiceAnswersInTheTimeOfItsSteps() {
    Service s = service(1);
    RequestMix lone =
        new RequestMix(new Distribution(1024, 0, 1024), new Distribution(101, 0, 101), 1e-6, 1, 0);
    QueueResult r = RequestQueue.of(s, lone, 50, 1);
    double prefill = s.prefill().prefill(1024, 0, 1024, 1).total();
    assertThat(r.ttft().p50()).isCloseTo(prefill, Percentage.withPercentage(0.1));
    double mid = s.decode().decode(1, 1024 + 50).total();
    assertThat(r.tpot().p50()).isCloseTo(mid, Percentage.withPercentage(0.5));
    assertThat(r.tpot().p99()).isCloseTo(r.tpot().p50(), Percentage.withPercentage(1e-6));
  }

  /** Single-token answers of equal prompts, read one at a time: the queue M/D/1. */
  @Test
  void aQueueOfEqualPromptsWaitsAsTheFormulaSays() {
    ServingOptions single = new ServingOptions(false, 0, 0, 16, 0.1, 0, 0, 1024, 1000);
    InferenceStep step =
        new InferenceStep(
            model("llama3-8b"),
            new Deployment(1, 1),
            single,
            new GroupTimes(Clusters.h100(8), Mode.CALIBRATED));
    Service s = new Service(step, 1, step, 1, true, 1e15, 0, false);
    double service = step.prefill(1000, 0, 1000, 1).total();
    double load = 0.6;
    RequestMix mix =
        new RequestMix(
            new Distribution(1000, 0, 1000), new Distribution(1, 0, 1), load / service, 1, 0);
    QueueResult r = RequestQueue.of(s, mix, 200_000, 5);
    double waits = load * service / (2 * (1 - load));
    assertThat(r.ttft().mean()).isCloseTo(service + waits, Percentage.withPercentage(3));
  }

  @Test
  void littlesLawHolds() {
    QueueResult r = RequestQueue.of(service(8), mix(60), 50_000, 3);
    assertThat(r.requestsPerSecond()).isCloseTo(60, Percentage.withPercentage(2));
    assertThat(r.concurrent())
        .isCloseTo(r.requestsPerSecond() * r.endToEnd().mean(), Percentage.withPercentage(1e-6));
  }

  @Test
  void moreRequestsMeanLongerTokensUpToTheObjective() {
    Service s = service(8);
    double before = 0;
    for (double rate = 20; rate <= 120; rate += 20) {
      double tpot = RequestQueue.of(s, mix(rate), 20_000, 1).tpot().mean();
      assertThat(tpot).isGreaterThan(before);
      before = tpot;
    }
    Objective.Capacity most = new Objective(1, 0.03).most(s, mix(1), 1).orElseThrow();
    assertThat(most.queue().tpot().p99()).isLessThanOrEqualTo(0.03);
    assertThat(RequestQueue.of(s, mix(most.perSecond() * 1.3), 20_000, 1).tpot().p99())
        .isGreaterThan(0.03);
    assertThat(new Objective(1e-6, 1).most(s, mix(1), 1)).isEmpty();
  }

  @Test
  void prefillApartKeepsTokensEven() {
    InferenceStep step = step("llama3-8b", new Deployment(1, 1), Clusters.h100(8), Mode.CALIBRATED);
    Service apart = new Service(step, 3, step, 5, true, 50e9, 3e-6, false);
    QueueResult split = RequestQueue.of(apart, mix(60), 20_000, 1);
    QueueResult shared = RequestQueue.of(service(8), mix(60), 20_000, 1);
    double sharedSpread = shared.tpot().p99() / shared.tpot().p50();
    assertThat(split.tpot().p99() / split.tpot().p50()).isLessThan(sharedSpread);
    // 405B: 4.2 GB of cache for 8k tokens, 85 ms at 50 GB/s.
    InferenceStep large =
        step("llama3-405b", new Deployment(8, 1), Clusters.h100(64), Mode.CALIBRATED);
    Service far = new Service(large, 1, large, 1, true, 50e9, 0, false);
    assertThat(far.transferred(8192, 1, 1).seconds()).isCloseTo(0.0846, within(0.0005));
  }

  @Test
  void aReusedPrefixShortensTheFirstToken() {
    RequestMix fresh = mix(40);
    RequestMix reused = new RequestMix(fresh.input(), fresh.output(), fresh.perSecond(), 1, 0.56);
    assertThat(RequestQueue.of(service(8), reused, 10_000, 1).ttft().mean())
        .isLessThan(0.75 * RequestQueue.of(service(8), fresh, 10_000, 1).ttft().mean());
  }
}
