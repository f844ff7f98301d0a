package supernode.ui.panel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import supernode.design.Assembly;
import supernode.design.InstancePath;
import supernode.design.Places;
import supernode.quantity.Messages;
import supernode.quantity.QuantityFormat;
import supernode.ui.Selection;
import supernode.ui.Workspace;

/** What stands inside a selected assembly; each line leads there. */
final class ContentsSection extends Section {
  private final Workspace workspace;

  ContentsSection(Workspace workspace, Messages messages) {
    super(messages.say("panel.contents.title"));
    this.workspace = workspace;
  }

  /** Returns whether an assembly stands at the path. */
  boolean show(InstancePath path) {
    Optional<Assembly> inside = inside(workspace, path);
    if (inside.isEmpty()) {
      return false;
    }
    List<Node> rows = new ArrayList<>();
    rows.add(getChildren().getFirst());
    Names names = Names.of(workspace);
    inside
        .get()
        .placements()
        .forEach((key, p) -> {
          PlaceNode.Some all = new PlaceNode.Some(path, key, 0, p.count(), true);
          HBox row =
              new HBox(
                  Rows.link(
                      names.of(p.of()),
                      "place-link",
                      () -> workspace.select(Selection.of(Structure.places(all)))),
                  Rows.spring(),
                  Rows.label(
                      p.count() == 1 ? "" : "× " + QuantityFormat.number(p.count()),
                      "place-count"));
          row.setAlignment(Pos.CENTER_LEFT);
          rows.add(row);
        });
    getChildren().setAll(rows);
    return true;
  }

  private static Optional<Assembly> inside(Workspace workspace, InstancePath path) {
    return workspace
        .places()
        .find(path)
        .flatMap(Places.Found::inner)
        .map(workspace.design().assemblies()::get);
  }
}
