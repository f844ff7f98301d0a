package supernode.store;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import supernode.design.SmallCatalog;

/**
 * Opens files in a small heap, for tests: prints for each its text's key and the processor time it
 * took, which other programs on the machine do not change.
 */
public final class EnormousInputMain {
  private EnormousInputMain() {}

  public static void main(String[] args) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    for (String file : args) {
      long start = threads.getCurrentThreadCpuTime();
      String key;
      try {
        DesignReader.read(Path.of(file), SmallCatalog.CATALOG);
        key = "opened";
      } catch (StoreException e) {
        key = e.text().key();
      }
      long ms = (threads.getCurrentThreadCpuTime() - start) / 1_000_000;
      out.println(Path.of(file).getFileName() + " " + key + " " + ms);
    }
  }
}
