package supernode.ui.shell;

import javafx.scene.Node;
import supernode.ui.Workspace;
import supernode.ui.panel.FindingsPanel;
import supernode.ui.panel.InspectorPanel;
import supernode.ui.panel.PalettePanel;
import supernode.ui.panel.StructurePanel;

/** The panels and the canvas of the studio. */
final class StudioSlots implements Slots {
  private final Slots rest = new EmptySlots();

  @Override
  public Drawing canvas(Setting setting) {
    return rest.canvas(setting);
  }

  @Override
  public Node palette(Setting setting, Drawing drawing) {
    return new PalettePanel(
        workspace(setting), setting.messages(), setting.lifetime(), drawing.beginDrag());
  }

  @Override
  public Node structure(Setting setting, Drawing drawing) {
    return new StructurePanel(
        workspace(setting), setting.messages(), setting.lifetime(), drawing.menu());
  }

  @Override
  public Node inspector(Setting setting) {
    return new InspectorPanel(workspace(setting), setting.messages(), setting.lifetime());
  }

  @Override
  public Node findings(Setting setting) {
    return new FindingsPanel(workspace(setting), setting.messages(), setting.lifetime());
  }

  @Override
  public Node charts(Setting setting) {
    return rest.charts(setting);
  }

  private static Workspace workspace(Setting setting) {
    return setting.studio().workspace();
  }
}
