package supernode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import supernode.analysis.Analysis;
import supernode.analysis.Analyst;
import supernode.analysis.PublishedCheck;
import supernode.catalog.CatalogReader;
import supernode.catalog.PublishedFigure;
import supernode.catalog.PublishedReader;
import supernode.catalog.PublishedSystem;
import supernode.design.Design;
import supernode.design.Scenario;
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

  /** The rack's own NICs, four to a tray of four; the DPUs beside them are for storage. */
  @Test
  void whereNoNetworkIsDrawnAdaptersAtTheOutsideCount() {
    assertThat(scaleOutGBps("gb200-nvl72", Set.of())).isEqualTo(50);
    assertThat(scaleOutGBps("gb200-nvl72", Set.of("compute[0].nic[0]", "compute[7].nic[3]")))
        .isCloseTo(50.0 * 70 / 72, within(1e-9));
    assertThat(scaleOutGBps("cloudmatrix384", Set.of())).isEqualTo(50);
  }

  private static double scaleOutGBps(String sample, Set<String> failed) {
    Design design = SolvedSamples.of(sample).design();
    Scenario scenario = design.scenarios().get(Design.DEFAULT_SCENARIO).withFaults(failed);
    Analysis analysis =
        new Analyst(CatalogReader.shipped())
            .full(
                design.withScenario(Design.DEFAULT_SCENARIO, scenario),
                Design.DEFAULT_SCENARIO,
                () -> false);
    return PublishedCheck.of(analysis, published(sample).figures()).stream()
        .filter(l -> l.figure().kind() == PublishedFigure.Kind.SCALE_OUT)
        .mapToDouble(l -> l.computed().orElseThrow() / 1e9)
        .findFirst()
        .orElseThrow();
  }

  /** 64 accelerators of an assumed 64 GB would come to the 4 TB that are published, nearly. */
  @Test
  void aGuessAtAChipCountsForNothingThatIsPublished() {
    PublishedCheck.Line guessed = line("sd200", PublishedFigure.Kind.MEMORY);
    assertThat(guessed.assumed()).isTrue();
    assertThat(guessed.computed()).isEmpty();
    assertThat(guessed.holds()).isFalse();
    // Where nothing is published it is told, and told to be one.
    PublishedCheck.Line told = line("kunlun-64", PublishedFigure.Kind.MEMORY);
    assertThat(told.assumed()).isTrue();
    assertThat(told.computed()).hasValue(64 * 64e9);
    PublishedCheck.Line known = line("gb200-nvl72", PublishedFigure.Kind.MEMORY);
    assertThat(known.assumed()).isFalse();
  }

  private static PublishedCheck.Line line(String sample, PublishedFigure.Kind kind) {
    return lines(sample).stream().filter(l -> l.figure().kind() == kind).findFirst().orElseThrow();
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
