package supernode.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where there is no display the window says so in a sentence, and names what can be done. */
class NoDisplayTest {
  private static final String SAMPLE = "sample-designs/gb200-nvl72.supernode.json";

  private record Ran(int code, String out, String err) {}

  private static Ran run(String... args) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "-Duser.language=en",
                Main.class.getName()));
    command.addAll(List.of(args));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(k -> k.matches("DISPLAY|WAYLAND_DISPLAY|LANG.*|LC_.*"));
    Process process = builder.start();
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ran(process.waitFor(), out, err);
  }

  @Test
  void openingEndsWithTwoAndOneSentence() throws Exception {
    for (Ran ran : List.of(run("open", SAMPLE), run())) {
      assertThat(ran.code()).isEqualTo(Failures.BAD_INPUT);
      assertThat(ran.out()).isEmpty();
      assertThat(ran.err()).contains("no display", "solve FILE", "report FILE").hasLineCount(1);
    }
  }
}
