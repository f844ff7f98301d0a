package supernode.ui.shell;

import java.nio.file.Path;

/** What the studio opens with. */
public sealed interface Start {
  /** The welcome panel. */
  record Nothing() implements Start {}

  /** A file of the user's. */
  record OfFile(Path file) implements Start {}

  /** A sample by its name, for example "gb200-nvl72". */
  record OfSample(String name) implements Start {}
}
