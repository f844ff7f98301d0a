package supernode.ui.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.event.Event;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import supernode.quantity.Messages;
import supernode.ui.Command;
import supernode.ui.Lifetime;
import supernode.ui.Replay;
import supernode.ui.Workspace;

/** The main window: builds its scene, and builds it anew when the language changes. */
public final class StudioWindow {
  private static final double LEFT_WIDTH = 248;
  private static final double RIGHT_WIDTH = 300;
  private static final double CHARTS_HEIGHT = 256;
  private static final double STRUCTURE_HEIGHT = 290;
  private static final double FINDINGS_HEIGHT = 240;
  // The text size that the sheets are designed for.
  private static final double BASE_FONT_PX = 12;

  /** What stands at the right of the breadcrumb. */
  private static final List<String> ROW_BUTTONS =
      List.of(
          "motion",
          "leave",
          "zoomOut",
          "zoomIn",
          "fit",
          "panel.left",
          "panel.bottom",
          "panel.right");

  private final Stage stage;
  private final Studio studio;
  private final Workspace workspace;
  private final Documents documents;
  private final Slots slots;
  private final Cards cards;
  private final Executor later;
  private final Fonts fonts = new Fonts();
  private final Cover cover = new Cover();
  private final StudioCommands commands;
  private Lifetime lifetime = new Lifetime();
  private List<Command> all = List.of();

  /**
   * @param later runs what may wait for the first picture, for example {@code Platform::runLater}
   */
  public StudioWindow(
      Stage stage,
      Studio studio,
      Documents documents,
      Slots slots,
      Exporter exporter,
      Executor later) {
    this.stage = stage;
    this.studio = studio;
    this.workspace = studio.workspace();
    this.documents = documents;
    this.slots = slots;
    this.later = later;
    this.cards = new Cards(studio, cover, stage, exporter, () -> all);
    this.commands = new StudioCommands(studio, documents, cards.actions(documents, this::close));
  }

  /** Builds the scene and shows the stage. */
  public void show() {
    // Before there is a scene: the toolkit would read its own sheet first.
    studio.themeProperty().get().install();
    WindowPlace place = new WindowPlace(stage, studio.settings());
    place.restore();
    // As large as the window, so that the drawing is fitted to the size that it will have.
    Scene scene = new Scene(new Pane(), stage.getWidth(), stage.getHeight());
    studio.themeProperty().get().dress(scene);
    build(scene);
    studio.messagesProperty().subscribe((_, _) -> build(scene));
    studio
        .themeProperty()
        .subscribe((_, theme) -> {
          theme.install();
          theme.dress(scene);
        });
    studio.scaleProperty().subscribe((_, _) -> applyFont(scene.getRoot()));
    acceptFiles(scene);
    stage.setScene(scene);
    title();
    stage.setOnCloseRequest(e -> {
      if (!documents.mayLeave()) {
        e.consume();
      }
    });
    stage.show();
    place.remember();
  }

  private void newDesign() {
    all.stream().filter(c -> c.id().equals("new")).forEach(Command::run);
  }

  private void close() {
    if (documents.mayLeave()) {
      stage.close();
    }
  }

  private void title() {
    Runnable show =
        () ->
            stage.setTitle(
                (studio.unsaved().get() ? "● " : "")
                    + TopBar.fileName(studio)
                    + " – "
                    + studio.messages().say("ui.studio"));
    workspace.fileProperty().subscribe(show);
    workspace.designProperty().subscribe(show);
    workspace.savedDesignProperty().subscribe(show);
    studio.messagesProperty().subscribe(show);
    show.run();
  }

  private void build(Scene scene) {
    lifetime.end();
    lifetime = new Lifetime();
    cover.close();
    Messages messages = studio.messages();
    Slots.Setting setting = new Slots.Setting(studio, messages, lifetime, later);
    Slots.Drawing drawing = slots.canvas(setting);
    all = commands.with(drawing.commands());
    cards.use(messages, drawing);

    BorderPane frame = new BorderPane();
    frame.setTop(
        new VBox(
            new MenuShelf(studio, documents, messages, lifetime).menuBar(all),
            new TopBar(studio, messages, all, lifetime)));
    frame.setCenter(body(setting, drawing));
    frame.setBottom(new StatusStrip(studio, messages, lifetime));
    StackPane root = new StackPane(frame, cover);
    root.getStyleClass().add("studio");
    applyFont(root);
    root.addEventHandler(KeyEvent.KEY_PRESSED, e -> escape(e, root));
    scene.setRoot(root);
    // The keys are the drawing's from the first moment on.
    drawing.node().requestFocus();
    moreKeys(scene);
    later.execute(drawing.node()::requestFocus);
  }

  /** The panels, or the catalogue in their place. */
  private Node body(Slots.Setting setting, Slots.Drawing drawing) {
    Node panels = middle(setting, drawing);
    StackPane body = new StackPane(panels);
    Node[] catalog = {null};
    lifetime.watch(
        studio.catalog().openProperty(),
        open -> {
          if (open && catalog[0] == null) {
            catalog[0] = slots.catalog(setting, drawing, documents.catalogFiles());
            body.getChildren().add(catalog[0]);
          }
          // What is behind takes no focus.
          panels.setVisible(!open);
          if (catalog[0] != null) {
            catalog[0].setVisible(open);
            (open ? catalog[0] : drawing.node()).requestFocus();
          }
        });
    return body;
  }

