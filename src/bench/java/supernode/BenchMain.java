package supernode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;
import java.util.regex.Pattern;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.NoBenchmarksException;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import supernode.start.StartBench;

/**
 * Runs the benchmarks whose names match the argument, and whole processes where StartBench does;
 * results go to target/bench/.
 */
public final class BenchMain {
  private BenchMain() {}

  public static void main(String[] args) throws Exception {
    Path folder = Files.createDirectories(Path.of("target", "bench"));
    String include = args.length > 0 ? args[0] : ".*";
    boolean starts = Pattern.compile(include).matcher(StartBench.class.getName()).find();
    try {
      print(run(include, folder), folder);
    } catch (NoBenchmarksException e) {
      // Whole processes are none of JMH's.
      if (!starts) {
        throw e;
      }
    }
    if (starts) {
      StartBench.run(folder);
    }
  }

  private static Collection<RunResult> run(String include, Path folder) throws RunnerException {
    return new Runner(
            new OptionsBuilder()
                .include(include)
                .resultFormat(ResultFormatType.JSON)
                .result(folder.resolve("jmh.json").toString())
                .output(folder.resolve("jmh.txt").toString())
                .build())
        .run();
  }

  private static void print(Collection<RunResult> results, Path folder) throws IOException {
    StringBuilder table = new StringBuilder();
    row(table, "JMH", "mean", "median", "p95", "unit");
    for (RunResult r : results) {
      Result<?> primary = r.getPrimaryResult();
      String name = r.getParams().getBenchmark().replaceFirst("^supernode\\.", "");
      String params =
          r.getParams().getParamsKeys().stream()
              .map(k -> " " + r.getParams().getParam(k))
              .reduce("", String::concat);
      row(
          table,
          name + params,
          number(primary.getScore()),
          number(primary.getStatistics().getPercentile(50)),
          number(primary.getStatistics().getPercentile(95)),
          primary.getScoreUnit());
    }
    Files.writeString(folder.resolve("jmh-table.txt"), table);
    System.out.println(table);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }

  private static void row(StringBuilder table, String name, String... cells) {
    table.append(String.format(Locale.ROOT, "%-62s", name));
    for (String cell : cells) {
      table.append(String.format(Locale.ROOT, "%11s", cell));
    }
    table.append(System.lineSeparator());
  }
}
