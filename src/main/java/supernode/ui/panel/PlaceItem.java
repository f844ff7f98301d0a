package supernode.ui.panel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javafx.collections.ObservableList;
import javafx.scene.control.TreeItem;

/** A line of the structure tree that finds the lines under it when it is opened. */
final class PlaceItem extends TreeItem<PlaceNode> {
  private final Supplier<Structure> structure;
  private boolean loaded;

  PlaceItem(PlaceNode node, Supplier<Structure> structure) {
    super(node);
    this.structure = structure;
  }

  @Override
  public boolean isLeaf() {
    return structure.get().isLeaf(getValue());
  }

  @Override
  public ObservableList<TreeItem<PlaceNode>> getChildren() {
    if (!loaded) {
      loaded = true;
      List<PlaceItem> items = new ArrayList<>();
      for (PlaceNode node : structure.get().children(getValue())) {
        items.add(new PlaceItem(node, structure));
      }
      super.getChildren().setAll(items);
    }
    return super.getChildren();
  }

  /** Follows a changed design and keeps the lines that are still there as they are. */
  void refresh() {
    if (!loaded) {
      // Open while there was nothing under it, so nobody will ask again.
      if (isExpanded()) {
        getChildren();
      }
      return;
    }
    Map<String, TreeItem<PlaceNode>> old = new HashMap<>();
    super.getChildren().forEach(item -> old.put(key(item.getValue()), item));
    List<TreeItem<PlaceNode>> next = new ArrayList<>();
    for (PlaceNode node : structure.get().children(getValue())) {
      TreeItem<PlaceNode> kept = old.get(key(node));
      if (kept == null) {
        next.add(new PlaceItem(node, structure));
      } else {
        kept.setValue(node);
        next.add(kept);
      }
    }
    if (!next.equals(super.getChildren())) {
      super.getChildren().setAll(next);
    }
    for (TreeItem<PlaceNode> item : next) {
      ((PlaceItem) item).refresh();
    }
  }

  /** The line of a node below this one, opened on the way. */
  PlaceItem open(List<PlaceNode> trail) {
    PlaceItem at = this;
    for (PlaceNode node : trail.subList(1, trail.size())) {
      at.setExpanded(true);
      for (TreeItem<PlaceNode> child : at.getChildren()) {
        if (child.getValue().equals(node)) {
          at = (PlaceItem) child;
          break;
        }
      }
    }
    return at;
  }

  // A changed count keeps the line of its placement open.
  private static String key(PlaceNode node) {
    return switch (node) {
      case PlaceNode.One(var path) -> path.toString();
      case PlaceNode.Some some ->
          some.parent() + "/" + some.placement() + (some.whole() ? "" : "/" + some.first());
    };
  }
}
