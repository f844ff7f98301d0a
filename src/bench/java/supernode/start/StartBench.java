package supernode.start;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Whole processes, one after the other in turn: an empty window against the studio on its sample
 * until drawing, panels and results are painted, and the sample's report from a cold start. With a
 * display on it, else on the toolkit's own without one; always with the software pipeline.
 */
public final class StartBench {
  private static final int RUNS = 5;
  private static final Path HOME = Path.of("target", "supernode-studio").toAbsolutePath();
  private static final String SAMPLE = "sample-designs/gb200-nvl72.supernode.json";

  private final Path folder;
  private final String benches;

  private StartBench(Path folder) {
    this.folder = folder;
    // The last folder of classes on the path that has this one.
    this.benches =
        Path.of(StartBench.class.getProtectionDomain().getCodeSource().getLocation().getPath())
            .toString();
  }

  private static final class Row {
    private final String name;
    private final List<String> command;
    private final List<Double> seconds = new ArrayList<>();
    private final List<Double> cpuSeconds = new ArrayList<>();

    Row(String name, List<String> command) {
      this.name = name;
      this.command = command;
    }
  }

  /** Runs and writes {@code start.txt} into a folder. */
  public static void run(Path folder) throws IOException, InterruptedException {
    String table = new StartBench(folder.toAbsolutePath()).table();
    Files.writeString(folder.resolve("start.txt"), table);
    System.out.println(table);
  }

  private String table() throws IOException, InterruptedException {
    Path own = trained();
    String cache = "-XX:AOTCache=" + HOME.resolve("lib/studio.aot");
    String all = HOME.resolve("lib") + "/*:" + benches;
    Row empty = new Row("empty window", java(benches, EmptyWindow.class));
    Row quickEmpty =
        new Row(
            "empty window, ahead-of-time cache",
            java(jar().toString(), EmptyWindow.class, "-XX:AOTCache=" + own));
    Row plain = new Row("studio without its cache", java(all, StudioStart.class));
    Row shipped = new Row("studio as shipped", java(all, StudioStart.class, cache));
    // As the launcher does it for this command.
    String quick = "-XX:TieredStopAtLevel=1";
    Row report = new Row("report as PDF", java(all, ReportStart.class, cache, quick));
    plain.command.addAll(List.of("open", SAMPLE));
    shipped.command.addAll(List.of("open", SAMPLE));
    report.command.addAll(List.of("report", SAMPLE, "-o", folder.resolve("report.pdf").toString()));
    List<Row> rows = List.of(empty, quickEmpty, plain, shipped, report);
    for (int i = 0; i < RUNS; i++) {
      for (Row row : rows) {
        time(row);
      }
    }
    StringBuilder table =
        new StringBuilder("Process start, medians of %d    wall s   CPU s%n".formatted(RUNS));
    rows.forEach(r -> table.append(line(r.name, median(r.seconds), "%8.2f", median(r.cpuSeconds))));
    table.append(ratio("studio as shipped / empty window", shipped, empty));
    table.append(ratio("both with a cache", shipped, quickEmpty));
    table.append(ratio("both without", plain, empty));
    return table.toString();
  }

  private static String ratio(String name, Row a, Row b) {
    return line(
        name,
        median(a.seconds) / median(b.seconds),
        "%8.2f",
        median(a.cpuSeconds) / median(b.cpuSeconds));
  }

  private static String line(String name, double wall, String format, double cpu) {
    return String.format(Locale.ROOT, "%-36s" + format + format + "%n", name, wall, cpu);
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }

  private List<String> java(String classPath, Class<?> main, String... options) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("@" + HOME.resolve("lib/java-options"));
    command.addAll(List.of(options));
    command.add("--module-path=" + HOME.resolve("lib/javafx"));
    if (System.getenv().getOrDefault("DISPLAY", "").isBlank()) {
      command.add("-Dglass.platform=Headless");
    }
    command.addAll(
        List.of(
            "-Dprism.order=sw",
            "-Dsupernode.prefs=memory",
            "-Duser.home=" + folder.resolve("home"),
            "-cp",
            classPath,
            main.getName()));
    return command;
  }

  private static void time(Row row) throws IOException, InterruptedException {
    long start = System.nanoTime();
    Process process = new ProcessBuilder(row.command).redirectErrorStream(true).start();
    Duration cpu = Duration.ZERO;
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      String said = out.readLine();
      if (!FirstPicture.PAINTED.equals(said)) {
        throw new IOException(row.name + ": " + said);
      }
      double seconds = (System.nanoTime() - start) * 1e-9;
      cpu = process.toHandle().info().totalCpuDuration().orElse(cpu);
      row.seconds.add(seconds);
      row.cpuSeconds.add(cpu.toMillis() * 1e-3);
    }
    process.destroyForcibly();
    process.waitFor();
  }

  /** A cache for the empty window, made as the studio's own is. */
  private Path trained() throws IOException, InterruptedException {
    Path cache = folder.resolve("empty.aot");
    List<String> command = java(jar().toString(), EmptyWindow.class, "-XX:AOTCacheOutput=" + cache);
    command.add("brief");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("empty-training.txt").toFile())
            .start();
    process.waitFor();
    return cache;
  }

  /** The start classes as a jar: caches are made for jars only. */
  private Path jar() throws IOException {
    Path jar = folder.resolve("start.jar");
    if (Files.exists(jar)) {
      return jar;
    }
    Path classes = Path.of(benches, "supernode", "start");
    try (var out = new java.util.jar.JarOutputStream(Files.newOutputStream(jar));
        Stream<Path> files = Files.list(classes)) {
      for (Path file : files.sorted().toList()) {
        out.putNextEntry(new java.util.zip.ZipEntry("supernode/start/" + file.getFileName()));
        out.write(Files.readAllBytes(file));
      }
    }
    return jar;
  }
}
