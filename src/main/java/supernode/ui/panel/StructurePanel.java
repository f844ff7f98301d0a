package supernode.ui.panel;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import supernode.design.InstancePath;
import supernode.design.Scenario;
import supernode.quantity.Messages;
import supernode.ui.Lifetime;
import supernode.ui.Selection;
import supernode.ui.Workspace;

/**
 * The whole design as a tree, in step with the selection and with the assembly that is looked at;
 * the way to every part for the keyboard and for screen readers. Enter or a double click enters an
 * assembly, Backspace leaves it.
 */
public final class StructurePanel extends VBox {
  private final Workspace workspace;
  private final TreeView<PlaceNode> tree = new TreeView<>();
  private final PlaceItem root;
  private Structure structure;
  private Badges badges = Badges.NONE;
  private boolean following;

  /**
   * @param menu makes the context menu for what is selected
   */
  public StructurePanel(
      Workspace workspace, Messages messages, Lifetime lifetime, Supplier<ContextMenu> menu) {
    PanelSheet.dress(this);
    this.workspace = workspace;
    getStyleClass().addAll("studio-panel", "structure-panel");
    structure = new Structure(workspace.design());
    root = new PlaceItem(PlaceNode.ROOT, () -> structure);
    root.setExpanded(true);
    Label title = Rows.label(messages.say("panel.structure.title"), "panel-title");
    title.setLabelFor(tree);
    tree.setId("structure-tree");
    tree.setAccessibleText(messages.say("panel.structure.title"));
    tree.setRoot(root);
    tree.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    tree.setCellFactory(_ -> new PlaceCell(workspace, messages, () -> badges));
    tree.getSelectionModel().getSelectedItems().addListener(this::chosen);
    tree.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    // Before the tree sees it: a double click there would open and close the line.
    tree.addEventFilter(
        MouseEvent.MOUSE_PRESSED,
        e -> {
          if (e.getClickCount() == 2 && enterSelected()) {
            e.consume();
          }
        });
    tree.addEventHandler(
        ContextMenuEvent.CONTEXT_MENU_REQUESTED,
        e -> {
          if (!workspace.selection().isEmpty()) {
            menu.get().show(tree, e.getScreenX(), e.getScreenY());
            e.consume();
          }
        });
    setVgrow(tree, Priority.ALWAYS);
    getChildren().addAll(title, tree);
    lifetime.watch(workspace.designProperty(), _ -> follow());
    lifetime.watch(workspace.enteredProperty(), this::entered);
    lifetime.watchAll(this::sign, workspace.scenarioProperty(), workspace.analysisProperty());
    lifetime.watch(workspace.selectionProperty(), _ -> select());
  }

  private void follow() {
    following = true;
    structure = new Structure(workspace.design());
    root.refresh();
    following = false;
    sign();
    select();
  }

  private void sign() {
    Scenario scenario =
        workspace
            .design()
            .scenarios()
            .getOrDefault(workspace.scenarioProperty().get(), Scenario.DEFAULT);
    badges =
        new Badges(
            scenario.faults(), workspace.analysis().map(a -> a.findings()).orElse(List.of()));
    tree.refresh();
  }

  private void chosen(javafx.collections.ListChangeListener.Change<?> change) {
    if (!following) {
      following = true;
      workspace.select(Selection.of(List.copyOf(chosenPlaces())));
      following = false;
    }
  }

  private Set<String> chosenPlaces() {
    Set<String> places = new LinkedHashSet<>();
    for (TreeItem<PlaceNode> item : tree.getSelectionModel().getSelectedItems()) {
      if (item != null) {
        places.addAll(Structure.places(item.getValue()));
      }
    }
    return places;
  }

  private void select() {
    Selection selection = workspace.selection();
    if (following || List.copyOf(chosenPlaces()).equals(selection.places())) {
      return;
    }
    following = true;
    tree.getSelectionModel().clearSelection();
    // Opening a line for each of thousands would bury the tree.
    for (String place : selection.places().stream().limit(Structure.FAN).toList()) {
      tree.getSelectionModel().select(root.open(structure.trail(InstancePath.parse(place))));
    }
    if (!selection.places().isEmpty()) {
      tree.scrollTo(Math.max(0, tree.getSelectionModel().getSelectedIndex() - 2));
    }
    following = false;
  }

  private void entered(InstancePath path) {
    following = true;
    root.open(structure.trail(path)).setExpanded(true);
    following = false;
    tree.refresh();
  }

  private void key(KeyEvent e) {
    if (e.getCode() == KeyCode.ENTER && enterSelected()) {
      e.consume();
    } else if (e.getCode() == KeyCode.BACK_SPACE && !workspace.enteredProperty().get().isRoot()) {
      workspace.enteredProperty().set(workspace.enteredProperty().get().parent());
      e.consume();
    }
  }

  private boolean enterSelected() {
    TreeItem<PlaceNode> item = tree.getSelectionModel().getSelectedItem();
    if (item == null || item.isLeaf() || !(item.getValue() instanceof PlaceNode.One(var path))) {
      return false;
    }
    workspace.enteredProperty().set(path);
    return true;
  }
}
