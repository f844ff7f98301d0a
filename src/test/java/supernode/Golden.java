package supernode;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Texts kept beside the tests; {@code -Dgolden.update=true} rewrites them. */
public final class Golden {
  private Golden() {}

  /** Compares with {@code src/test/resources/golden/<name>}, whatever the line ends. */
  public static void assertGolden(String name, String actual) throws IOException {
    Path file = Path.of("src/test/resources/golden", name);
    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, normal(actual));
    }
    assertThat(normal(actual))
        .as("differs from %s; rewrite with -Dgolden.update=true", file)
        .isEqualTo(normal(Files.readString(file)));
  }

  private static String normal(String text) {
    return text.replace("\r\n", "\n");
  }
}
