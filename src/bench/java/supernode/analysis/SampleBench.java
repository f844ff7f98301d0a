package supernode.analysis;

import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import supernode.catalog.Catalog;
import supernode.catalog.CatalogReader;
import supernode.design.Design;
import supernode.store.DesignReader;

/**
 * The samples that take longest, opened and solved whole with nothing remembered of them, under the
 * collector that the studio runs with, as {@code lib/java-options} of the launcher sets it.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
    value = 1,
    jvmArgsAppend = {"-XX:+UseSerialGC", "-XX:NewSize=256m"})
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
public class SampleBench {
  private final Catalog catalog = CatalogReader.shipped();
  private final ExecutorService beside =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory());

  @Param({
    "atlas950-superpod",
    "broadcom-sue",
    "cloud-brain",
    "cloudmatrix384",
    "dragonfly-1056",
    "ethx-512",
    "fat-tree-k48",
    "gb200-nvl72",
    "h100-rail-1024",
    "ironwood-9216",
    "nvl72-x8",
    "row-10-racks",
    "scalex640",
    "superpod-h100-16su",
    "tpu-v4-pod",
    "trn2-ultracluster",
    "ualink-1024",
    "ub-mesh-pod"
  })
  private String sample;

  private Path file;
  private Design design;

  @Setup
  public void read() {
    file = Path.of("sample-designs", sample + ".supernode.json");
    design = open();
  }

  @Benchmark
  public Design open() {
    return DesignReader.read(file, catalog).design();
  }

  /** The whole answer of a design that was never seen before. */
  @Benchmark
  public Analysis solve() {
    return new Analyst(catalog).full(design, Design.DEFAULT_SCENARIO, () -> false);
  }

  /** The same as the window asks for it: networks beside loop and power, on two threads. */
  @Benchmark
  public Analysis solveInTheWindow() {
    return new Analyst(catalog, beside).full(design, Design.DEFAULT_SCENARIO, () -> false);
  }

  @TearDown
  public void stop() {
    beside.shutdown();
  }
}
