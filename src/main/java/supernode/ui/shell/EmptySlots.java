package supernode.ui.shell;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import supernode.design.Design;
import supernode.ui.catalog.CatalogFiles;

/** Slots that say what belongs there: for tests of the window alone. */
final class EmptySlots implements Slots {
  @Override
  public Drawing canvas(Setting setting) {
    return new Drawing(empty(setting, "canvas"), List.of(), _ -> {}, _ -> {}, ContextMenu::new);
  }

  @Override
  public Node palette(Setting setting, Drawing drawing) {
    return empty(setting, "palette");
  }

  @Override
  public Node catalog(Setting setting, Drawing drawing, CatalogFiles files) {
    return empty(setting, "palette");
  }

  @Override
  public Node structure(Setting setting, Drawing drawing) {
    return empty(setting, "structure");
  }

  @Override
  public Node inspector(Setting setting) {
    return empty(setting, "inspector");
  }

  @Override
  public Node findings(Setting setting) {
    return empty(setting, "findings");
  }

  @Override
  public Node charts(Setting setting, Consumer<Consumer<Design>> file) {
    return empty(setting, "charts");
  }

  @Override
  public Node replay(Setting setting) {
    return new StackPane();
  }

  private static Node empty(Setting setting, String slot) {
    Label label = new Label(setting.messages().say("ui.slot." + slot));
    label.getStyleClass().add("faint");
    StackPane pane = new StackPane(label);
    pane.setId(slot);
    return pane;
  }
}
