package supernode.ui.panel;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import supernode.catalog.Part;
import supernode.catalog.PartKind;
import supernode.design.Assembly;
import supernode.design.InstancePath;
import supernode.design.Placement;
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

  /**
   * The chip of a package, which people mean when they select the package; else the path itself.
   */
  static InstancePath chip(Workspace workspace, InstancePath path) {
    Optional<Assembly> inside =
        inside(workspace, path).filter(a -> a.level() == Assembly.Level.PACKAGE);
    for (Map.Entry<String, Placement> e :
        inside.map(Assembly::placements).orElse(Map.of()).entrySet()) {
      Optional<Part> part = workspace.library().part(e.getValue().of());
      if (e.getValue().count() == 1 && part.filter(p -> isChip(p.kind())).isPresent()) {
        return path.child(e.getKey(), 0);
      }
    }
    return path;
  }

  private static boolean isChip(PartKind kind) {
    return kind == PartKind.ACCELERATOR || kind == PartKind.CPU || kind == PartKind.SWITCH;
  }

  private static Optional<Assembly> inside(Workspace workspace, InstancePath path) {
    return workspace
        .places()
        .find(path)
        .flatMap(Places.Found::inner)
        .map(workspace.design().assemblies()::get);
  }
}
