package supernode.ui.panel;

import java.util.Locale;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** A headed part of the inspector. */
class Section extends VBox {
  private final Label head;
  private final HBox heading;

  Section(String title) {
    getStyleClass().add("inspector-section");
    head = Rows.label(title.toUpperCase(Locale.ROOT), "section-head");
    head.setAccessibleRole(AccessibleRole.TEXT);
    heading = new HBox(head, Rows.spring());
    heading.getStyleClass().add("section-heading");
    getChildren().add(heading);
  }

  final void setTitle(String title) {
    head.setText(title.toUpperCase(Locale.ROOT));
  }

  /** What stands at the right of the heading. */
  final HBox heading() {
    return heading;
  }
}
