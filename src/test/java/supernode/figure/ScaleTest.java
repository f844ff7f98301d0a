package supernode.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import supernode.quantity.Dimension;
import supernode.quantity.Text;

class ScaleTest {
  @ParameterizedTest
  @EnumSource(Scale.class)
  void growsLighterSoThatItPrintsInGrey(Scale scale) {
    for (int i = 1; i < 64; i++) {
      assertThat(Contrast.luminance(scale.rgb(i / 63.0)))
          .as("step %d", i)
          .isGreaterThan(Contrast.luminance(scale.rgb((i - 1) / 63.0)));
    }
  }

  /** Thin lines of any temperature are seen on the canvas of either theme. */
  @Test
  void coldAndHotStandOutFromBothGrounds() {
    for (int i = 0; i < 64; i++) {
      int rgb = Scale.TEMPERATURE.rgb(i / 63.0);
      for (Palette theme : List.of(Palette.LIGHT, Palette.DARK)) {
        assertThat(Contrast.ratio(rgb, theme.rgb(ColorRole.CANVAS)))
            .as("step %d on %s", i, theme.name())
            .isGreaterThan(1.8);
      }
    }
    assertThat(Contrast.ratio(Scale.TEMPERATURE.rgb(0), Palette.DARK.rgb(ColorRole.CANVAS)))
        .isGreaterThan(3);
  }

  // Stops 64, 128 and 192 of matplotlib's viridis (0.229739 0.322361 0.545706, 0.127568 0.566949
  // 0.550556, 0.369214 0.788888 0.382914).
  @Test
  void followsThePublishedMapBetweenItsKnots() {
    assertNear(Scale.UTILISATION.rgb(64 / 255.0), 0.229739, 0.322361, 0.545706);
    assertNear(Scale.UTILISATION.rgb(128 / 255.0), 0.127568, 0.566949, 0.550556);
    assertNear(Scale.UTILISATION.rgb(192 / 255.0), 0.369214, 0.788888, 0.382914);
  }

  private static void assertNear(int rgb, double red, double green, double blue) {
    assertThat(Math.abs((rgb >> 16 & 0xFF) - 255 * red)).isLessThan(3);
    assertThat(Math.abs((rgb >> 8 & 0xFF) - 255 * green)).isLessThan(3);
    assertThat(Math.abs((rgb & 0xFF) - 255 * blue)).isLessThan(3);
  }

  @Test
  void aReadingBeyondItsEndsTakesTheirColours() {
    Reading junction = new Reading(Text.of("t"), Scale.TEMPERATURE, Dimension.TEMPERATURE, 45, 90);
    assertThat(junction.fraction(30)).isZero();
    assertThat(junction.fraction(67.5)).isEqualTo(0.5);
    assertThat(junction.fraction(200)).isEqualTo(1);
  }

  @Test
  void theLegendNamesUnitAndEnds() {
    Reading power = new Reading(Text.of("t"), Scale.POWER, Dimension.POWER, 0, 2000);
    List<String> texts =
        power.legend("Power", new Box(0, 0, 300, 30)).stream()
            .filter(Shape.Label.class::isInstance)
            .map(s -> ((Shape.Label) s).text())
            .toList();
    assertThat(texts).containsExactly("Power, kW", "0", "1", "2");
  }
}
