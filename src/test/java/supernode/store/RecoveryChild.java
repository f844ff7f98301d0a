package supernode.store;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import supernode.design.Design;
import supernode.design.edit.RandomEdits;

/** A studio without a window, for tests: edits at each line that it is told, until it is killed. */
public final class RecoveryChild {
  private RecoveryChild() {}

  /** First argument: the recovery folder; second: the file that the design came from. */
  public static void main(String[] args) throws Exception {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    ExecutorService worker = Executors.newSingleThreadExecutor();
    Recovery recovery = new Recovery(Path.of(args[0]), worker, t -> out.println(t.key()));
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (long revision = 1; ; revision++) {
      String line = in.readLine();
      if (line == null || line.equals("close")) {
        recovery.close();
        worker.shutdown();
        out.println("closed");
        return;
      }
      Design design = RandomEdits.start().withName(line);
      recovery.edited(
          new StoredDesign(design, View.EMPTY, Optional.of(Path.of(args[1]))), revision);
      out.println("edited " + revision);
      long done = revision;
      worker.execute(() -> out.println("written " + done));
    }
  }
}
