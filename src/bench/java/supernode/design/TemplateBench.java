package supernode.design;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import supernode.catalog.Catalog;
import supernode.catalog.CatalogReader;
import supernode.design.template.Parameters;
import supernode.design.template.SupernodeTemplate;

/**
 * A supernode from its parameters: what each change in the New dialog costs before it is solved.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
public class TemplateBench {
  @Param({
    "domain=64",
    "chip=tpu7x domain=9216 fabric=torus",
    "domain=64 domains=128 scaleOut=fat-tree"
  })
  public String wanted;

  private final Catalog catalog = CatalogReader.shipped();
  private final Map<String, String> values = new LinkedHashMap<>();

  @Setup
  public void read() {
    Stream.of(wanted.split(" ")).forEach(w -> values.put(w.split("=")[0], w.split("=")[1]));
  }

  @Benchmark
  public Design draw() {
    return SupernodeTemplate.draw(Parameters.of(values), catalog);
  }
}
