package supernode.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import supernode.catalog.Catalog;
import supernode.design.Design;
import supernode.design.edit.RandomEdits;
import supernode.quantity.Text;

/** What a process did not live to save is there at the next start. */
class RecoveryTest {
  @TempDir private Path folder;
  private final List<Text> problems = new ArrayList<>();

  /** A real process that edits when told. */
  private final class Child implements AutoCloseable {
    private final Process process;
    private final BufferedReader out;
    private final Writer in;

    Child(String... more) throws IOException {
      List<String> command =
          new ArrayList<>(
              List.of(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-XX:TieredStopAtLevel=1",
                  "-cp",
                  System.getProperty("java.class.path"),
                  RecoveryChild.class.getName(),
                  folder.toString(),
                  folder.resolve("original.supernode.json").toString()));
      command.addAll(List.of(more));
      process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
      out = process.inputReader();
      in = process.outputWriter();
    }

    void tell(String line) throws IOException {
      in.write(line + "\n");
      in.flush();
    }

    void await(String line) throws IOException {
      String said;
      do {
        said = out.readLine();
        assertThat(said).as("the child ended before it said " + line).isNotNull();
      } while (!said.equals(line));
    }

    void kill() {
      // By its handle: the process itself would close what the child has said and nobody has read.
      process.toHandle().destroyForcibly();
      process.onExit().join();
    }

    @Override
    public void close() {
      kill();
    }
  }

