package supernode.solve.workload;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import supernode.catalog.ModelReader;
import supernode.solve.network.latency.LatencyTerms;
import supernode.solve.network.route.Routing;
import supernode.solve.workload.machine.DrawnFabric;
import supernode.solve.workload.machine.DrawnGroups;
import supernode.solve.workload.machine.Fleet;
import supernode.solve.workload.machine.GroupTimes;
import supernode.solve.workload.machine.Interconnect;
import supernode.solve.workload.model.Gpt;
import supernode.solve.workload.model.ModelShape;
import supernode.solve.workload.model.Transformer;
import supernode.solve.workload.schedule.Day;
import supernode.solve.workload.schedule.DayPlan;
import supernode.solve.workload.schedule.DayResult;
import supernode.solve.workload.schedule.Policy;
import supernode.solve.workload.schedule.TaskClass;
import supernode.solve.workload.schedule.Tide;
import supernode.solve.workload.serve.Deployment;
import supernode.solve.workload.serve.Distribution;
import supernode.solve.workload.serve.InferenceStep;
import supernode.solve.workload.serve.QueueResult;
import supernode.solve.workload.serve.RequestMix;
import supernode.solve.workload.serve.RequestQueue;
import supernode.solve.workload.serve.Service;
import supernode.solve.workload.serve.ServingOptions;
import supernode.solve.workload.train.Clusters;
import supernode.solve.workload.train.Kernels;
import supernode.solve.workload.train.Recompute;
import supernode.solve.workload.train.Strategy;
import supernode.solve.workload.train.StrategySearch;
import supernode.solve.workload.train.TrainingJob;
import supernode.solve.workload.train.TrainingResult;
import supernode.solve.workload.train.TrainingStep;
import supernode.topology.CsrGraph;
import supernode.topology.CsrGraphBuilder;
import supernode.topology.LinkSpec;

