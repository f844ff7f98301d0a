package supernode.ui.shell;

import java.nio.file.Path;
import java.util.List;
import supernode.design.Design;
import supernode.quantity.Text;

/** Designs on disk, and the samples that ship with the studio. */
public interface DesignFiles {
  /** A file that cannot be read or written; {@link #text()} says why and what helps. */
  final class Trouble extends Exception {
    private static final long serialVersionUID = 1;
    private final transient Text text;

    public Trouble(Text text, Throwable cause) {
      super(text.key() + " " + text.values(), cause);
      this.text = text;
    }

    public Text text() {
      return text;
    }
  }

  /**
   * @throws Trouble when there is no whole design in the file
   */
  Design read(Path file) throws Trouble;

  /**
   * Replaces the file in one step: after any failure the old one is still whole.
   *
   * @throws Trouble when it cannot be written
   */
  void write(Path file, Design design) throws Trouble;

  /** Names of the samples, the one to begin with first. */
  List<String> samples();

  /**
   * @throws Trouble when there is no such sample
   */
  Design sample(String name) throws Trouble;
}
