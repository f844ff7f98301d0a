package supernode.ui.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import supernode.analysis.Analysis;
import supernode.analysis.Failures;
import supernode.analysis.Overlay;
import supernode.analysis.OverlayValues;
import supernode.analysis.PipeFlows;
import supernode.analysis.TransientAnswer;
import supernode.catalog.Catalog;
import supernode.design.Assembly;
import supernode.design.Design;
import supernode.design.InstancePath;
import supernode.design.Placement;
import supernode.design.Scenario;
import supernode.figure.Box;
import supernode.figure.Figure;
import supernode.figure.Transform;
import supernode.figure.drawing.DesignFigure;
import supernode.figure.drawing.Layout;
import supernode.figure.drawing.Tag;
import supernode.quantity.Text;
import supernode.ui.Workspace;

/** What is drawn and from where it is seen: the ground that tools stand on. */
public final class Board {
  private static final double TOLERANCE_PX = 3;

  private final Workspace workspace;
  private final List<Runnable> watchers = new ArrayList<>();
  private Camera camera = new Camera(1, 0, 0, 1, 1);
  private DesignFigure figure;
  private Design drawn;
  private Catalog catalog;
  private Optional<OverlayValues> values = Optional.empty();
  private PipeFlows pipes = PipeFlows.NONE;
  private Set<String> faults = Set.of();
  private Failures failures = Failures.NONE;
  private Optional<Analysis> failing = Optional.empty();
  private Optional<Text> hint = Optional.empty();

  public Board(Workspace workspace) {
    this.workspace = workspace;
    refresh();
  }

  public Workspace workspace() {
    return workspace;
  }

  /** Called when what is seen may have changed. */
  public void onChange(Runnable watcher) {
    watchers.add(watcher);
  }

  void changed() {
    watchers.forEach(Runnable::run);
  }

  /**
   * Draws anew what changed: all for another design or other parts, colours for another overlay.
   */
  @SuppressWarnings("ReferenceEquality") // two equal designs are drawn alike; deep looks cost more
  public void refresh() {
    Design design = workspace.design();
    Scenario scenario =
        design.scenarios().getOrDefault(workspace.scenarioProperty().get(), Scenario.DEFAULT);
    Overlay overlay = workspace.overlayProperty().get();
    Optional<TransientAnswer> run = workspace.replay().run();
    double seconds = workspace.replay().secondsProperty().get();
    Optional<OverlayValues> now =
        run.filter(_ -> overlay == Overlay.TEMPERATURE)
            .map(r -> r.temperatures(seconds))
            .or(() -> workspace.analysis().flatMap(a -> a.overlay(overlay)));
    PipeFlows piped =
        run.map(r -> r.pipes().apply(seconds))
            .or(() -> workspace.analysis().map(Analysis::pipes))
            .orElse(PipeFlows.NONE);
    Failures down = failures(scenario);
    boolean other = design != drawn || workspace.catalog() != catalog;
    if (other) {
      figure = DesignFigure.of(design, workspace.library());
      drawn = design;
      catalog = workspace.catalog();
    }
    boolean elsewhere = !figure.at().equals(entered());
    if (elsewhere) {
      figure = figure.inside(entered());
    }
    boolean recoloured =
        !now.map(OverlayValues::byPlace).equals(values.map(OverlayValues::byPlace))
            || !now.map(v -> v.overlay()).equals(values.map(v -> v.overlay()))
            || !now.map(v -> v.links()).equals(values.map(v -> v.links()))
            || piped != pipes
            || !scenario.faults().equals(faults)
            || down != failures;
    if (other || recoloured) {
      values = now;
      pipes = piped;
      faults = scenario.faults();
      failures = down;
      figure = figure.showing(values, pipes, faults, failures);
    }
    changed();
  }

  /** Of the newest analysis, while it is of the same scenario. */
  @SuppressWarnings("ReferenceEquality") // an analysis has one set of failures
  private Failures failures(Scenario shown) {
    Optional<Analysis> now =
        workspace
            .analysis()
            .filter(a -> a.scenario().equals(workspace.scenarioProperty().get()))
            .filter(a -> shown.equals(a.design().scenarios().get(a.scenario())));
    if (now.orElse(null) == failing.orElse(null)) {
      return failures;
    }
    failing = now;
    Failures next = now.map(Analysis::failures).orElse(Failures.NONE);
    return next;
  }

  public DesignFigure figure() {
    return figure;
  }

  public Layout layout() {
    return figure.layout();
  }

  public Camera camera() {
    return camera;
  }

  public void look(Camera next) {
    camera = next;
    changed();
  }

  /** What the colours are made of; empty for the structure alone. */
  Optional<OverlayValues> values() {
    return values;
  }

  /** What the pipes carry. */
  PipeFlows pipes() {
    return pipes;
  }

  /** A sentence about what the user is at. */
  public Optional<Text> hint() {
    return hint;
  }

  void hint(Optional<Text> next) {
    hint = next;
    changed();
  }

  /** The instance that is drawn as the world. */
  InstancePath entered() {
    return workspace.enteredProperty().get();
  }

  String assemblyId() {
    return workspace.enteredAssembly();
  }

  Assembly assembly() {
    return workspace.design().assemblies().get(assemblyId());
  }

  /** Where an instance lies in the drawing of the entered assembly; empty when it is not in it. */
  public Optional<Box> box(InstancePath path) {
    return figure.box(path);
  }

  /** From the drawing that is in the cell at a path to that of the entered assembly. */
  Optional<Transform> toWorld(InstancePath path) {
    return layout().toWorld(figure.at(), path);
  }

  /** What is drawn at a pixel. */
  public Optional<Tag> hit(double px, double py) {
    return figure
        .figure()
        .hit(camera.worldX(px), camera.worldY(py), camera.scale(), TOLERANCE_PX / camera.scale())
        .map(tag -> Tag.parse(Figure.join(figure.at().toString(), tag)));
  }

  /** The instance of the entered assembly that an instance is or lies in. */
  Optional<InstancePath> child(InstancePath path) {
    int depth = entered().steps().size();
    return path.isWithin(entered()) && path.steps().size() > depth
        ? Optional.of(new InstancePath(path.steps().subList(0, depth + 1)))
        : Optional.empty();
  }

  /** The instances of the entered assembly whose cells meet a box of the world. */
  List<InstancePath> childrenIn(Box world) {
    List<InstancePath> found = new ArrayList<>();
    assembly()
        .placements()
        .forEach((name, p) -> {
          for (int i = 0; i < p.count() && found.size() < MAX_SELECTED; i++) {
            if (layout().cell(assemblyId(), p, i).meets(world)) {
              found.add(entered().child(name, i));
            }
          }
        });
    return found;
  }

  /** More than this is selected by its assembly. */
  private static final int MAX_SELECTED = 10_000;

  Optional<Placement> placement(InstancePath path) {
    return workspace.places().find(path).flatMap(f -> f.placement());
  }

  /** How often the entered assembly stands in the design; edits inside change all of them. */
  long timesPlaced() {
    Design d = workspace.design();
    long times = 1;
    String at = d.root();
    for (InstancePath.Step step : entered().steps()) {
      Placement p = d.assemblies().get(at).placements().get(step.placement());
      times *= p.count();
      at = p.of();
    }
    return times;
  }
}
