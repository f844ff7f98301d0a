package supernode.ui.shell;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import supernode.design.Design;
import supernode.figure.Palette;
import supernode.figure.chart.AnalysisCharts;
import supernode.ui.Workspace;
import supernode.ui.canvas.CanvasView;
import supernode.ui.canvas.FxColors;
import supernode.ui.catalog.CatalogFiles;
import supernode.ui.catalog.CatalogPanel;
import supernode.ui.catalog.CatalogState;
import supernode.ui.chart.ChartsPanel;
import supernode.ui.panel.FindingsPanel;
import supernode.ui.panel.InspectorPanel;
import supernode.ui.panel.PalettePanel;
import supernode.ui.panel.ReplayBar;
import supernode.ui.panel.StructurePanel;

/** The panels and the canvas of the studio. */
final class StudioSlots implements Slots {
  private final Executor beside;
  private final ObjectProperty<AnalysisCharts.Tab> subject =
      new SimpleObjectProperty<>(AnalysisCharts.Tab.OVERVIEW);

  /** Everything on the thread of the window. */
  StudioSlots() {
    this(Runnable::run);
  }

  /**
   * @param beside works out what takes a while
   */
  StudioSlots(Executor beside) {
    this.beside = beside;
  }

  @Override
  public Drawing canvas(Setting setting) {
    CanvasView canvas = new CanvasView(workspace(setting), setting.messages(), setting.lifetime());
    canvas.setBeside(beside);
    watchPalette(setting, canvas::setPalette);
    Settings settings = setting.studio().settings();
    canvas.motionProperty().set(settings.flag("motion", false));
    canvas.motionProperty().subscribe(on -> settings.setFlag("motion", on));
    setting
        .lifetime()
        .watch(
            Platform.getPreferences().reducedMotionProperty(),
            less -> canvas.reducedMotionProperty().set(less));
    return new Drawing(
        canvas, canvas.commands(), canvas::place, canvas::beginPlacing, canvas::menu);
  }

  @Override
  public Node palette(Setting setting, Drawing drawing) {
    PalettePanel palette =
        new PalettePanel(
            workspace(setting), setting.messages(), setting.lifetime(), drawing.beginDrag());
    watchPalette(setting, palette::setPalette);
    // The drawing knows best where there is room.
    palette.setOnPlace(drawing.place());
    CatalogState catalog = setting.studio().catalog();
    palette.setOnCatalog(() -> catalog.openProperty().set(true), catalog::show);
    return palette;
  }

  @Override
  public Node catalog(Setting setting, Drawing drawing, CatalogFiles files) {
    Studio studio = setting.studio();
    ObjectProperty<FxColors> colors = new SimpleObjectProperty<>(new FxColors(Palette.LIGHT));
    watchPalette(setting, palette -> colors.set(new FxColors(palette)));
    return new CatalogPanel(
        studio.catalog(),
        studio.ownParts(),
        setting.messages(),
        setting.lifetime(),
        new CatalogPanel.Hands(drawing.place(), drawing.beginDrag(), files),
        colors);
  }

  @Override
  public Node structure(Setting setting, Drawing drawing) {
    return new StructurePanel(
        workspace(setting), setting.messages(), setting.lifetime(), drawing.menu());
  }

  @Override
  public Node inspector(Setting setting) {
    InspectorPanel inspector =
        new InspectorPanel(workspace(setting), setting.messages(), setting.lifetime(), beside);
    inspector.setOnCatalog(setting.studio().catalog()::show);
    return inspector;
  }

  @Override
  public Node findings(Setting setting) {
    return new FindingsPanel(workspace(setting), setting.messages(), setting.lifetime());
  }

  @Override
  public Node charts(Setting setting, Consumer<Consumer<Design>> file) {
    ChartsPanel charts =
        new ChartsPanel(
            workspace(setting),
            setting.messages(),
            setting.lifetime(),
            new ChartsPanel.Hands(beside, setting.later(), file, subject));
    watchPalette(setting, charts::setPalette);
    return charts;
  }

  private static void watchPalette(Setting setting, Consumer<Palette> painter) {
    setting
        .lifetime()
        .watch(
            setting.studio().themeProperty(),
            theme -> painter.accept(theme == Theme.DARK ? Palette.DARK : Palette.LIGHT));
  }

  @Override
  public Node replay(Setting setting) {
    return new ReplayBar(workspace(setting), setting.messages(), setting.lifetime());
  }

  private static Workspace workspace(Setting setting) {
    return setting.studio().workspace();
  }
}
