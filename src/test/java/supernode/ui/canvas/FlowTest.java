package supernode.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import supernode.figure.Box;
import supernode.figure.ColorRole;
import supernode.figure.drawing.Tag;

class FlowTest {
  private static final Box SCREEN = new Box(0, 0, 1000, 800);

  private static SeenLine line(double x1, double y1, double x2, double y2) {
    return new SeenLine(
        Tag.parse("#0"), new double[] {x1, x2}, new double[] {y1, y2}, ColorRole.COPPER);
  }

  private static List<double[]> marks(Flow flow, double seconds, double spacing) {
    List<double[]> marks = new ArrayList<>();
    flow.marks(seconds, spacing, SCREEN, (x, y, dx, dy) -> marks.add(new double[] {x, y, dx, dy}));
    return marks;
  }

  @Test
  void theBusierALinkTheFasterItsMarks() {
    SeenLine line = line(0, 100, 500, 100);
    Flow idle = new Flow(line, 0.1, true);
    Flow busy = new Flow(line, 0.9, true);
    double slow = marks(idle, 0.1, 400).getFirst()[0];
    double fast = marks(busy, 0.1, 400).getFirst()[0];
    assertThat(slow).isEqualTo(0.1 * idle.speedPxPerS(), within(1e-9));
    assertThat(fast).isEqualTo(0.1 * busy.speedPxPerS(), within(1e-9));
    assertThat(busy.speedPxPerS()).isGreaterThan(4 * idle.speedPxPerS());
  }

  @Test
  void bothDirectionsRunOnSidesOfTheirOwn() {
    SeenLine line = line(0, 100, 500, 100);
    double[] out = marks(new Flow(line, 0.5, true), 0.5, 100).getFirst();
    double[] back = marks(new Flow(line.reversed(), 0.5, true), 0.5, 100).getFirst();
    assertThat(out[2]).isEqualTo(1);
    assertThat(back[2]).isEqualTo(-1);
    assertThat(out[1] - back[1]).isEqualTo(2 * Flow.ASIDE_PX);
  }

  @Test
  void marksKeepTheirDistanceRoundACorner() {
    SeenLine bent =
        new SeenLine(
            Tag.parse("#0"),
            new double[] {0, 90, 90},
            new double[] {50, 50, 400},
            ColorRole.OPTICS);
    List<double[]> marks = marks(new Flow(bent, 0.5, true), 0, 20);
    // 440 px hold one mark each 20 px, the first at the beginning.
    assertThat(marks).hasSize(22);
  }

  @Test
  void ofALineFarLongerThanTheScreenOnlyWhatIsSeenIsMarked() {
    SeenLine huge = line(-1e7, 300, 1e7, 300);
    List<double[]> marks = marks(new Flow(huge, 1, true), 3, 25);
    assertThat(marks).hasSizeBetween(39, 41);
    assertThat(marks).allMatch(m -> m[0] >= 0 && m[0] <= 1000);
    assertThat(marks(new Flow(line(-50, -50, 2000, -50), 1, true), 3, 25)).isEmpty();
  }

  @Test
  void marksPassBehindParts() {
    SeenLine line =
        new SeenLine(
            Tag.parse("#0"),
            new double[] {0, 500},
            new double[] {100, 100},
            ColorRole.COPPER,
            List.of(new Box(195, 50, 110, 100)));
    List<double[]> marks = marks(new Flow(line, 0.5, true), 0, 10);
    assertThat(marks).noneMatch(m -> m[0] > 195 && m[0] < 305);
    // Fifty marks but the eleven from 200 to 300, and those on both sides keep their places.
    assertThat(marks).hasSize(39);
    assertThat(marks(new Flow(line.reversed(), 0.5, true), 0, 10)).hasSize(39);
  }
}
