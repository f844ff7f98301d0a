package supernode.store;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import supernode.design.Design;
import supernode.design.edit.RandomEdits;

/** A studio without a window, for tests: edits at each line that it is told, until it is killed. */
public final class RecoveryChild {
  private RecoveryChild() {}

  /**
   * First argument: the recovery folder; second: the file that the design came from; a third one:
   * edits by itself, now fast and now slow, until it is killed.
   */
  public static void main(String[] args) throws Exception {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    ExecutorService worker = Executors.newSingleThreadExecutor();
    Recovery recovery = new Recovery(Path.of(args[0]), worker, t -> out.println(t.key()));
    if (args.length > 2) {
      editForEver(recovery, worker, out, Path.of(args[1]), new Random(Long.parseLong(args[2])));
    }
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
      edit(recovery, worker, out, Path.of(args[1]), line, revision);
    }
  }

  private static void edit(
      Recovery recovery,
      ExecutorService worker,
      PrintStream out,
      Path original,
      String name,
      long revision) {
    Design design = RandomEdits.start().withName(name);
    recovery.edited(new StoredDesign(design, View.EMPTY, Optional.of(original)), revision);
    out.println("edited " + revision);
    worker.execute(() -> out.println("written " + revision));
  }

  private static void editForEver(
      Recovery recovery, ExecutorService worker, PrintStream out, Path original, Random random) {
    for (long revision = 1; ; revision++) {
      edit(recovery, worker, out, original, "edit " + revision, revision);
      if (random.nextInt(4) == 0) {
        LockSupport.parkNanos(random.nextInt(3_000_000));
      }
    }
  }
}
