package supernode.app;

import java.io.Console;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.function.DoubleConsumer;

/** A bar on the terminal's message side; nothing where nobody is looking. */
final class ProgressBar implements DoubleConsumer {
  private static final int WIDTH = 40;

  private final PrintWriter err;
  private final boolean shown;
  private int drawn = -1;

  ProgressBar(PrintWriter err) {
    this(err, Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false));
  }

  ProgressBar(PrintWriter err, boolean shown) {
    this.err = err;
    this.shown = shown;
  }

  @Override
  public void accept(double share) {
    int cells = (int) Math.round(Math.clamp(share, 0, 1) * WIDTH);
    if (!shown || cells == drawn) {
      return;
    }
    drawn = cells;
    err.print("\r[" + "=".repeat(cells) + " ".repeat(WIDTH - cells) + "]");
    if (cells == WIDTH) {
      err.print("\r" + " ".repeat(WIDTH + 2) + "\r");
    }
    err.flush();
  }
}