  /** Escape on the bars around the catalogue is the catalogue's too. */
  private void escape(KeyEvent e, Node root) {
    Node catalog = root.lookup("#catalog");
    if (e.getCode() == KeyCode.ESCAPE && catalog != null && catalog.isVisible()) {
      e.consume();
      Event.fireEvent(catalog, e.copyFor(catalog, catalog));
    }
  }

  private Node middle(Slots.Setting setting, Slots.Drawing drawing) {
    Settings settings = studio.settings();
    Node charts = wait("charts-slot", () -> slots.charts(setting, documents::fileFor));
    StackPane sheet = new StackPane(drawing.node());
    Welcome[] welcome = {null};
    lifetime.watch(
        studio.welcomeProperty(),
        shown -> {
          if (shown && welcome[0] == null) {
            welcome[0] = new Welcome(studio, documents, setting.messages(), this::newDesign);
            sheet.getChildren().add(welcome[0]);
          } else if (!shown && welcome[0] != null) {
            sheet.getChildren().remove(welcome[0]);
            welcome[0] = null;
          }
        });
    VBox canvas = new VBox(crumbRow(setting), sheet);
    Node[] replay = {null};
    lifetime.watch(
        workspace.replay().stateProperty(),
        state -> {
          boolean shown = !(state instanceof Replay.State.Off);
          if (shown && replay[0] == null) {
            replay[0] = slots.replay(setting);
          }
          if (shown && !canvas.getChildren().contains(replay[0])) {
            canvas.getChildren().add(replay[0]);
          } else if (!shown) {
            canvas.getChildren().remove(replay[0]);
          }
        });
    VBox.setVgrow(sheet, Priority.ALWAYS);
    Columns centre =
        new Columns(
            Orientation.VERTICAL,
            settings,
            List.of(),
            canvas,
            List.of(new Columns.Edge("charts", charts, CHARTS_HEIGHT, studio.bottomProperty())),
            lifetime);
    Columns columns =
        new Columns(
            Orientation.HORIZONTAL,
            settings,
            List.of(
                new Columns.Edge(
                    "left", left(setting, drawing), LEFT_WIDTH, studio.leftProperty())),
            centre,
            List.of(new Columns.Edge("right", right(setting), RIGHT_WIDTH, studio.rightProperty())),
            lifetime);
    columns.setId("columns");
    return columns;
  }

  private Node left(Slots.Setting setting, Slots.Drawing drawing) {
    return stack(
        "structure",
        STRUCTURE_HEIGHT,
        wait("palette-slot", () -> slots.palette(setting, drawing)),
        wait("structure-slot", () -> slots.structure(setting, drawing)));
  }

  private Node right(Slots.Setting setting) {
    return stack(
        "findings",
        FINDINGS_HEIGHT,
        wait("inspector-slot", () -> slots.inspector(setting)),
        wait("findings-slot", () -> slots.findings(setting)));
  }

  private Node stack(String key, double size, Node above, Node below) {
    return new Columns(
        Orientation.VERTICAL,
        studio.settings(),
        List.of(),
        above,
        List.of(new Columns.Edge(key, below, size, Columns.ALWAYS)),
        lifetime);
  }

  /** A pane at once, its content after the first picture. */
  private Node wait(String id, Supplier<Node> content) {
    StackPane slot = new StackPane();
    slot.setId(id);
    slot.getStyleClass().add("slot");
    slot.setMinSize(0, 0);
    Lifetime mine = lifetime;
    later.execute(() -> {
      if (mine == lifetime) {
        slot.getChildren().setAll(content.get());
      }
    });
    return slot;
  }

  private Node crumbRow(Slots.Setting setting) {
    CommandControls controls = new CommandControls(setting.messages(), lifetime);
    Crumbs crumbs = new Crumbs(workspace, lifetime);
    HBox.setHgrow(crumbs, Priority.ALWAYS);
    HBox row = new HBox(crumbs);
    row.getStyleClass().add("crumb-row");
    for (String id : ROW_BUTTONS) {
      all.stream()
          .filter(c -> c.id().equals(id))
          .forEach(c -> row.getChildren().add(controls.iconButton(c)));
    }
    return row;
  }

  private void applyFont(Parent root) {
    root.setStyle(
        "-fx-font-family: \"%s\"; -fx-font-size: %.2fpx;"
            .formatted(
                fonts.familyFor(studio.messages()), BASE_FONT_PX * studio.scaleProperty().get()));
  }

  /** The first shortcut of a command stands in its menu item; the scene knows the others. */
  private void moreKeys(Scene scene) {
    scene.getAccelerators().clear();
    for (Command c : all) {
      List<KeyCombination> more = c.keys().stream().skip(1).toList();
      more.forEach(k -> scene.getAccelerators().put(k, c::run));
    }
  }

  private void acceptFiles(Scene scene) {
    scene.setOnDragOver(e -> {
      if (e.getDragboard().hasFiles()) {
        e.acceptTransferModes(TransferMode.COPY);
        e.consume();
      }
    });
    scene.setOnDragDropped(e -> {
      List<Path> files = e.getDragboard().getFiles().stream().map(f -> f.toPath()).toList();
      files.stream().findFirst().ifPresent(documents::open);
      e.setDropCompleted(!files.isEmpty());
      e.consume();
    });
  }
}
