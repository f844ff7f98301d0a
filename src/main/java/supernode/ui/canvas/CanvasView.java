package supernode.ui.canvas;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.control.ContextMenu;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import supernode.catalog.Catalog;
import supernode.catalog.LinkType;
import supernode.design.InstancePath;
import supernode.figure.Box;
import supernode.figure.Palette;
import supernode.quantity.Messages;
import supernode.quantity.Text;
import supernode.ui.Command;
import supernode.ui.Lifetime;
import supernode.ui.Selection;
import supernode.ui.SignalFabrics;
import supernode.ui.Workspace;

/**
 * The drawing of the design, and everything that is done to it directly. As large as its view,
 * never as the world: two painted layers, and a pane above them for the few real controls.
 */
public final class CanvasView extends Region {
  static final double ZOOM_STEP = 1.25;

  private final Workspace workspace;
  private final Messages messages;
  private final Board board;
  private final Gestures gestures;
  private final Offers offers;
  private final Annotations annotations;
  private final Motion motion;
  private final Surface surface;
  private final Pane controls = new Pane();
  private final Corners corners;
  private final Flight flight;
  private final Clicks clicks = new Clicks();
  private final CanvasActions actions;
  private final List<Command> commands;
  private final Carrying carrying;
  private final BooleanProperty moving = new SimpleBooleanProperty(false);
  private final BooleanProperty held = new SimpleBooleanProperty(false);
  private final BooleanProperty reduced = new SimpleBooleanProperty(false);
  private final ReadOnlyObjectWrapper<Optional<Text>> hint =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private FxColors colors = new FxColors(Palette.LIGHT);
  private Runnable properties = () -> {};
  private ContextMenu menu;
  private boolean framed;

  /** A canvas that is shown as long as the workspace lives. */
  public CanvasView(Workspace workspace, Messages messages) {
    this(workspace, messages, new Lifetime());
  }

