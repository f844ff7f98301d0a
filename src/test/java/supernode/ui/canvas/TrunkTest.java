package supernode.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import supernode.figure.ColorRole;
import supernode.figure.drawing.Tag;

class TrunkTest {
  private static final SeenLine TRUNK =
      new SeenLine(
          Tag.parse("#0"), new double[] {50, 50}, new double[] {0, 100}, ColorRole.COOLANT_SUPPLY);

  private static double[] ends(SeenLine line) {
    return new double[] {line.ys()[0], line.ys()[line.ys().length - 1]};
  }

  @Test
  void fromASourceInTheMiddleItRunsBothWays() {
    List<SeenLine> ways =
        Trunk.ways(
            TRUNK,
            List.of(
                new Trunk.Branch(50, 0, -1),
                new Trunk.Branch(50, 60, 3),
                new Trunk.Branch(50, 80, -1),
                new Trunk.Branch(50, 100, -1)));
    assertThat(ways).hasSize(2);
    assertThat(ends(ways.get(0))).containsExactly(60, 0);
    assertThat(ends(ways.get(1))).containsExactly(60, 100);
  }

  @Test
  void manyThatFeedOneRunToIt() {
    List<SeenLine> ways =
        Trunk.ways(
            TRUNK,
            List.of(
                new Trunk.Branch(50, 100, 1),
                new Trunk.Branch(50, 20, 1),
                new Trunk.Branch(50, 0, -2)));
    assertThat(ways).hasSize(1);
    assertThat(ends(ways.getFirst())).containsExactly(100, 0);
  }

  @Test
  void withoutFlowOrLengthThereIsNoWay() {
    assertThat(Trunk.ways(TRUNK, List.of(new Trunk.Branch(50, 0, 0), new Trunk.Branch(50, 9, 0))))
        .isEmpty();
    SeenLine point =
        new SeenLine(Tag.parse("#0"), new double[] {1, 1}, new double[] {2, 2}, ColorRole.COPPER);
    assertThat(Trunk.ways(point, List.of(new Trunk.Branch(1, 2, 1)))).isEmpty();
  }
}
