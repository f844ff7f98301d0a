package supernode;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import supernode.analysis.PublishedCheck;
import supernode.catalog.PublishedFigure;
import supernode.catalog.PublishedReader;
import supernode.catalog.PublishedSystem;
import supernode.store.Samples;

/** What has been published about a system comes out of the parts of its sample. */
class PublishedSystemsTest {
  private static final Path README = Path.of("README.md");

  static List<String> names() {
    return Samples.NAMES;
  }

  private static PublishedSystem published(String name) {
    return PublishedReader.ofSample(name).orElseThrow();
  }

  static List<PublishedCheck.Line> lines(String name) {
    return PublishedCheck.of(SolvedSamples.of(name), published(name).figures());
  }

  @ParameterizedTest
  @MethodSource("names")
  void figuresBelongToTheSampleBesideThem(String name) {
    assertThat(published(name).name()).isEqualTo(SolvedSamples.of(name).design().name());
    assertThat(published(name).figures())
        .extracting(PublishedFigure::kind)
        .contains(PublishedFigure.Kind.POWER);
  }

  @ParameterizedTest
  @MethodSource("names")
  void publishedFiguresComeOutOfThePartsOrTheMissIsExplained(String name) {
    for (PublishedCheck.Line line : lines(name)) {
      String what =
          "%s %s: published %s, computed %s"
              .formatted(
                  name, line.figure().kind().key(), line.figure().published(), line.computed());
      // A miss that has gone is to be struck from the file as well.
      assertThat(line.holds()).as(what).isEqualTo(line.figure().miss().isEmpty());
    }
  }

  @Test
  void theTableOfTheReadmeIsWhatIsPublishedAndComputedNow() throws Exception {
    String readme = Files.readString(README);
    String fresh = PublishedMarkdown.into(readme, Samples.NAMES, PublishedSystemsTest::lines);
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(README, fresh);
    }
    assertThat(Files.readString(README)).isEqualTo(fresh);
  }
}
