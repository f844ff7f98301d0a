package supernode.app;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code open FILE}. */
@Command(
    name = "open",
    description = "Opens the window on a design.",
    mixinStandardHelpOptions = true)
final class OpenCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "A design, *.supernode.json.")
  private Path file;

  @Override
  public Integer call() {
    return Window.open(Optional.of(file));
  }
}
