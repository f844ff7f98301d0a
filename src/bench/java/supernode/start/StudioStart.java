package supernode.start;

import java.util.Set;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Window;
import supernode.app.Main;

/** The studio as its launcher starts it, watched until drawing, panels and results are painted. */
public final class StudioStart {
  private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

  private StudioStart() {}

  public static void main(String[] args) {
    Window.getWindows()
        .addListener(
            (ListChangeListener<Window>)
                c -> {
                  while (c.next()) {
                    c.getAddedSubList().stream().limit(1).forEach(StudioStart::watch);
                  }
                });
    Main.main(args);
  }

  private static void watch(Window window) {
    Platform.runLater(() -> new FirstPicture(() -> solved(window.getScene()), () -> {}).start());
  }

  private static boolean solved(Scene scene) {
    Node status = scene == null ? null : scene.lookup("#status");
    return status != null
        && !status.getPseudoClassStates().contains(STALE)
        && isDrawn(scene.getRoot().lookupAll(".chart-card"))
        && Stream.of("palette", "structure", "inspector", "findings", "charts")
            .map(slot -> scene.lookup("#" + slot + "-slot"))
            .allMatch(slot -> slot instanceof Parent p && !p.getChildrenUnmodifiable().isEmpty());
  }

  /** Whether every chart is there, and none still being worked out. */
  private static boolean isDrawn(Set<Node> cards) {
    return !cards.isEmpty() && cards.stream().allMatch(c -> c.lookup(".chart-plot") != null);
  }
}