/**
 * Workloads on 8,192 chips: one training step after the first (goal 2 ms), all strategies of a
 * model of a trillion parameters with nothing at hand (5 s), the same on a torus of 4,096, 100,000
 * requests (1 s), a day of 5,000 jobs (1 s).
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(1)
public class WorkloadBench {
  private static final supernode.solve.network.collective.Mode CALIBRATED =
      supernode.solve.network.collective.Mode.CALIBRATED;
  private static final int CHIPS = 8192;

  private final Fleet fleet = Clusters.h100(CHIPS);
  private final TrainingJob job =
      new TrainingJob(Gpt.of(128, 25600, 160), CHIPS, 2048, Kernels.FUSED, false);
  private final TrainingJob onTorus = job.withBatch(4096);
  private final Strategy strategy = new Strategy(8, 32, 32, 1, 1, 1, 4, Recompute.NONE, true, 1);
  private final TrainingStep step = new TrainingStep(job, new GroupTimes(fleet, CALIBRATED));
  private final Service service = chat();
  private final Fleet cluster = Clusters.h100(1024);
  private final DayPlan day =
      new DayPlan(
          TaskClass.draw(
              List.of(
                  new TaskClass("training", 100, List.of(16, 32, 64, 128), 3, 1, 0.5, 0.3),
                  new TaskClass("fine-tuning", 4900, List.of(1, 2, 4, 8), 0.25, 1, 1, 0.2)),
              24,
              1),
          List.of(new Tide("chat", 400, 0.2, 15, 8)),
          24,
          0.6,
          30,
          60);

  private final Fleet drawn = drawn();
  private final TrainingStep drawnStep = new TrainingStep(job, new GroupTimes(drawn, CALIBRATED));

  /** The same machine on its fabrics: domains on stars, 256 leaves of 32 chips below 16 spines. */
  private static Fleet drawn() {
    Fleet flat = Clusters.h100(CHIPS);
    CsrGraphBuilder up = new CsrGraphBuilder();
    CsrGraphBuilder out = new CsrGraphBuilder();
    IntStream.range(0, CHIPS).forEach(_ -> up.addEndpoint(0));
    IntStream.range(0, CHIPS).forEach(_ -> out.addEndpoint(0));
    for (int c = 0, hub = 0, leaf = 0; c < CHIPS; c++) {
      hub = c % 8 == 0 ? up.addSwitch(0) : hub;
      leaf = c % 32 == 0 ? out.addSwitch(0) : leaf;
      up.addLink(c, hub, new LinkSpec(flat.scaleUp().bytesPerS(), 0, 0, 0));
      out.addLink(c, leaf, new LinkSpec(flat.scaleOut().bytesPerS(), 0, 0, 0));
    }
    for (int s = 0; s < 16; s++) {
      int spine = out.addSwitch(0);
      for (int leaf = 0; leaf < CHIPS / 32; leaf++) {
        out.addLink(CHIPS + leaf, spine, new LinkSpec(flat.scaleOut().bytesPerS(), 0, 0, 0));
      }
    }
    int[] domainOf = IntStream.range(0, CHIPS).map(c -> c / 8).toArray();
    return new Fleet(
        flat.chip(),
        CHIPS,
        8,
        flat.scaleUp(),
        flat.scaleOut(),
        Optional.of(
            new DrawnGroups(
                "bench",
                domainOf,
                () ->
                    new DrawnGroups.Fabrics(
                        Optional.of(fabric(up.build())), Optional.of(fabric(out.build()))))));
  }

  private static DrawnFabric fabric(CsrGraph graph) {
    return fabric(graph, List.of());
  }

  private static DrawnFabric fabric(CsrGraph graph, List<Integer> axes) {
    int n = graph.endpointCount();
    return new DrawnFabric(
        graph,
        new Routing.EqualCost(),
        new LatencyTerms(0, 0, 0, 4096),
        IntStream.range(0, n).mapToObj(c -> new int[] {c}).toArray(int[][]::new),
        DoubleStream.generate(() -> Double.POSITIVE_INFINITY).limit(n).toArray(),
        axes,
        DrawnFabric.Names.NUMBERS);
  }

  /** One domain of 16 x 16 x 16 chips with six links of 50 GB/s each. */
  private static Fleet torus() {
    CsrGraphBuilder b = new CsrGraphBuilder();
    IntStream.range(0, 4096).forEach(_ -> b.addEndpoint(0));
    for (int v = 0; v < 4096; v++) {
      for (int stride = 1; stride < 4096; stride *= 16) {
        int at = v / stride % 16;
        b.addLink(v, v + ((at + 1) % 16 - at) * stride, new LinkSpec(50e9, 1e-6, 0, 0));
      }
    }
    Interconnect ici = new Interconnect(300e9, 1e-6, "", false);
    CsrGraph graph = b.build();
    return new Fleet(
        Clusters.H100,
        4096,
        4096,
        ici,
        ici,
        Optional.of(
            new DrawnGroups(
                "torus",
                new int[4096],
                () ->
                    new DrawnGroups.Fabrics(
                        Optional.of(fabric(graph, List.of(16, 16, 16))), Optional.empty()))));
  }

  private static Service chat() {
    Transformer model =
        (Transformer)
            ModelShape.of(ModelReader.shipped().get("llama3-8b")).asOptional().orElseThrow();
    InferenceStep one =
        new InferenceStep(
            model,
            new Deployment(1, 1),
            ServingOptions.PLAIN,
            new GroupTimes(Clusters.h100(8), CALIBRATED));
    return new Service(one, 8, one, 8, false, 50e9, 0, false);
  }

  @Benchmark
  public TrainingResult trainingStep() {
    return step.evaluate(strategy);
  }

  @Benchmark
  public TrainingResult drawnTrainingStep() {
    return drawnStep.evaluate(strategy);
  }

  /** Nothing at hand: not even the rates of groups. */
  @Benchmark
  @Warmup(iterations = 1)
  @Measurement(iterations = 2)
  public StrategySearch.Found allStrategiesDrawn() {
    TrainingStep fresh = new TrainingStep(job, new GroupTimes(drawn(), CALIBRATED));
    return StrategySearch.of(job, fresh, fleet.chip(), CHIPS, strategy, 20, _ -> {}, () -> false);
  }

  /** The first on a torus: nothing at hand. */
  @Benchmark
  @Warmup(iterations = 1)
  @Measurement(iterations = 2)
  public TrainingResult firstStepOnTorus() {
    TrainingStep fresh = new TrainingStep(onTorus, new GroupTimes(torus(), CALIBRATED));
    return fresh.evaluate(new Strategy(8, 8, 64, 1, 1, 1, 4, Recompute.NONE, true, 1));
  }

  @Benchmark
  @Warmup(iterations = 1)
  @Measurement(iterations = 2)
  public StrategySearch.Found allStrategiesOnTorus() {
    TrainingStep fresh = new TrainingStep(onTorus, new GroupTimes(torus(), CALIBRATED));
    Strategy like = new Strategy(8, 8, 64, 1, 1, 1, 4, Recompute.NONE, true, 1);
    return StrategySearch.of(onTorus, fresh, fleet.chip(), 4096, like, 20, _ -> {}, () -> false);
  }

  @Benchmark
  public StrategySearch.Found allStrategies() {
    TrainingStep fresh = new TrainingStep(job, new GroupTimes(fleet, CALIBRATED));
    return StrategySearch.of(job, fresh, fleet.chip(), CHIPS, strategy, 20, _ -> {}, () -> false);
  }

  @Benchmark
  public DayResult dayOfFiveThousandJobs() {
    return Day.of(cluster, day, Policy.ELASTIC, true);
  }

  @Benchmark
  public QueueResult hundredThousandRequests() {
    RequestMix mix =
        new RequestMix(new Distribution(1000, 1, 8192), new Distribution(250, 1, 4096), 80, 1, 0);
    return RequestQueue.of(service, mix, 100_000, 1);
  }
}
