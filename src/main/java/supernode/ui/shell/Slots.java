package supernode.ui.shell;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import supernode.design.Design;
import supernode.quantity.Messages;
import supernode.ui.Command;
import supernode.ui.Lifetime;
import supernode.ui.canvas.PaletteItem;
import supernode.ui.catalog.CatalogFiles;

/** Makes what stands in the window; called again when the language changes. */
public interface Slots {
  /**
   * What a slot is given.
   *
   * @param studio the workspace, theme and settings
   * @param messages the language to speak
   * @param lifetime ends when the node is thrown away
   * @param later runs what may wait until the window has been seen
   */
  record Setting(Studio studio, Messages messages, Lifetime lifetime, Executor later) {}

  /**
   * The drawing.
   *
   * @param commands what it can be told, in menu order
   * @param place puts something on the drawing where there is room
   * @param beginDrag takes over a drag that began in the palette; the button is still down
   * @param menu makes the context menu of what is selected
   */
  record Drawing(
      Node node,
      List<Command> commands,
      Consumer<PaletteItem> place,
      Consumer<PaletteItem> beginDrag,
      Supplier<ContextMenu> menu) {
    public Drawing {
      commands = List.copyOf(commands);
    }
  }

  Drawing canvas(Setting setting);

  Node palette(Setting setting, Drawing drawing);

  /** The catalogue over the drawing; made when it is first asked for. */
  Node catalog(Setting setting, Drawing drawing, CatalogFiles files);

  Node structure(Setting setting, Drawing drawing);

  Node inspector(Setting setting);

  Node findings(Setting setting);

  /**
   * The charts.
   *
   * @param file asks for a design of the user's and hands it on
   */
  Node charts(Setting setting, Consumer<Consumer<Design>> file);

  /** What stands below the drawing while a run over time is looked at. */
  Node replay(Setting setting);
}
