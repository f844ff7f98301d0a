package supernode.app;

import com.sun.management.OperatingSystemMXBean;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Runs commands on every file that is given, in a small heap, for tests. Prints for each the file,
 * the command, its exit code, its lines on error and the processor time of all threads in ms.
 */
public final class HugeDesignMain {
  private HugeDesignMain() {}

  public static void main(String[] args) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    for (String file : args) {
      run(out, "solve", file);
      run(out, "check", file);
      run(out, "render", file, "-o", file + ".svg");
      run(out, "report", file, "-o", file + ".html");
    }
  }

  private static void run(PrintStream out, String... args) {
    StringWriter err = new StringWriter();
    long start = cpuMs();
    int code = Main.run(new PrintWriter(new StringWriter()), new PrintWriter(err, true), args);
    long took = cpuMs() - start;
    long lines = err.toString().lines().count();
    out.println(
        "%s %s %d %d %d".formatted(Path.of(args[1]).getFileName(), args[0], code, lines, took));
  }

  private static long cpuMs() {
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    return system.getProcessCpuTime() / 1_000_000;
  }
}
