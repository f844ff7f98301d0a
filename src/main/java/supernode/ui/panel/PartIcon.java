package supernode.ui.panel;

import java.util.Optional;
import javafx.scene.layout.Region;
import supernode.catalog.Part;

/** The face of a part or assembly at the size of a list row. */
final class PartIcon extends Region {
  private static final double SIZE = 28;

  PartIcon() {
    getStyleClass().add("part-icon");
    setMinSize(SIZE, SIZE);
    setMaxSize(SIZE, SIZE);
    setFocusTraversable(false);
  }

  void show(Optional<Part> part) {
    getStyleClass().removeIf(c -> c.startsWith("kind-"));
    getStyleClass().add("kind-" + part.map(p -> p.kind().key()).orElse("assembly"));
  }
}
