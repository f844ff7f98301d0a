package supernode.ui.shell;

import static supernode.ui.Command.Menu.DESIGN;
import static supernode.ui.Command.Menu.EDIT;
import static supernode.ui.Command.Menu.FILE;
import static supernode.ui.Command.Menu.HELP;
import static supernode.ui.Command.Menu.VIEW;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.binding.ObjectBinding;
import supernode.analysis.Overlay;
import supernode.design.edit.History;
import supernode.quantity.Text;
import supernode.ui.Command;
import supernode.ui.Selection;
import supernode.ui.Workspace;

/** The commands of the window itself; the drawing brings its own. */
final class StudioCommands {
  /** What commands do that the window alone can do. */
  interface Actions {
    void newDesign();

    void compare();

    void find();

    void export();

    void addScenario();

    void editScenario();

    void showShortcuts();

    void showAbout();

    void quit();
  }

  private final Studio studio;
  private final Workspace workspace;
  private final Documents documents;
  private final Actions actions;

  StudioCommands(Studio studio, Documents documents, Actions actions) {
    this.studio = studio;
    this.workspace = studio.workspace();
    this.documents = documents;
    this.actions = actions;
  }

  /** All of them, with the drawing's own in their menus. */
  List<Command> with(List<Command> drawing) {
    List<Command> all = new ArrayList<>();
    all.addAll(file());
    all.addAll(history());
    all.addAll(drawing.stream().filter(c -> c.menu() == EDIT).toList());
    all.add(
        Command.of("find", EDIT, actions::find)
            .withIcon("fth-search")
            .withKeys("shortcut+K", "shortcut+shift+P", "shortcut+F")
            .startingGroup());
    all.addAll(overlays());
    all.addAll(drawing.stream().filter(c -> c.menu() == VIEW).toList());
    all.addAll(view());
    all.addAll(drawing.stream().filter(c -> c.menu() == DESIGN).toList());
    all.addAll(design());
    all.add(
        Command.of("shortcuts", HELP, actions::showShortcuts)
            .withIcon("fth-command")
            .withKeys("F1"));
    all.add(Command.of("about", HELP, actions::showAbout).withIcon("fth-info"));
    return all;
  }

  private List<Command> file() {
    return List.of(
        Command.of("new", FILE, actions::newDesign).withIcon("fth-file").withKeys("shortcut+N"),
        Command.of("open", FILE, documents::open).withIcon("fth-folder").withKeys("shortcut+O"),
        Command.of("save", FILE, documents::save)
            .withIcon("fth-save")
            .withKeys("shortcut+S")
            .startingGroup(),
        Command.of("saveAs", FILE, documents::saveAs).withKeys("shortcut+shift+S"),
        Command.of("export", FILE, actions::export)
            .withIcon("fth-share")
            .withKeys("shortcut+P")
            .startingGroup(),
        Command.of("quit", FILE, actions::quit).withKeys("shortcut+Q").startingGroup());
  }

  private List<Command> history() {
    return List.of(
        Command.of("undo", EDIT, workspace::undo)
            .withLabel(named("ui.command.undo", History::undoLabel))
            .withIcon("fth-corner-up-left")
            .withKeys("shortcut+Z")
            .when(can(History::undoLabel)),
        Command.of("redo", EDIT, workspace::redo)
            .withLabel(named("ui.command.redo", History::redoLabel))
            .withIcon("fth-corner-up-right")
            .withKeys("shortcut+shift+Z", "shortcut+Y")
            .when(can(History::redoLabel)));
  }

  private ObjectBinding<Text> named(
      String key, Function<History<Selection>, Optional<Text>> label) {
    return Bindings.createObjectBinding(
        () ->
            label
                .apply(workspace.history())
                .map(step -> Text.of(key + ".named", step))
                .orElseGet(() -> Text.of(key)),
        workspace.historyProperty());
  }

  private BooleanBinding can(Function<History<Selection>, Optional<Text>> label) {
    return Bindings.createBooleanBinding(
        () -> label.apply(workspace.history()).isPresent(), workspace.historyProperty());
  }

  private List<Command> overlays() {
    List<Command> all = new ArrayList<>();
    for (Overlay overlay : Overlay.values()) {
      all.add(
          Command.choice(
                  "overlay." + overlay.name().toLowerCase(Locale.ROOT),
                  VIEW,
                  workspace.overlayProperty().isEqualTo(overlay),
                  () -> workspace.overlayProperty().set(overlay))
              .withKeys("shortcut+" + (overlay.ordinal() + 1)));
    }
    return all;
  }

  private List<Command> view() {
    return List.of(
        Command.toggle("catalog", VIEW, studio.catalog().openProperty())
            .withIcon("fth-book-open")
            .withKeys("shortcut+L")
            .startingGroup(),
        Command.toggle("panel.left", VIEW, studio.leftProperty())
            .withIcon("fth-sidebar")
            .withKeys("shortcut+B")
            .startingGroup(),
        Command.toggle("panel.right", VIEW, studio.rightProperty())
            .withIcon("fth-sliders")
            .withKeys("shortcut+I"),
        Command.toggle("panel.bottom", VIEW, studio.bottomProperty())
            .withIcon("fth-bar-chart-2")
            .withKeys("shortcut+J"),
        Command.of(
                "theme",
                VIEW,
                () -> studio.themeProperty().set(studio.themeProperty().get().other()))
            .withIcon("fth-moon")
            .withKeys("shortcut+shift+L")
            .startingGroup(),
        Command.of("larger", VIEW, () -> studio.enlarge(1))
            .withKeys("shortcut+EQUALS", "shortcut+PLUS", "shortcut+ADD"),
        Command.of("smaller", VIEW, () -> studio.enlarge(-1))
            .withKeys("shortcut+MINUS", "shortcut+SUBTRACT"),
        Command.of("normalSize", VIEW, () -> studio.scaleProperty().set(1))
            .withKeys("shortcut+shift+0"),
        Command.choice("language.en", VIEW, speaks("en"), () -> studio.speak("en")).startingGroup(),
        Command.choice("language.zh", VIEW, speaks("zh"), () -> studio.speak("zh")));
  }

  private void addWorkload() {
    studio.rightProperty().set(true);
    workspace.work().offer();
  }

  private BooleanExpression speaks(String language) {
    return Bindings.createBooleanBinding(
        () -> studio.messages().locale().getLanguage().equals(language), studio.messagesProperty());
  }

  private List<Command> design() {
    return List.of(
        Command.of("solve", DESIGN, workspace::solve)
            .withIcon("fth-refresh-cw")
            .withKeys("F5")
            .startingGroup(),
        Command.of("compare", DESIGN, actions::compare)
            .withIcon("fth-columns")
            .withKeys("shortcut+shift+K"),
        Command.of("scenario.add", DESIGN, actions::addScenario)
            .withIcon("fth-plus")
            .startingGroup(),
        Command.of("workload.add", DESIGN, this::addWorkload).withIcon("fth-activity"),
        Command.of("scenario.edit", DESIGN, actions::editScenario).withIcon("fth-edit-2"),
        Command.of("scenario.weather", DESIGN, documents::chooseWeather).withIcon("fth-sun"));
  }
}
