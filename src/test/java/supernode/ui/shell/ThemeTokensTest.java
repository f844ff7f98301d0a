package supernode.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import supernode.figure.ColorRole;
import supernode.figure.Contrast;
import supernode.figure.Palette;
import supernode.ui.ColorToken;

/** The style sheets and the palette of the drawings have the same colours. */
class ThemeTokensTest {
  private static final Pattern TOKEN = Pattern.compile("(-studio-[a-z-]+):\\s*([^;]+);");

  private static Map<String, String> tokens(String theme) throws IOException {
    Map<String, String> tokens = new TreeMap<>();
    Matcher m = TOKEN.matcher(Files.readString(Path.of("assets/theme/tokens-" + theme + ".css")));
    while (m.find()) {
      tokens.put(m.group(1), m.group(2).strip());
    }
    return tokens;
  }

  @Test
  void everyColourOfThePaletteIsATokenOfTheSameValue() throws IOException {
    for (Palette palette : new Palette[] {Palette.LIGHT, Palette.DARK}) {
      Map<String, String> tokens = tokens(palette.name());
      for (ColorRole role : ColorRole.values()) {
        assertThat(tokens.get(ColorToken.of(role)))
            .as(palette.name() + " " + role)
            .isEqualTo("#%06X".formatted(palette.rgb(role)));
      }
    }
  }

  @Test
  void bothThemesHaveTheSameTokens() throws IOException {
    assertThat(tokens("light").keySet()).isEqualTo(tokens("dark").keySet());
  }

  @Test
  void textReadsOnEveryGroundThatItStandsOn() throws IOException {
    for (String theme : new String[] {"light", "dark"}) {
      Map<String, String> tokens = tokens(theme);
      for (String text :
          new String[] {
            "text", "secondary", "faint", "accent", "ok-text", "warning-text", "error-text"
          }) {
        for (String ground : new String[] {"window", "panel", "canvas", "field"}) {
          assertThat(contrast(tokens, text, ground))
              .as(theme + ": " + text + " on " + ground)
              .isGreaterThanOrEqualTo(Palette.AA_TEXT);
        }
      }
      assertThat(contrast(tokens, "on-accent", "accent")).isGreaterThan(Palette.AA_TEXT);
      assertThat(contrast(tokens, "accent", "accent-ground")).isGreaterThan(Palette.AA_TEXT);
    }
  }

  private static double contrast(Map<String, String> tokens, String text, String ground) {
    return Contrast.ratio(rgb(tokens.get("-studio-" + text)), rgb(tokens.get("-studio-" + ground)));
  }

  private static int rgb(String hex) {
    return Integer.parseInt(hex.substring(1), 16);
  }
}
