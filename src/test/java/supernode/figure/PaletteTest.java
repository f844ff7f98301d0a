package supernode.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PaletteTest {
  private static final EnumSet<ColorRole> GROUNDS =
      EnumSet.of(ColorRole.WINDOW, ColorRole.PANEL, ColorRole.CANVAS, ColorRole.ACCENT_GROUND);

  // Decoration, and the accelerator's body, which the dark palette outlines instead.
  private static final EnumSet<ColorRole> NO_SIGN =
      EnumSet.of(ColorRole.DOTS, ColorRole.HAIRLINE, ColorRole.ACCELERATOR);

  static List<Palette> palettes() {
    return List.of(Palette.LIGHT, Palette.DARK);
  }

  @ParameterizedTest
  @MethodSource("palettes")
  void hasAColourForEachRole(Palette palette) {
    assertThat(palette.colors()).containsOnlyKeys(ColorRole.values());
  }

  @ParameterizedTest
  @MethodSource("palettes")
  void readingTextKeepsItsOwnColour(Palette palette) {
    for (ColorRole role :
        List.of(ColorRole.TEXT, ColorRole.SECONDARY, ColorRole.FAINT, ColorRole.ACCENT)) {
      assertThat(palette.text(role)).as(role.name()).isEqualTo(palette.rgb(role));
    }
  }

  @ParameterizedTest
  @MethodSource("palettes")
  void everyTextReadsOnEveryGround(Palette palette) {
    for (ColorRole role : EnumSet.complementOf(GROUNDS)) {
      for (ColorRole ground : GROUNDS) {
        assertThat(Contrast.ratio(palette.text(role), palette.rgb(ground)))
            .as("%s on %s", role, ground)
            .isGreaterThanOrEqualTo(Palette.AA_TEXT);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("palettes")
  void everySignStandsOutFromWindowPanelAndCanvas(Palette palette) {
    EnumSet<ColorRole> signs = EnumSet.complementOf(GROUNDS);
    signs.removeAll(NO_SIGN);
    for (ColorRole role : signs) {
      for (ColorRole ground : List.of(ColorRole.WINDOW, ColorRole.PANEL, ColorRole.CANVAS)) {
        assertThat(Contrast.ratio(palette.rgb(role), palette.rgb(ground)))
            .as("%s on %s", role, ground)
            .isGreaterThanOrEqualTo(3);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("palettes")
  void wordsOnPartsRead(Palette palette) {
    for (ColorRole part :
        List.of(ColorRole.ACCELERATOR, ColorRole.CPU, ColorRole.SWITCH, ColorRole.HBM)) {
      assertThat(Contrast.ratio(palette.over(part), palette.rgb(part)))
          .as(part.name())
          .isGreaterThanOrEqualTo(4.4);
    }
  }
}
