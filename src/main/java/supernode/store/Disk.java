package supernode.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** What saving asks of a disk; tests put in one that is full or read-only. */
interface Disk {
  /** The disk of this machine. */
  Disk REAL =
      new Disk() {
        @Override
        public void writeNew(Path file, byte[] bytes) throws IOException {
          try (FileChannel channel =
              FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
              channel.write(buffer);
            }
            channel.force(true);
          }
        }

        @Override
        public void replace(Path from, Path to) throws IOException {
          try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
          } catch (AtomicMoveNotSupportedException _) {
            // Some network disks: still one rename, but without the promise.
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
          }
          syncFolder(to.getParent());
        }
      };

  /** Makes the renaming itself last, where the system lets folders be opened. */
  private static void syncFolder(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException _) {
      // Windows opens no folders; it writes their entries through by itself.
      return;
    }
  }

  /** Writes a file that does not exist yet; on return its bytes are on the disk. */
  void writeNew(Path file, byte[] bytes) throws IOException;

  /** Puts a file in the place of another. */
  void replace(Path from, Path to) throws IOException;
}