  /**
   * @param lifetime ends when the canvas is thrown away
   */
  public CanvasView(Workspace workspace, Messages messages, Lifetime lifetime) {
    this.workspace = workspace;
    this.messages = messages;
    board = new Board(workspace);
    offers = new Offers(board, controls, messages);
    gestures = new Gestures(board, offers::placed, offers::wirings);
    motion = new Motion(board);
    annotations = new Annotations(board, gestures, messages, motion);
    surface = new Surface(board, annotations, colors);
    flight = new Flight(board);
    actions = new CanvasActions(board);
    carrying = new Carrying(this, gestures);
    corners = new Corners(board, messages, this::look);
    commands = CanvasCommands.of(this);
    setId("canvas");
    getStylesheets().add(CanvasSheet.URL);
    getStyleClass().add("canvas-view");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.PARENT);
    setMinSize(0, 0);
    controls.setPickOnBounds(false);
    controls.getChildren().addAll(corners.nodes());
    getChildren().addAll(surface, controls);
    board.onChange(this::changed);
    new CanvasInput(this, board, gestures, flight, clicks).listen();
    watch(lifetime);
  }

  private void watch(Lifetime lifetime) {
    lifetime.watchAll(
        board::refresh,
        workspace.designProperty(),
        workspace.catalogProperty(),
        workspace.analysisProperty(),
        workspace.overlayProperty(),
        workspace.scenarioProperty(),
        workspace.replay().stateProperty(),
        workspace.replay().secondsProperty());
    lifetime.watch(workspace.openingsProperty(), _ -> opened());
    lifetime.watch(workspace.enteredProperty(), _ -> entered());
    lifetime.watch(workspace.selectionProperty(), _ -> selected());
    Ticker ticker =
        new Ticker(seconds -> {
          motion.pass(seconds);
          surface.repaint();
        });
    Runnable move =
        () -> {
          boolean still = held.get() || reduced.get();
          motion.on(moving.get());
          motion.still(still);
          ticker.run(moving.get() && !still);
          surface.repaint();
        };
    moving.subscribe(move);
    held.subscribe(move);
    reduced.subscribe(move);
    lifetime.atEnd(() -> {
      ticker.run(false);
      flight.cancel();
    });
  }

  void pointer(double x, double y) {
    annotations.pointer(x, y);
  }

  /** A menu of what can be done with what is selected. */
  public ContextMenu menu() {
    return InstanceMenu.of(this, messages);
  }

  /** Opens the menu of what is selected, for those who have no second button. */
  void showMenu() {
    var middle = localToScreen(getWidth() / 2, getHeight() / 2);
    showMenu(middle.getX(), middle.getY());
  }

  void showMenu(double screenX, double screenY) {
    hideMenu();
    menu = menu();
    menu.show(this, screenX, screenY);
  }

  void hideMenu() {
    if (menu != null) {
      menu.hide();
    }
  }

  void look(Camera camera) {
    flight.cancel();
    board.look(camera);
  }

  private void changed() {
    hint.set(Hints.of(board));
    corners.paint(colors);
    surface.repaint();
  }

  /** Another design is seen whole at first; an edit leaves the view alone. */
  private void opened() {
    if (getWidth() > 0) {
      board.refresh();
      look(whole());
    }
  }

  private void entered() {
    board.refresh();
    if (framed) {
      look(whole());
    }
  }

  /** All of the entered assembly, beside or below the legend. */
  private Camera whole() {
    return corners.whole(getWidth(), getHeight());
  }

  private Camera fitted(Box world) {
    return Camera.fit(world, getWidth(), getHeight());
  }

  private void selected() {
    setAccessibleText(Spoken.of(board, messages));
    List<String> places = workspace.selection().places();
    if (!gestures.isPressed() && framed && !places.isEmpty()) {
      surface(InstancePath.parse(places.getFirst()));
      board
          .box(InstancePath.parse(places.getFirst()))
          .filter(b -> !flight.destination().visible().meets(b))
          .ifPresent(b -> flight.to(flight.destination().showing(b)));
    }
    changed();
  }

  /** Goes out to where an instance can be seen. */
  private void surface(InstancePath path) {
    InstancePath at = workspace.enteredProperty().get();
    while (!at.isRoot() && (!path.isWithin(at) || path.equals(at))) {
      at = at.parent();
    }
    workspace.enteredProperty().set(at);
  }

  /** Selects an instance and brings it into view, large enough to be seen. */
  public void showPlace(String path) {
    workspace.select(Selection.of(path));
    board
        .box(InstancePath.parse(path))
        .ifPresent(b -> {
          Camera now = board.camera();
          boolean tiny = b.least() * now.scale() < 12;
          Box around = b.inset(-4 * b.least());
          flight.to(tiny ? fitted(around) : now.showing(b));
        });
  }

  /** Takes over a drag that began in the palette, until the button is released. */
  public void beginPlacing(PaletteItem item) {
    if (holds(item)) {
      return;
    }
    carrying.begin(item);
  }

  /** Takes a type of link in hand; false for what is to be placed. */
  private boolean holds(PaletteItem item) {
    Catalog library = workspace.library();
    Optional<LinkType> type =
        library.part(item.of()).isPresent() ? Optional.empty() : library.link(item.of());
    type.ifPresent(l -> {
      gestures.link().hold(l);
      requestFocus();
    });
    return type.isPresent();
  }

  /** Puts something into the entered assembly where there is room. */
  public void place(PaletteItem item) {
    if (holds(item)) {
      return;
    }
    gestures.place().putAnywhere(item);
  }

  boolean closeOffer() {
    return offers.close();
  }

  void askArrayCopy() {
    ArrayBox.show(controls, messages, board, actions);
  }

  void askRandomFaults() {
    RandomFaultBox.show(
        controls, messages, SignalFabrics.of(workspace.design()), actions.linkFaults());
  }

  void updateCursor() {
    boolean port = gestures.hovered().filter(LinkTool::startsAt).isPresent();
    setCursor(gestures.isPanning() ? Cursor.MOVE : port ? Cursor.CROSSHAIR : Cursor.DEFAULT);
  }

  /** Shows all of the entered assembly. */
  public void fit() {
    flight.to(whole());
  }

  public void fitSelection() {
    List<Box> boxes = Selected.paths(board).stream().flatMap(p -> board.box(p).stream()).toList();
    if (!boxes.isEmpty()) {
      flight.to(fitted(Box.around(boxes)));
    }
  }

  /** One drawing unit to a pixel. */
  public void actualSize() {
    flight.to(board.camera().actualSize());
  }

  public void zoom(double factor) {
    flight.to(flight.destination().zoomed(factor, getWidth() / 2, getHeight() / 2));
  }

  /** Works out beside what takes a while; on the thread of the window if none is given. */
  public void setBeside(Executor executor) {
    annotations.beside(executor);
  }

  /** Light or dark. */
  public void setPalette(Palette palette) {
    colors = new FxColors(palette);
    surface.colors(colors);
    changed();
  }

  /** Whether the view flies to where it is wanted, or is there at once. */
  public void setAnimated(boolean on) {
    flight.animated(on);
  }

  /** How soon the second click of a double click must follow the first. */
  public void setDoubleClickWithin(Duration time) {
    clicks.within(time);
  }

  /** What "Properties" in the menu of an instance does. */
  public void setOnProperties(Runnable next) {
    properties = next;
  }

  void showProperties() {
    properties.run();
  }

  /** A sentence about what the user is at, for the status bar. */
  public ReadOnlyObjectProperty<Optional<Text>> hintProperty() {
    return hint.getReadOnlyProperty();
  }

  public BooleanProperty minimapProperty() {
    return corners.minimapProperty();
  }

  /** Whether what flows on the links is shown; off at first. */
  public BooleanProperty motionProperty() {
    return moving;
  }

  /** Whether what flows is held still for a closer look. */
  public BooleanProperty heldProperty() {
    return held;
  }

  /** Whether the user asked the system for less motion: what flows is shown, but stands still. */
  public BooleanProperty reducedMotionProperty() {
    return reduced;
  }

  public CanvasActions actions() {
    return actions;
  }

  /** For menus, finder and shortcuts, in menu order. */
  public List<Command> commands() {
    return commands;
  }

  Workspace workspace() {
    return workspace;
  }

  /** What is drawn, and from where it is seen. */
  public Board board() {
    return board;
  }

  @Override
  protected void layoutChildren() {
    double w = getWidth();
    double h = getHeight();
    surface.resizeRelocate(0, 0, w, h);
    controls.resizeRelocate(0, 0, w, h);
    boolean all = framed && corners.showAll(board.camera());
    corners.layout(w, h);
    if (w > 0 && h > 0) {
      Camera now = board.camera();
      if (!framed) {
        framed = true;
        board.look(whole());
      } else if (now.width() != w || now.height() != h) {
        board.look(all ? whole() : now.resized(w, h));
      }
    }
    surface.repaint();
  }
}
