package supernode.ui.panel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import supernode.analysis.SampleAnalysis;
import supernode.design.Arrangement;
import supernode.design.Assembly;
import supernode.design.Design;
import supernode.design.Placement;
import supernode.quantity.Messages;
import supernode.ui.Lifetime;
import supernode.ui.Solving;
import supernode.ui.Workspace;

@ExtendWith(ApplicationExtension.class)
class FindingsPanelTest {
  private FindingsPanel panel;

  @Start
  void start(Stage stage) {
    Placement chips =
        new Placement("gb200-gpu", 600_000, new Arrangement.Grid(0, 0, 10, 10, 1000, 1), Map.of());
    Assembly floor =
        new Assembly(
            "Floor", Assembly.Level.CLUSTER, 0, "", Map.of("chip", chips), List.of(), Map.of());
    Workspace workspace =
        new Workspace(
            SampleAnalysis.CATALOG,
            Design.empty("Too many", "floor", floor),
            new Solving(SampleAnalysis.CATALOG, Runnable::run, Runnable::run));
    panel = new FindingsPanel(workspace, new Messages(Locale.ENGLISH), new Lifetime());
    Scene scene = new Scene(panel, 300, 300);
    scene
        .getStylesheets()
        .add(
            Objects.requireNonNull(getClass().getResource("/assets/theme/tokens-light.css"))
                .toExternalForm());
    stage.setScene(scene);
    stage.show();
  }

  @Test
  void aDesignThatIsTooLargeToBeCheckedSaysSo() {
    WaitForAsyncUtils.waitForFxEvents();
    ListView<?> list = (ListView<?>) panel.lookup("#findings-list");
    assertThat(list.getItems()).isEmpty();
    assertThat(((Label) list.getPlaceholder()).getText())
        .startsWith("No rule was checked: ")
        .contains("600,000");
  }
}
