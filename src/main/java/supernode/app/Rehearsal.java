package supernode.app;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import supernode.store.Samples;
import supernode.ui.shell.Start;
import supernode.ui.shell.StudioLauncher;

/**
 * Goes once through what a start does: the window with the sample, then solving it and printing its
 * report. Run when the studio is packaged, so that the Java machine can keep the classes of a start
 * ready in a file.
 */
public final class Rehearsal {
  private Rehearsal() {}

  /** Takes a design and the report to write of it. */
  public static void main(String[] args) {
    StudioLauncher.rehearse(new Start.OfSample(Samples.FIRST), DocumentExporter::new);
    PrintWriter said = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    Main.run(said, said, "solve", args[0]);
    System.exit(Main.run(said, said, "report", args[0], "-o", args[1]));
  }
}
