package supernode.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** What stands above the bars of a chart can be read. */
@ExtendWith(ApplicationExtension.class)
class ChartWordsTest {
  private Stage stage;

  @Start
  void start(Stage stage) {
    this.stage = stage;
    SampleWindow _ = new SampleWindow(stage, "hgx-h100");
  }

  /** Eight chips of one temperature: some have a number, none runs into the next. */
  @Test
  void numbersAboveBarsKeepApart() {
    List<Bounds> numbers =
        stage.getScene().getRoot().lookupAll(".chart-value").stream()
            .filter(n -> n.isVisible() && n.getLayoutBounds().getWidth() > 0)
            .map(ChartWordsTest::inScene)
            .toList();
    assertThat(numbers).hasSizeGreaterThan(3);
    for (int i = 0; i < numbers.size(); i++) {
      for (Bounds other : numbers.subList(i + 1, numbers.size())) {
        assertThat(numbers.get(i).intersects(other)).isFalse();
      }
    }
  }

  private static Bounds inScene(Node node) {
    return node.localToScene(node.getLayoutBounds());
  }
}
