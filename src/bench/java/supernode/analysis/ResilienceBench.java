package supernode.analysis;

import java.nio.file.Path;
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
import org.openjdk.jmh.annotations.Warmup;
import supernode.analysis.reliability.Resilience;
import supernode.catalog.Catalog;
import supernode.catalog.CatalogReader;
import supernode.design.Design;
import supernode.solve.Outcome;
import supernode.store.DesignReader;

/** One part and link of every kind taken away from a solved design. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
public class ResilienceBench {
  @Param({"atlas950-superpod", "gb200-nvl72", "row-10-racks"})
  private String sample;

  private Analysis solved;

  @Setup
  public void solve() {
    Catalog catalog = CatalogReader.shipped();
    Path file = Path.of("sample-designs", sample + ".supernode.json");
    Design design = DesignReader.read(file, catalog).design();
    solved = new Analyst(catalog).full(design, Design.DEFAULT_SCENARIO, () -> false);
  }

  @Benchmark
  public Outcome<Resilience> singlePoints() {
    return Resilience.of(solved, () -> false);
  }
}
