package supernode.ui.panel;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** A section that is made when it is first wanted; until then its place is kept. */
final class LateSection<T extends Node> {
  private final Pane among;
  private final Supplier<T> maker;
  private final Region place = new Region();
  private T made;

  /**
   * @param among where the section stands, after what stands there now
   */
  LateSection(Pane among, Supplier<T> maker) {
    this.among = among;
    this.maker = maker;
    Rows.show(place, false);
    among.getChildren().add(place);
  }

  /** The section, once it was wanted. */
  Optional<T> node() {
    return Optional.ofNullable(made);
  }

  /**
   * Shows the section or hides it.
   *
   * @param fill fills the section when it is wanted; returns whether there is anything to show
   */
  void show(boolean wanted, Predicate<T> fill) {
    if (wanted && made == null) {
      made = maker.get();
      among.getChildren().set(among.getChildren().indexOf(place), made);
    }
    if (made != null) {
      Rows.show(made, wanted && fill.test(made));
    }
  }
}
