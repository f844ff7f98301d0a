package supernode.analysis;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import supernode.catalog.Catalog;
import supernode.catalog.CatalogReader;
import supernode.design.Design;
import supernode.figure.Palette;
import supernode.figure.View;
import supernode.figure.awt.AwtPainter;
import supernode.figure.drawing.DesignFigure;
import supernode.store.DesignReader;

/** Every sample from its file to the first drawing of it: parsed, checked, laid out and painted. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
    value = 1,
    jvmArgsAppend = {"-XX:+UseSerialGC", "-Djava.awt.headless=true"})
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 2, time = 1)
public class OpenBench {
  private static final int WIDTH = 1600;

  private final Catalog catalog = CatalogReader.shipped();

  @Param({
    "al128",
    "all-optical",
    "atlas950-superpod",
    "broadcom-sue",
    "cloud-brain",
    "cloudmatrix384",
    "cross-site",
    "cxl-pool-rack",
    "dragonfly-1056",
    "era-ai-cluster",
    "era-web",
    "ethlink-64",
    "ethx-512",
    "ethx-64",
    "fat-tree-k48",
    "gb200-nvl72",
    "gb300-nvl72",
    "gh200-nvl32",
    "h100-cold-plate",
    "h100-rail-1024",
    "helios",
    "heterogeneous-node",
    "hgx-h100",
    "hygon-k100-server",
    "immersion-tank",
    "ironwood-9216",
    "kunlun-32",
    "kunlun-64",
    "metax-optical",
    "metax-yaolong",
    "mi300x-mesh",
    "mixed-pool",
    "mlu590-server",
    "npu-switch-64",
    "nvl72-optics",
    "nvl72-x8",
    "row-10-racks",
    "scalex640",
    "sd200",
    "superpod-h100-16su",
    "superpod-h100-su",
    "tpu-v4-pod",
    "trn2-node",
    "trn2-ultracluster",
    "trn2-ultraserver",
    "ualink-1024",
    "ub-mesh-pod",
    "ub-mesh-rack",
    "uec-plane",
    "unipod-s80000",
    "vr-nvl72"
  })
  private String sample;

  @Benchmark
  public BufferedImage open() {
    Design design =
        DesignReader.read(Path.of("sample-designs", sample + ".supernode.json"), catalog).design();
    DesignFigure made =
        DesignFigure.of(design, design.library(catalog))
            .showing(Optional.empty(), PipeFlows.NONE, Set.of(), Failures.NONE);
    return AwtPainter.image(made.figure(), View.ofWidth(made.bounds(), WIDTH), Palette.LIGHT);
  }
}
