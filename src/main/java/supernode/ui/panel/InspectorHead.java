package supernode.ui.panel;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import supernode.design.Assembly;
import supernode.design.InstancePath;
import supernode.quantity.Messages;
import supernode.ui.Selection;
import supernode.ui.Workspace;

/** The head of the inspector: what is selected, where it stands, and what can be done with it. */
final class InspectorHead extends VBox {
  private final Workspace workspace;
  private final Messages messages;
  private final Label title = Rows.prose("", "inspector-title");
  private final Label subtitle = Rows.prose("", "inspector-subtitle");
  private final Button replace;
  private final Button fail;
  private final Button catalog;
  private final HBox buttons;
  private BiConsumer<String, String> show = (_, _) -> {};
  private Optional<Subject> subject = Optional.empty();

  InspectorHead(Workspace workspace, Messages messages) {
    this.workspace = workspace;
    this.messages = messages;
    getStyleClass().add("inspector-head");
    title.setId("inspector-title");
    replace = Rows.button(messages.say("panel.replace"), "plain-button", this::chooseReplacement);
    replace.setId("replace");
    fail = Rows.button("", "danger-button", this::fail);
    fail.setId("fail");
    buttons = new HBox(replace, fail);
    buttons.getStyleClass().add("button-row");
    for (Button b : List.of(replace, fail)) {
      b.setMaxWidth(Double.MAX_VALUE);
      HBox.setHgrow(b, Priority.ALWAYS);
    }
    catalog = Rows.iconButton(Feather.BOOK_OPEN, messages.say("parts.showInCatalog"), this::look);
    catalog.setId("show-in-catalog");
    Rows.show(catalog, false);
    title.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(title, Priority.ALWAYS);
    getChildren().addAll(new HBox(4, title, catalog), subtitle);
  }

  /** Nothing is selected: the design itself. */
  void showDesign() {
    Assembly root = workspace.design().rootAssembly();
    say(
        workspace.design().name(),
        messages.say("level." + root.level().name().toLowerCase(java.util.Locale.ROOT)));
  }

  void showWiring(Selection.WiringRef ref) {
    String name =
        workspace.design().assemblies().get(ref.assembly()).wirings().get(ref.index()).name();
    say(
        name.isBlank() ? messages.say("panel.wiring.title") : name,
        messages.say("panel.wiring.in", Names.of(workspace).of(ref.assembly())));
  }

  void showPlaces(List<InstancePath> paths) {
    Subject shown = new Subject(workspace, paths);
    long alike = Names.of(workspace).alike(paths.getFirst());
    String name = shown.name();
    if (paths.size() == 1) {
      String path = paths.getFirst().toString();
      say(name, alike > 1 ? messages.say("panel.head.one", path, alike) : path);
    } else {
      say(
          name.isEmpty() ? messages.say("panel.head.things", paths.size()) : name,
          messages.say(
              name.isEmpty() ? "panel.head.mixed" : "panel.head.many", paths.size(), alike));
    }
    subject = Optional.of(shown);
    Rows.show(catalog, shown.part().isPresent());
    boolean failed = shown.failed();
    fail.setText(
        messages.say(
            failed ? "panel.mend" : paths.size() == 1 ? "panel.fail.one" : "panel.fail.many",
            paths.size()));
    fail.getStyleClass().setAll("button", failed ? "mend-button" : "danger-button");
    replace.setDisable(name.isEmpty());
    if (!getChildren().contains(buttons)) {
      getChildren().add(buttons);
    }
  }

  /**
   * @param next told kind and id
   */
  void setOnCatalog(BiConsumer<String, String> next) {
    show = next;
  }

  private void look() {
    subject.flatMap(Subject::part).ifPresent(p -> show.accept(p.kind().key(), p.id()));
  }

  private void say(String head, String below) {
    title.setText(head);
    subtitle.setText(below);
    subject = Optional.empty();
    Rows.show(catalog, false);
    getChildren().remove(buttons);
  }

  private void fail() {
    subject.ifPresent(s -> workspace.perform(s.fail(!s.failed())));
  }

  private void chooseReplacement() {
    subject.ifPresent(s -> {
      ContextMenu menu = new ContextMenu();
      for (String id : s.alternatives()) {
        MenuItem item = new MenuItem(Names.of(workspace).of(id));
        item.setOnAction(_ -> workspace.perform(s.replace(id)));
        menu.getItems().add(item);
      }
      if (menu.getItems().isEmpty()) {
        MenuItem none = new MenuItem(messages.say("panel.replace.none"));
        none.setDisable(true);
        menu.getItems().add(none);
      }
      menu.show(replace, Side.BOTTOM, 0, 4);
    });
  }
}
