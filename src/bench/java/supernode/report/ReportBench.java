package supernode.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Locale;
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
import supernode.analysis.Analysis;
import supernode.analysis.Analyst;
import supernode.catalog.Catalog;
import supernode.catalog.CatalogReader;
import supernode.design.Design;
import supernode.quantity.Messages;
import supernode.store.DesignReader;

/**
 * The report of the analysed NVL72 sample as PDF, as the open window exports it; from a cold start
 * it is timed by StartBench.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Djava.awt.headless=true")
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 3, time = 3)
public class ReportBench {
  @Param({"en", "zh-CN"})
  public String language;

  private final Catalog catalog = CatalogReader.shipped();
  private Analysis analysis;
  private Messages words;

  @Setup
  public void open() {
    Design design =
        DesignReader.read(Path.of("sample-designs/gb200-nvl72.supernode.json"), catalog).design();
    analysis =
        new Analyst(catalog, Runnable::run).full(design, Design.DEFAULT_SCENARIO, () -> false);
    words = new Messages(Locale.forLanguageTag(language));
  }

  @Benchmark
  public void pdf() throws IOException {
    Report report = DesignReport.of(analysis, analysis.design().library(catalog));
    PdfWriter.write(report, words, OutputStream.nullOutputStream());
  }
}
