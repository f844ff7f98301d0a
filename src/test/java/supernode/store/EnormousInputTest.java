package supernode.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Enormous files are answered within two processor seconds in a heap of 512 MB. */
class EnormousInputTest {
  private static final String HEAD =
      "{\"format\": \"supernode-design\", \"version\": 1, \"design\": {\"root\": \"r\","
          + " \"assemblies\": {";

  @TempDir private Path folder;
  private final List<String> expected = new ArrayList<>();
  private final List<Path> files = new ArrayList<>();

  @Test
  void anEnormousFileIsAnsweredSoonAndInLittleMemory() throws Exception {
    Path large = folder.resolve("200-MB.json");
    try (RandomAccessFile f = new RandomAccessFile(large.toFile(), "rw")) {
      f.setLength(200L << 20);
    }
    files.add(large);
    expected.add("200-MB.json store.tooLarge");

    many("deep.json", "store.tooDeep", "{\"a\":", 1_000_000, i -> "[", "");
    many("tokens.json", "store.tooLong", "{\"a\": [", 1_000_000, i -> "[],", "[]]}");
    many("string.json", "store.tooLong", "{\"a\": \"", 1_000_000, i -> "ab", "\"}");
    many("number.json", "store.tooLong", "{\"a\": ", 1_000_000, i -> "9", "}");
    many("name.json", "store.tooLong", "{\"", 1_000_000, i -> "n", "\": 1}");
    many(
        "keys.json",
        "store.missing",
        "{\"format\": \"supernode-design\", \"version\": 1",
        240_000,
        i -> ",\"k" + i + "\":1",
        "}");
    many(
        "selector.json",
        "store.textLong",
        HEAD + "\"r\": {\"exposes\": {\"x\": \"",
        500_000,
        i -> "a.",
        "p\"}}}}}");
    many(
        "slots.json",
        "store.slots",
        HEAD + "\"r\": {\"placements\": {\"a\": {\"of\": \"chip\", \"slots\": \"1",
        90_000,
        i -> ",1-100",
        "\"}}}}}}");
    many(
        "assemblies.json",
        "store.unsound",
        HEAD + "\"r\": {}",
        90_000,
        i -> ",\"a" + i + "\": {}",
        "}}}");
    many(
        "placements.json",
        "store.unsound",
        HEAD + "\"r\": {\"placements\": {\"z\": {\"of\": \"chip\"}",
        90_000,
        i -> ",\"a" + i + "\":{\"of\":\"chip\"}",
        "}}}}}");
    // Each level exposes the one below many times: unrolled, 30 to the power of 15 ports.
    many(
        "fan.json",
        "opened",
        HEAD + "\"r\": {\"placements\": {\"in\": {\"of\": \"a0\"}}}",
        16,
        i ->
            ",\"a"
                + i
                + "\": {\"placements\": {\"in\": {\"of\": \""
                + (i == 14 ? "chip" : "a" + (i + 1))
                + "\"}}, \"exposes\": {\"mesh\": ["
                + "\"in.mesh\",".repeat(29)
                + "\"in.mesh\"]}}",
        "}}}",
        15);
    // Every assembly of a level in every one of the next.
    layers();

    List<String> answers = run();
    assertThat(answers).hasSize(expected.size());
    for (int i = 0; i < expected.size(); i++) {
      assertThat(answers.get(i)).startsWith(expected.get(i) + " ");
      int ms = Integer.parseInt(answers.get(i).substring(expected.get(i).length() + 1));
      assertThat(ms).as(answers.get(i)).isLessThan(2000);
    }
  }

  private void layers() throws IOException {
    StringBuilder content = new StringBuilder();
    int width = 80;
    for (int level = 0; level < 14; level++) {
      for (int i = 0; i < width; i++) {
        content.append(",\"a%d-%d\": {\"placements\": {".formatted(level, i));
        for (int j = 0; j < width; j++) {
          content.append(j == 0 ? "" : ",");
          content.append(
              level == 13
                  ? "\"p%d\":{\"of\":\"chip\"}".formatted(j)
                  : "\"p%d\":{\"of\":\"a%d-%d\"}".formatted(j, level + 1, j));
        }
        content.append("}}");
      }
    }
    many(
        "layers.json",
        "store.unsound",
        HEAD + "\"r\": {\"placements\": {\"p\": {\"of\": \"a0-0\"}}}",
        1,
        i -> content.toString(),
        "}}}");
  }

  private void many(
      String name, String key, String head, int times, IntFunction<String> piece, String tail)
      throws IOException {
    many(name, key, head, times, piece, tail, times);
  }

  private void many(
      String name,
      String key,
      String head,
      int times,
      IntFunction<String> piece,
      String tail,
      int upTo)
      throws IOException {
    Path file = folder.resolve(name);
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write(head);
      for (int i = 0; i < Math.min(times, upTo); i++) {
        out.write(piece.apply(i));
      }
      out.write(tail);
    }
    files.add(file);
    expected.add(name + " " + key);
  }

  private List<String> run() throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                EnormousInputMain.class.getName()));
    files.forEach(f -> command.add(f.toString()));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    List<String> lines = process.inputReader().lines().toList();
    assertThat(process.waitFor()).isZero();
    return lines;
  }
}