  @Test
  void aKilledProcessLosesAtMostItsLastEdit() throws Exception {
    try (Child child = new Child()) {
      for (int i = 1; i <= 20; i++) {
        child.tell("edit " + i);
        child.await("written " + i);
      }
      assertThat(Recovery.found(folder)).as("while it runs its work is its own").isEmpty();
      child.tell("edit 21");
      child.await("edited 21");
      child.kill();
    }
    List<Recovered> found = Recovery.found(folder);
    assertThat(found).hasSize(1);
    assertThat(found.getFirst().revision()).isBetween(20L, 21L);
    assertThat(found.getFirst().name()).isEqualTo("edit " + found.getFirst().revision());
    assertThat(found.getFirst().original()).contains(folder.resolve("original.supernode.json"));
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).as("nothing half-written is left").hasSize(1);
    }

    try (Recovery next = recovery()) {
      StoredDesign restored = next.restore(found.getFirst(), Catalog.EMPTY);
      assertThat(restored.design())
          .isEqualTo(RandomEdits.start().withName(found.getFirst().name()));
      assertThat(restored.file()).isEqualTo(found.getFirst().original());
      assertThat(Recovery.found(folder)).as("it belongs to the new window now").isEmpty();
      try (Recovery other = recovery()) {
        assertThatThrownBy(() -> other.restore(found.getFirst(), Catalog.EMPTY))
            .isInstanceOfSatisfying(
                StoreException.class,
                e -> assertThat(e.text().key()).isEqualTo("store.recoveryTaken"));
      }
      assertThat(recoveryFiles()).as("closing one window leaves the other's file").hasSize(1);
    }
    assertThat(recoveryFiles()).isEmpty();
  }

  /**
   * Killed in the middle of whatever it does, many times: what was on the disk when the process
   * said so is there, whole, and nothing later than it ever did.
   */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void aProcessKilledAtAnyMomentLeavesAWholeDesign(long seed) throws Exception {
    long written = 0;
    long edited = 0;
    try (Child child = new Child(Long.toString(seed))) {
      // From the first edit on, when the recovery file is made, to the thick of it.
      long end = (seed - 1) * 37;
      for (String line = child.out.readLine(); written < end; line = child.out.readLine()) {
        written = Math.max(written, number(line, "written "));
        edited = Math.max(edited, number(line, "edited "));
      }
      child.kill();
      // What it still said before it died.
      for (String line = child.out.readLine(); line != null; line = child.out.readLine()) {
        written = Math.max(written, number(line, "written "));
        edited = Math.max(edited, number(line, "edited "));
      }
    }
    List<Recovered> found = Recovery.found(folder);
    if (written == 0 && found.isEmpty()) {
      return;
    }
    assertThat(found).hasSize(1);
    Recovered last = found.getFirst();
    assertThat(last.revision()).isBetween(written, edited + 1);
    try (Recovery next = recovery()) {
      StoredDesign restored = next.restore(last, Catalog.EMPTY);
      assertThat(restored.design())
          .isEqualTo(RandomEdits.start().withName("edit " + last.revision()));
    }
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).as("nothing half-written is left").isEmpty();
    }
  }

  private static long number(String line, String word) {
    // The last line may be cut off.
    return line.matches(word + "\\d+") ? Long.parseLong(line.substring(word.length())) : 0;
  }

  @Test
  void aHalfWrittenFileIsNeverTaken() throws Exception {
    try (Recovery recovery = recovery()) {
      recovery.edited(stored("whole"), 1);
      String whole = Files.readString(recoveryFiles().getFirst());
      for (int length = 0; length < whole.length() - 1; length += 1 + whole.length() / 50) {
        dead(whole.substring(0, length));
        assertThat(Recovery.found(folder)).as("cut after %d", length).isEmpty();
      }
      dead(whole);
      assertThat(Recovery.found(folder)).hasSize(1);
    }
  }

  @Test
  void aCleanCloseLeavesNothing() throws Exception {
    try (Child child = new Child()) {
      child.tell("edit");
      child.await("written 1");
      assertThat(recoveryFiles()).hasSize(1);
      child.tell("close");
      child.await("closed");
    }
    assertThat(recoveryFiles()).isEmpty();
  }

  @Test
  void windowsOfOneProcessKeepFilesOfTheirOwn() throws Exception {
    Recovery one = recovery();
    try (Recovery two = recovery()) {
      one.edited(stored("one"), 1);
      two.edited(stored("two"), 1);
      assertThat(recoveryFiles()).hasSize(2);
      assertThat(Recovery.found(folder)).isEmpty();
      one.close();
      assertThat(recoveryFiles()).hasSize(1);
    }
  }

  @Test
  void savingForgetsWhatWasSavedAndNoMore() throws Exception {
    try (Recovery recovery = recovery()) {
      recovery.edited(stored("a"), 1);
      recovery.saved(1);
      assertThat(recoveryFiles()).isEmpty();
      recovery.edited(stored("b"), 2);
      recovery.saved(1);
      assertThat(recoveryFiles()).hasSize(1);
    }
  }

  @Test
  void ofABurstOfEditsOnlyTheLastIsWritten() throws Exception {
    Deque<Runnable> tasks = new ArrayDeque<>();
    try (Recovery recovery = new Recovery(folder, tasks::add, problems::add)) {
      recovery.edited(stored("first"), 1);
      recovery.edited(stored("second"), 2);
      tasks.removeFirst().run();
      assertThat(Files.readString(recoveryFiles().getFirst())).contains("second");
      Files.delete(recoveryFiles().getFirst());
      tasks.removeFirst().run();
      assertThat(recoveryFiles()).as("there was nothing more to write").isEmpty();
    }
  }

  @Test
  void workThatCannotBeOpenedIsKept() throws Exception {
    Path dead = dead("{\"format\": \"supernode-recovery\", \"revision\": 3, \"document\": {}}");
    List<Recovered> found = Recovery.found(folder);
    assertThat(found).hasSize(1);
    try (Recovery recovery = recovery()) {
      assertThatThrownBy(() -> recovery.restore(found.getFirst(), Catalog.EMPTY))
          .isInstanceOf(StoreException.class);
    }
    assertThat(dead).exists();
    Recovery.discard(found.getFirst());
    assertThat(dead).doesNotExist();
  }

  @Test
  void filesOfOthersAreLeftAlone() throws Exception {
    Path foreign = Files.writeString(folder.resolve("notes.txt"), "mine");
    Path damaged = dead("no JSON");
    assertThat(Recovery.found(folder)).isEmpty();
    assertThat(Recovery.found(folder.resolve("nowhere"))).isEmpty();
    assertThat(foreign).exists();
    assertThat(damaged).exists();
  }

  @Test
  void whatAKilledProcessWasWritingIsTidiedAway() throws Exception {
    Path half = Files.writeString(folder.resolve(".999999999-1-1.recovery.json.x.tmp"), "{");
    assertThat(Recovery.found(folder)).isEmpty();
    assertThat(half).doesNotExist();
  }

  @Test
  void aFolderThatCannotBeWrittenIsSaidOnce() throws Exception {
    Path file = Files.writeString(folder.resolve("occupied"), "");
    try (Recovery recovery = new Recovery(file.resolve("in"), Runnable::run, problems::add)) {
      recovery.edited(stored("a"), 1);
    }
    assertThat(problems).hasSize(1);
    assertThat(problems.getFirst().key()).isEqualTo("store.noRecovery");
  }

  private Path dead(String content) throws IOException {
    // Beyond the largest process id of any system.
    return Files.writeString(folder.resolve("999999999-1-1.recovery.json"), content);
  }

  private Recovery recovery() {
    return new Recovery(folder, Runnable::run, problems::add);
  }

  private static StoredDesign stored(String name) {
    Design design = RandomEdits.start().withName(name);
    return new StoredDesign(design, View.EMPTY, Optional.empty());
  }

  private List<Path> recoveryFiles() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.toString().endsWith(".recovery.json")).toList();
    }
  }
}
