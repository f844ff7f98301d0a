package supernode.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The start script finds the studio and a Java that can run it. Javas here only say who they are.
 */
class LauncherTest {
  @TempDir private Path folder;
  private Path script;

  @BeforeEach
  void aStudioInAFolderWithASpace() throws IOException {
    script = folder.resolve("my studio").resolve("bin").resolve("supernode-studio");
    Files.createDirectories(script.getParent());
    Files.copy(Path.of("src/main/launcher/bin/supernode-studio"), script);
    makeExecutable(script);
  }

  private record Ran(int code, List<String> lines) {}

  private Ran run(Path command, Map<String, String> environment, String... args) throws Exception {
    List<String> line = new ArrayList<>(List.of("/bin/sh", command.toString()));
    line.addAll(List.of(args));
    ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
    builder.directory(Path.of("/").toFile());
    builder.environment().keySet().removeIf(k -> k.matches("(LC_|LANG|SUPERNODE).*"));
    builder.environment().putAll(environment);
    Process process = builder.start();
    List<String> lines = process.inputReader(StandardCharsets.UTF_8).lines().toList();
    return new Ran(process.waitFor(), lines);
  }

  /** A folder with a java that states a version and prints its arguments, a line each. */
  private Path java(String name, String version) throws IOException {
    Path java = folder.resolve(name).resolve("bin").resolve("java");
    Files.createDirectories(java.getParent());
    Files.writeString(
        java,
        """
        #!/bin/sh
        if [ "$1" = -version ]; then echo 'openjdk version "%s" 2026-01-01' >&2; exit 0; fi
        echo "%s"
        echo "${LC_ALL:-} ${LANGUAGE:-}"
        for a in "$@"; do echo "$a"; done
        exit 7
        """
            .formatted(version, name));
    makeExecutable(java);
    return folder.resolve(name);
  }

  private static void makeExecutable(Path file) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private Map<String, String> with(Path javaHome, Path onPath) {
    return Map.of(
        "JAVA_HOME", javaHome.toString(), "PATH", onPath.resolve("bin") + ":/usr/bin:/bin");
  }

  @Test
  void aJavaThatIsTooOldIsPassedOver() throws Exception {
    Ran ran = run(script, with(java("old", "17.0.15"), java("new", "25.0.3")), "--version");

    assertThat(ran.lines()).startsWith("new").endsWith("supernode.app.Main", "--version");
  }

  @Test
  void theJavaHomeIsPreferredWhenItIsNewEnough() throws Exception {
    Ran ran = run(script, with(java("home", "26-ea"), java("new", "25.0.3")), "--version");

    assertThat(ran.lines()).startsWith("home");
  }

  @Test
  void argumentsAndExitCodeArePassedOnUntouched() throws Exception {
    Path java = java("new", "25");
    Ran ran = run(script, with(java, java), "solve", "a b.json", "设计 *.json", "--set", "x.y=70 %");

    assertThat(ran.code()).isEqualTo(7);
    assertThat(ran.lines()).endsWith("solve", "a b.json", "设计 *.json", "--set", "x.y=70 %");
    assertThat(ran.lines())
        .contains(
            "@" + folder.toRealPath().resolve("my studio/lib/java-options"),
            folder.toRealPath().resolve("my studio/lib/*").toString());
  }

  @Test
  void calledThroughLinksItFindsItsLibraries() throws Exception {
    Path java = java("new", "25");
    Path near = Files.createSymbolicLink(script.resolveSibling("studio"), script.getFileName());
    Path far = Files.createSymbolicLink(folder.resolve("link"), near);

    assertThat(run(far, with(java, java), "check").lines())
        .contains("@" + folder.toRealPath().resolve("my studio/lib/java-options"));
  }

  @Test
  void documentsAreWrittenByTheQuickerCompilerButNothingElseIs() throws Exception {
    Path java = java("new", "25");
    String quick = "-XX:TieredStopAtLevel=1";
    for (String command : List.of("report", "render")) {
      assertThat(run(script, with(java, java), command, "a.json").lines()).contains(quick);
    }
    for (String command : List.of("solve", "open", "report.json")) {
      assertThat(run(script, with(java, java), command).lines()).doesNotContain(quick);
    }
    assertThat(run(script, with(java, java)).lines()).doesNotContain(quick);
  }

  @Test
  void underTheCLocaleFileNamesAreStillUtf8() throws Exception {
    Path java = java("new", "25");
    Map<String, String> plain = new HashMap<>(with(java, java));
    plain.put("LC_ALL", "C");

    assertThat(run(script, plain, "check").lines()).contains("C.UTF-8 C");
  }

  @Test
  void theLanguageAskedForIsSpokenWhereItsLocaleIsNotInstalled() {
    assertThat(Language.asked(Map.of("LANG", "zh_CN.UTF-8"))).contains(Locale.SIMPLIFIED_CHINESE);
    assertThat(Language.asked(Map.of("LANG", "zh_CN.UTF-8", "LC_ALL", "en_GB")))
        .contains(Locale.ENGLISH);
    assertThat(Language.asked(Map.of("LC_ALL", "C.UTF-8", "LANGUAGE", "zh_CN")))
        .contains(Locale.SIMPLIFIED_CHINESE);
    assertThat(Language.asked(Map.of("LANG", "C.UTF-8"))).isEmpty();
    assertThat(Language.asked(Map.of())).isEmpty();
  }
}
