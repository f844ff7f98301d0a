package supernode.store;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The window that a recovery file belongs to; its name says so, and renaming the file hands it
 * over.
 *
 * @param process process id
 * @param startMs when that process started, ms since 1970; 0 where the system does not tell
 * @param window counts the windows of a process
 */
record Owner(long process, long startMs, int window) {
  private static final Pattern NAME =
      Pattern.compile("\\.?(\\d{1,18})-(\\d{1,18})-(\\d{1,9})\\.recovery\\.json(\\..*\\.tmp)?");

  // The start is derived from the boot time, which drifts with the clock's corrections.
  private static final Duration TOLERANCE = Duration.ofSeconds(5);

  static Owner here(int window) {
    ProcessHandle self = ProcessHandle.current();
    return new Owner(self.pid(), startMs(self), window);
  }

  private static long startMs(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
  }

  /** The owner of a recovery file or of what is left of one; empty for other files. */
  static Optional<Owner> of(Path file) {
    Matcher m = NAME.matcher(file.getFileName().toString());
    return m.matches()
        ? Optional.of(
            new Owner(
                Long.parseLong(m.group(1)),
                Long.parseLong(m.group(2)),
                Integer.parseInt(m.group(3))))
        : Optional.empty();
  }

  String fileName() {
    return process + "-" + startMs + "-" + window + ".recovery.json";
  }

  /** Whether the process still runs: the same one, not another that got its id later. */
  boolean isAlive() {
    return ProcessHandle.of(process)
        .filter(ProcessHandle::isAlive)
        .map(h -> {
          long now = startMs(h);
          return now == 0 || startMs == 0 || Math.abs(now - startMs) <= TOLERANCE.toMillis();
        })
        .orElse(false);
  }
}
