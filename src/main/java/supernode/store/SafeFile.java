package supernode.store;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Locale;
import java.util.UUID;
import supernode.quantity.Text;

/** Writes a file so that at every moment either the old or the new one is there whole. */
public final class SafeFile {
  private static final int MAX_LINKS = 40;

  /** As much of the name as leaves room for the rest in the 255 byte of a file name. */
  private static final int NAME_PART = 60;

  private SafeFile() {}

  /**
   * Writes a file, or replaces it.
   *
   * @throws StoreException when it cannot be written; what was there is then as it was
   */
  public static void write(Path target, byte[] bytes) {
    write(Disk.REAL, target, bytes);
  }

  static void write(Disk disk, Path target, byte[] bytes) {
    String name = target.toString();
    Path temporary = null;
    try {
      Path file = behindLinks(target.toAbsolutePath());
      // Renaming would put a file in the place of a pipe, or of the null device.
      if (Files.exists(file) && !Files.isRegularFile(file)) {
        throw new StoreException(Text.of("store.notAFile", name));
      }
      if (Files.exists(file) && !Files.isWritable(file)) {
        throw new StoreException(Text.of("store.readOnly", name));
      }
      temporary = file.resolveSibling(temporaryName(file));
      disk.writeNew(temporary, bytes);
      copyPermissions(file, temporary);
      disk.replace(temporary, file);
    } catch (IOException | ReadOnlyFileSystemException e) {
      discard(temporary);
      throw new StoreException(text(name, e));
    }
  }

  // A link stays a link: what it points at is replaced.
  private static Path behindLinks(Path target) throws IOException {
    Path file = target;
    for (int links = 0; Files.isSymbolicLink(file); links++) {
      if (links == MAX_LINKS) {
        throw new FileSystemLoopException(target.toString());
      }
      file = file.resolveSibling(Files.readSymbolicLink(file));
    }
    return file;
  }

  private static String temporaryName(Path file) {
    String name = file.getFileName().toString();
    String start = name.substring(0, Math.min(NAME_PART, name.length()));
    return "." + start + "." + UUID.randomUUID() + ".tmp";
  }

  private static void copyPermissions(Path from, Path to) throws IOException {
    PosixFileAttributeView old = Files.getFileAttributeView(from, PosixFileAttributeView.class);
    if (old != null && Files.exists(from)) {
      Files.setPosixFilePermissions(to, old.readAttributes().permissions());
    }
  }

  private static void discard(Path temporary) {
    try {
      if (temporary != null) {
        Files.deleteIfExists(temporary);
      }
    } catch (IOException _) {
      // The disk that refused to write refuses to delete too: the message says what matters.
      return;
    }
  }

  private static Text text(String name, Exception e) {
    String reason = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    // Linux and macOS, Windows, quotas.
    if (reason.contains("no space left")
        || reason.contains("not enough space")
        || reason.contains("quota")) {
      return Text.of("store.full", name);
    }
    if (e instanceof AccessDeniedException
        || e instanceof ReadOnlyFileSystemException
        || reason.contains("read-only")) {
      return Text.of("store.readOnly", name);
    }
    if (e instanceof NoSuchFileException) {
      return Text.of("store.noFolder", name);
    }
    return Text.of("store.notSaved", name);
  }
}
