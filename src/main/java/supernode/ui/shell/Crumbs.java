package supernode.ui.shell;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import supernode.design.InstancePath;
import supernode.design.Placement;
import supernode.design.Places;
import supernode.ui.Lifetime;
import supernode.ui.Workspace;

/** Where the view is: the assemblies from the root inwards; each takes the view back to it. */
final class Crumbs extends HBox {
  private final Workspace workspace;

  Crumbs(Workspace workspace, Lifetime lifetime) {
    this.workspace = workspace;
    setId("crumbs");
    getStyleClass().add("crumbs");
    setAlignment(Pos.CENTER_LEFT);
    lifetime.watchAll(this::show, workspace.enteredProperty(), workspace.designProperty());
  }

  private void show() {
    List<Node> nodes = new ArrayList<>();
    InstancePath entered = workspace.enteredProperty().get();
    for (int depth = 0; depth <= entered.steps().size(); depth++) {
      InstancePath at = new InstancePath(entered.steps().subList(0, depth));
      boolean last = depth == entered.steps().size();
      if (depth > 0) {
        Label arrow = new Label("›");
        arrow.getStyleClass().add("faint");
        nodes.add(arrow);
      }
      nodes.add(last ? here(at) : link(at));
    }
    getChildren().setAll(nodes);
  }

  private Node here(InstancePath at) {
    Label label = new Label(name(at));
    label.getStyleClass().add("here");
    return label;
  }

  private Node link(InstancePath at) {
    Hyperlink link = new Hyperlink(name(at));
    link.setOnAction(_ -> workspace.enteredProperty().set(at));
    return link;
  }

  /** The assembly with the number of its instance as paths write it: "Compute tray [3]". */
  private String name(InstancePath at) {
    String assembly =
        workspace.places().find(at).flatMap(Places.Found::inner).orElse(workspace.design().root());
    String name = workspace.design().assemblies().get(assembly).name();
    int count =
        workspace
            .places()
            .find(at)
            .flatMap(Places.Found::placement)
            .map(Placement::count)
            .orElse(1);
    return count > 1 ? name + " [" + at.last().index() + "]" : name;
  }
}
