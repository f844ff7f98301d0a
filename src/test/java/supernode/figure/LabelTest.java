package supernode.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import supernode.figure.Shape.Weight;
import supernode.figure.awt.AwtFonts;

class LabelTest {
  @Test
  void aTextThatFitsStaysWhole() {
    assertThat(TextWidth.fit("GB200", 10, Weight.REGULAR, 100)).isEqualTo("GB200");
  }

  @Test
  void aWideTextIsCutAndMarked() {
    String cut = TextWidth.fit("Blackwell accelerator", 10, Weight.REGULAR, 60);
    assertThat(cut).startsWith("Blackwell").endsWith("…");
    assertThat(TextWidth.of(cut, 10, Weight.REGULAR)).isLessThanOrEqualTo(60);
  }

  @Test
  void whereNothingFitsNothingIsWritten() {
    assertThat(TextWidth.fit("Blackwell", 10, Weight.REGULAR, 3)).isEmpty();
  }

  @Test
  void widthsAreThoseOfTheBundledFonts() {
    java.awt.font.FontRenderContext exact = new java.awt.font.FontRenderContext(null, true, true);
    for (String text : new String[] {"compute[7].gpu[2]", "720 PFLOPS", "71.6 °C", "加速卡"}) {
      for (Weight weight : Weight.values()) {
        double real = AwtFonts.of(text, weight, 100).getStringBounds(text, exact).getWidth();
        assertThat(TextWidth.of(text, 100, weight) / real).as(text).isBetween(0.96, 1.05);
      }
    }
  }

  /** Words stay whole, Chinese signs may part, nothing is lost, and every line fits. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.25 EFLOPS; 50 points are 180 PFLOPS (NVIDIA GB200 NVL72 data sheet)",
        "每机柜 180 PFLOPS；180 PFLOPS 得 50 分（NVIDIA GB200 NVL72 data sheet）"
      })
  void textIsBrokenIntoLinesThatFit(String text) {
    List<String> lines = TextWidth.lines(text, 9, Shape.Weight.REGULAR, 200, 3);
    assertThat(lines).hasSizeBetween(2, 3);
    assertThat(lines)
        .allSatisfy(
            l -> assertThat(TextWidth.of(l, 9, Shape.Weight.REGULAR)).isLessThanOrEqualTo(200));
    assertThat(String.join("", lines).replace(" ", "")).isEqualTo(text.replace(" ", ""));
    assertThat(TextWidth.lines(text, 9, Shape.Weight.REGULAR, 200, 1).getFirst()).endsWith("…");
  }
}
