package supernode.ui.shell;

import java.nio.file.Path;
import java.util.Optional;
import supernode.quantity.Text;

/** What the studio asks its user in a dialog of its own. Tests answer in their place. */
public interface Questions {
  /** What becomes of work that is not saved. */
  enum Leaving {
    SAVE,
    DISCARD,
    STAY
  }

  /** What becomes of work that an earlier run could not save. */
  enum Recovering {
    RECOVER,
    THROW_AWAY,
    LATER
  }

  /** What becomes of a file that would be written over. */
  enum Replacing {
    REPLACE,
    ELSEWHERE,
    STAY
  }

  /** Asks before unsaved work is left. */
  Leaving leave(String designName);

  /** Offers work that an earlier run could not save. */
  Recovering recover(String designName, String when);

  /** Asks before a file is replaced whose content the user may not have seen. */
  Replacing replace(Text title, Text sentence);

  /** Says what went wrong, and that what is open is as it was. */
  void trouble(Text title, Text sentence);

  Optional<Path> fileToOpen(Optional<Path> folder);

  /** A table of a year's weather. */
  Optional<Path> weatherToRead(Optional<Path> folder);

  Optional<Path> fileToSave(Optional<Path> folder, String suggestedName);

  /** A file of parts, CSV or JSON. */
  Optional<Path> partsToOpen(Optional<Path> folder);

  /**
   * Where a document goes.
   *
   * @param ending of the file's name, without the dot
   */
  Optional<Path> fileToExport(Optional<Path> folder, String suggestedName, String ending);
}
