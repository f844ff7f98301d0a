package supernode.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Designs that are as large as a file may say, and far larger than can be solved, keep every
 * command answering: soon, in a heap of 512 MB, with results or one sentence.
 */
class HugeDesignTest {
  /** Of all threads, the compiler's among them. */
  private static final long MOST_MS = 15_000;

  @TempDir private Path folder;
  private final List<String> files = new ArrayList<>();

  @Test
  void everyCommandAnswersSoonAndInLittleMemory() throws Exception {
    Path sample = Path.of("sample-designs/gb200-nvl72.supernode.json");
    String racked = Files.readString(sample);
    assertThat(racked).contains("\"count\": 18");
    design("million-trays.json", racked.replaceFirst("\"count\": 18", "\"count\": 1000000"));
    design(
        "hundred-million-parts.json",
        """
        {"format": "supernode-design", "version": 1, "design": {"root": "hall", "assemblies": {
          "rack": {"placements": {"gpu": {"of": "b200-sxm", "count": 10000}}},
          "hall": {"placements": {"rack": {"of": "rack", "count": 9999}}}}}}
        """);
    design(
        "mesh-of-a-million.json",
        """
        {"format": "supernode-design", "version": 1, "design": {"root": "hall", "assemblies": {
          "hall": {"placements": {"gpu": {"of": "b200-sxm", "count": 1000000}},
            "wirings": [{"fabric": "scale-up", "link": "nvlink5", "lengthM": 1,
              "pattern": {"kind": "full-mesh", "among": "gpu[*].nvlink"}}]}}}}
        """);

    List<String> lines = run();

    assertThat(lines).hasSize(4 * files.size());
    for (String line : lines) {
      String[] words = line.split(" ", -1);
      int code = Integer.parseInt(words[2]);
      assertThat(code).as(line).isNotEqualTo(Failures.INTERNAL);
      assertThat(Integer.parseInt(words[3])).as(line).isEqualTo(code == 2 ? 1 : 0);
      assertThat(Long.parseLong(words[4])).as(line).isLessThan(MOST_MS);
    }
    assertThat(lines).filteredOn(l -> l.contains(" solve ")).allMatch(l -> l.contains("solve 0"));
  }

  private void design(String name, String content) throws IOException {
    files.add(Files.writeString(folder.resolve(name), content).toString());
  }

  private List<String> run() throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                HugeDesignMain.class.getName()));
    command.addAll(files);
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    List<String> lines = process.inputReader().lines().toList();
    assertThat(process.waitFor()).isZero();
    return lines;
  }
}
