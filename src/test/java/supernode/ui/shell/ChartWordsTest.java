package supernode.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.input.ScrollEvent;
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

  /** Names of limits, of lines and of their ends, on every subject. */
  @Test
  void namesInsideAPlotKeepApart() {
    for (String subject : List.of("NETWORK", "COOLING", "POWER", "RELIABILITY")) {
      SampleWindow.fx(() -> subjects().getSelectionModel().select(subject(subject)));
      for (Node plot : stage.getScene().getRoot().lookupAll(".chart-plot")) {
        List<Bounds> names =
            plot.lookupAll(".chart-name").stream()
                .filter(Node::isVisible)
                .map(ChartWordsTest::inScene)
                .toList();
        for (int i = 0; i < names.size(); i++) {
          for (Bounds other : names.subList(i + 1, names.size())) {
            assertThat(names.get(i).intersects(other))
                .as(subject + plot.getAccessibleText() + names.get(i) + other)
                .isFalse();
          }
        }
      }
    }
  }

  /** More charts than fit stand in a row: the wheel goes along it and back. */
  @Test
  void theWheelGoesAlongTheCharts() {
    SampleWindow.fx(() -> subjects().getSelectionModel().select(subject("NETWORK")));
    ScrollPane row = (ScrollPane) subject("NETWORK").getContent();
    assertThat(row.getHvalue()).isZero();
    SampleWindow.fx(() -> wheel(row.getContent(), -40));
    assertThat(row.getHvalue()).isPositive();
    SampleWindow.fx(() -> wheel(row.getContent(), 4000));
    assertThat(row.getHvalue()).isZero();
  }

  private TabPane subjects() {
    return (TabPane) stage.getScene().getRoot().lookup(".charts-tabs");
  }

  private Tab subject(String name) {
    return subjects().getTabs().stream()
        .filter(t -> t.getUserData().toString().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static void wheel(Node over, double deltaY) {
    Event.fireEvent(
        over,
        new ScrollEvent(
            ScrollEvent.SCROLL,
            9,
            9,
            9,
            9,
            false,
            false,
            false,
            false,
            false,
            false,
            0,
            deltaY,
            0,
            deltaY,
            ScrollEvent.HorizontalTextScrollUnits.NONE,
            0,
            ScrollEvent.VerticalTextScrollUnits.NONE,
            0,
            0,
            null));
  }

  private static Bounds inScene(Node node) {
    return node.localToScene(node.getLayoutBounds());
  }
}
