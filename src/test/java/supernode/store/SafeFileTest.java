package supernode.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import supernode.quantity.Messages;

/** Whatever happens while saving, the old file or the new one is there whole. */
class SafeFileTest {
  private static final byte[] NEW = {'n', 'e', 'w'};

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void anOldFile() throws IOException {
    file = Files.writeString(folder.resolve("a.supernode.json"), "old");
  }

  @Test
  void savingReplacesTheOldFile() throws Exception {
    SafeFile.write(Disk.REAL, file, NEW);
    assertThat(file).hasContent("new");
    assertNothingElseIsLeft();
  }

  @Test
  void savingMakesANewFile() {
    Path fresh = folder.resolve("b.json");
    SafeFile.write(Disk.REAL, fresh, NEW);
    assertThat(fresh).hasContent("new");
  }

  /** A disk that takes a byte and then says what is wrong with it. */
  private record BrokenDisk(Exception reason) implements Disk {
    @Override
    public void writeNew(Path to, byte[] bytes) throws IOException {
      Disk.REAL.writeNew(to, new byte[] {bytes[0]});
      fail();
    }

    @Override
    public void replace(Path from, Path to) throws IOException {
      fail();
    }

    private void fail() throws IOException {
      if (reason instanceof IOException io) {
        throw io;
      }
      throw (RuntimeException) reason;
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "No space left on device",
        "There is not enough space on the disk",
        "Disk quota exceeded"
      })
  void aFullDiskKeepsTheOldFile(String reason) throws Exception {
    String sentence = failure(new BrokenDisk(new IOException(reason)), "store.full");
    assertThat(sentence).contains("full", file.toString(), "old file", "free");
  }

  @Test
  void aReadOnlyFolderKeepsTheOldFile() throws Exception {
    Disk denied = new BrokenDisk(new AccessDeniedException(folder.toString()));
    assertThat(failure(denied, "store.readOnly")).contains("read-only", file.toString(), "save");
    failure(new BrokenDisk(new ReadOnlyFileSystemException()), "store.readOnly");
    failure(new BrokenDisk(new IOException("Read-only file system")), "store.readOnly");
  }

  @Test
  void aDiskThatFailsWhenRenamingKeepsTheOldFile() throws Exception {
    Disk disk =
        new Disk() {
          @Override
          public void writeNew(Path to, byte[] bytes) throws IOException {
            Disk.REAL.writeNew(to, bytes);
          }

          @Override
          public void replace(Path from, Path to) throws IOException {
            throw new IOException("Input/output error");
          }
        };
    failure(disk, "store.notSaved");
  }

  @Test
  void aFolderThatIsNotThereIsNamed() {
    Path lost = folder.resolve("lost").resolve("a.json");
    StoreException e =
        catchThrowableOfType(StoreException.class, () -> SafeFile.write(Disk.REAL, lost, NEW));
    assertThat(e.text().key()).isEqualTo("store.noFolder");
  }

  @Test
  void aFolderIsNoFile() {
    StoreException e =
        catchThrowableOfType(StoreException.class, () -> SafeFile.write(Disk.REAL, folder, NEW));
    assertThat(e.text().key()).isEqualTo("store.notAFile");
  }

  @Test
  void aSymbolicLinkStaysOne() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("link.json"), file);
    SafeFile.write(Disk.REAL, link, NEW);
    assertThat(link).isSymbolicLink();
    assertThat(file).hasContent("new");
  }

  @Test
  void aLinkToALinkToNothingYetMakesTheFileAtItsEnd() throws Exception {
    Path end = folder.resolve("end.json");
    Path near = Files.createSymbolicLink(folder.resolve("near.json"), end.getFileName());
    Path far = Files.createSymbolicLink(folder.resolve("far.json"), near);
    SafeFile.write(Disk.REAL, far, NEW);
    assertThat(far).isSymbolicLink();
    assertThat(near).isSymbolicLink();
    assertThat(end).isRegularFile().hasContent("new");
  }

  @Test
  void linksInACircleAreRefused() throws Exception {
    Path one = Files.createSymbolicLink(folder.resolve("one"), Path.of("two"));
    Files.createSymbolicLink(folder.resolve("two"), Path.of("one"));
    StoreException e =
        catchThrowableOfType(StoreException.class, () -> SafeFile.write(Disk.REAL, one, NEW));
    assertThat(e.text().key()).isEqualTo("store.notSaved");
  }

  @Test
  void aDeviceIsNoFile() {
    StoreException e =
        catchThrowableOfType(
            StoreException.class, () -> SafeFile.write(Disk.REAL, Path.of("/dev/null"), NEW));
    assertThat(e.text().key()).isEqualTo("store.notAFile");
    assertThat(Path.of("/dev/null").toFile().isFile()).isFalse();
  }

  @Test
  void theLongestNamesCanBeSaved() {
    // 255 byte, and 84 characters of three byte each.
    for (String name : new String[] {"n".repeat(255), "设".repeat(84)}) {
      Path longest = folder.resolve(name);
      SafeFile.write(Disk.REAL, longest, NEW);
      assertThat(longest).hasContent("new");
    }
  }

  private String failure(Disk disk, String key) throws IOException {
    StoreException e =
        catchThrowableOfType(StoreException.class, () -> SafeFile.write(disk, file, NEW));
    assertThat(e.text().key()).isEqualTo(key);
    assertThat(file).hasContent("old");
    assertNothingElseIsLeft();
    return new Messages(Locale.ENGLISH).say(e.text());
  }

  private void assertNothingElseIsLeft() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }
}
