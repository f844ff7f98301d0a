package supernode.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import supernode.figure.Box;

class SnapTest {
  @Property
  void theGridStepIsRoundAndAFewPixelsWide(
      @ForAll @DoubleRange(min = -5, max = 5) double exponent) {
    double scale = Math.pow(10, exponent);
    double step = Snap.step(scale);
    assertThat(step * scale).isBetween(3.999, 10.1);
    double mantissa = step / Math.pow(10, Math.floor(Math.log10(step * 1.0000001)));
    assertThat(List.of(1.0, 2.0, 5.0)).anyMatch(m -> Math.abs(m - mantissa) < 1e-6);
  }

  @Test
  void edgesAndMiddlesOfOthersAttract() {
    Box other = new Box(100, 100, 40, 40);
    Snap snap = new Snap(List.of(other), 1);
    Snap.Snapped s = snap.snap(new Box(0, 0, 20, 20), 98, 57);
    assertThat(s.dx()).isEqualTo(100);
    assertThat(s.guides()).isNotEmpty();
    // Nothing near: the grid of 5 decides.
    assertThat(s.dy() % 5).isCloseTo(0, within(1e-9));
  }
}
