package supernode;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** All sources are formatted alike. {@code -Dformat.update=true} rewrites those that are not. */
class FormatTest {
  @Test
  void sourcesAreFormatted() throws Exception {
    Formatter formatter = new Formatter(JavaFormatterOptions.defaultOptions());
    List<String> unformatted = new ArrayList<>();
    for (Path file : sources()) {
      String text = Files.readString(file);
      String formatted =
          formatter.formatSourceAndFixImports(RemoveUnusedImports.removeUnusedImports(text));
      if (!formatted.equals(text)) {
        unformatted.add(file.toString());
        if (Boolean.getBoolean("format.update")) {
          Files.writeString(file, formatted);
        }
      }
    }
    if (!Boolean.getBoolean("format.update")) {
      assertThat(unformatted)
          .as("rewrite with mvn test -Dtest=FormatTest -Dformat.update=true")
          .isEmpty();
    }
  }

  private static List<Path> sources() throws Exception {
    List<Path> files = new ArrayList<>();
    for (String root : List.of("src/main/java", "src/test/java", "src/bench/java")) {
      if (Files.isDirectory(Path.of(root))) {
        try (Stream<Path> walk = Files.walk(Path.of(root))) {
          walk.filter(p -> p.toString().endsWith(".java")).forEach(files::add);
        }
      }
    }
    return files;
  }
}
