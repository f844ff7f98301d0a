package supernode.ui.shell;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import supernode.quantity.Messages;
import supernode.ui.Command;
import supernode.ui.Lifetime;
import supernode.ui.Tip;
import supernode.ui.Workspace;
import supernode.ui.panel.Rows;

/** Name, history, search, overlays, scenario, language, theme and export in one row. */
final class TopBar extends HBox {
  private final Studio studio;
  private final Workspace workspace;

  /** From here on the studio's name has room, at the designed text size. */
  private static final double ROOMY = 1160;

  private final Messages messages;
  private final Map<String, Command> commands;

  TopBar(Studio studio, Messages messages, List<Command> commands, Lifetime lifetime) {
    this.studio = studio;
    this.workspace = studio.workspace();
    this.messages = messages;
    this.commands = commands.stream().collect(Collectors.toMap(Command::id, Function.identity()));
    getStyleClass().add("top-bar");
    setAlignment(Pos.CENTER_LEFT);
    CommandControls controls = new CommandControls(messages, lifetime);
    Label name = new Label(messages.say("ui.studio"));
    name.getStyleClass().add("studio-name");
    name.setMinWidth(Region.USE_PREF_SIZE);
    // In a narrow window its room is needed by what can be done.
    lifetime.watchAll(
        () ->
            Rows.show(name, getWidth() == 0 || getWidth() >= ROOMY * studio.scaleProperty().get()),
        widthProperty(),
        studio.scaleProperty());
    Node search = search();
    HBox.setHgrow(search, Priority.SOMETIMES);
    getChildren()
        .addAll(
            name,
            file(lifetime),
            controls.iconButton(command("undo")),
            controls.iconButton(command("redo")),
            space(),
            search,
            space(),
            new OverlaySwitch(workspace, messages, lifetime),
            space(),
            new ScenarioMenu(
                workspace,
                messages,
                List.of(command("scenario.add"), command("scenario.edit")),
                lifetime),
            language(),
            theme(controls, lifetime),
            export());
  }

  private Command command(String id) {
    return commands.get(id);
  }

  private static Region space() {
    Region space = new Region();
    HBox.setHgrow(space, Priority.SOMETIMES);
    return space;
  }

  private Node file(Lifetime lifetime) {
    Label file = new Label();
    file.setId("file-name");
    file.getStyleClass().add("file-name");
    file.setMinWidth(96);
    Label dot = new Label("●");
    dot.setId("unsaved");
    dot.getStyleClass().add("unsaved-dot");
    dot.setMinWidth(Region.USE_PREF_SIZE);
    Tip.put(dot, messages.say("ui.status.unsaved"));
    dot.setAccessibleText(messages.say("ui.status.unsaved"));
    lifetime.watchAll(
        () -> file.setText(fileName(studio)), workspace.fileProperty(), workspace.designProperty());
    lifetime.watch(studio.unsaved(), dot::setVisible);
    HBox both = new HBox(file, dot);
    both.setAlignment(Pos.CENTER_LEFT);
    both.setSpacing(6);
    return both;
  }

  /** The file's name, or the design's own as long as there is no file. */
  static String fileName(Studio studio) {
    Workspace w = studio.workspace();
    return w.fileProperty().get().map(f -> f.getFileName().toString()).orElse(w.design().name());
  }

  /** Looks like a field and opens the finder. */
  private Node search() {
    Label prompt = new Label(messages.say("ui.finder.prompt"), new FontIcon("fth-search"));
    prompt.getStyleClass().add("faint");
    prompt.setMinWidth(0);
    Label keys = new Label(Keys.shown(command("find")));
    keys.getStyleClass().add("key");
    keys.setMinWidth(Region.USE_PREF_SIZE);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox content = new HBox(prompt, space, keys);
    content.setAlignment(Pos.CENTER_LEFT);
    Button field = new Button();
    field.setId("search");
    field.getStyleClass().add("search-button");
    field.setAccessibleText(messages.say("ui.finder.prompt"));
    field.setGraphic(content);
    content.prefWidthProperty().bind(field.widthProperty().subtract(22));
    field.setMinWidth(96);
    field.setPrefWidth(300);
    field.setMaxWidth(420);
    field.setOnAction(_ -> command("find").run());
    return field;
  }

  private Node language() {
    boolean chinese = messages.locale().getLanguage().equals("zh");
    Button button = new Button(messages.say("ui.language.other"));
    button.setId("language");
    button.getStyleClass().addAll("icon-button", "language-button");
    button.setMinWidth(Region.USE_PREF_SIZE);
    Command other = command(chinese ? "language.en" : "language.zh");
    Tip.put(button, messages.say(other.label().getValue()));
    button.setAccessibleText(messages.say(other.label().getValue()));
    button.setOnAction(_ -> other.run());
    return button;
  }

  private Node theme(CommandControls controls, Lifetime lifetime) {
    Button button = controls.iconButton(command("theme"));
    lifetime.watch(
        studio.themeProperty(),
        t -> button.setGraphic(new FontIcon(t == Theme.LIGHT ? "fth-moon" : "fth-sun")));
    return button;
  }

  private Node export() {
    Button button = new Button(messages.say("ui.export.button"));
    button.setId("export");
    button.getStyleClass().add("accent");
    button.setDefaultButton(false);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(_ -> command("export").run());
    return button;
  }
}
