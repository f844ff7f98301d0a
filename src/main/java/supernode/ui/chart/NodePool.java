package supernode.ui.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Group;
import javafx.scene.Node;

/** Nodes that are used again from one picture to the next; those left over are hidden. */
final class NodePool<T extends Node> {
  private final Group group;
  private final Supplier<T> maker;
  private final List<T> nodes = new ArrayList<>();
  private int used;

  /**
   * @param group holds the nodes
   */
  NodePool(Group group, Supplier<T> maker) {
    this.group = group;
    this.maker = maker;
  }

  void begin() {
    used = 0;
  }

  T next() {
    if (used == nodes.size()) {
      T made = maker.get();
      nodes.add(made);
      group.getChildren().add(made);
    }
    T node = nodes.get(used++);
    node.setVisible(true);
    return node;
  }

  void end() {
    nodes.subList(used, nodes.size()).forEach(n -> n.setVisible(false));
  }

  List<T> shown() {
    return nodes.subList(0, used);
  }
}
