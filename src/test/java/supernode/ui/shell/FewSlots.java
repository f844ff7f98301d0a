package supernode.ui.shell;

import java.util.function.Consumer;
import javafx.scene.Node;
import supernode.design.Design;
import supernode.ui.catalog.CatalogFiles;

/** Drawing, palette, inspector and catalogue as they are, the rest empty: made in a moment. */
final class FewSlots implements Slots {
  private final Slots real = new StudioSlots();
  private final Slots empty = new EmptySlots();

  @Override
  public Drawing canvas(Setting setting) {
    return real.canvas(setting);
  }

  @Override
  public Node palette(Setting setting, Drawing drawing) {
    return real.palette(setting, drawing);
  }

  @Override
  public Node catalog(Setting setting, Drawing drawing, CatalogFiles files) {
    return real.catalog(setting, drawing, files);
  }

  @Override
  public Node inspector(Setting setting) {
    return real.inspector(setting);
  }

  @Override
  public Node structure(Setting setting, Drawing drawing) {
    return empty.structure(setting, drawing);
  }

  @Override
  public Node findings(Setting setting) {
    return empty.findings(setting);
  }

  @Override
  public Node charts(Setting setting, Consumer<Consumer<Design>> file) {
    return empty.charts(setting, file);
  }

  @Override
  public Node replay(Setting setting) {
    return empty.replay(setting);
  }
}
