package supernode.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;

/**
 * By what a file that somebody else has written meanwhile is told from the one that was read.
 *
 * @param file its name inside the system, where that has one: saving makes a new file
 */
public record FileStamp(long bytes, FileTime modified, String file) {
  /** The file as it is now; empty when there is none. */
  public static Optional<FileStamp> of(Path path) {
    try {
      BasicFileAttributes a = Files.readAttributes(path, BasicFileAttributes.class);
      return Optional.of(
          new FileStamp(a.size(), a.lastModifiedTime(), String.valueOf(a.fileKey())));
    } catch (IOException _) {
      return Optional.empty();
    }
  }
}
