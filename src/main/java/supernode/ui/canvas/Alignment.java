package supernode.ui.canvas;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import supernode.design.Arrangement;
import supernode.design.InstancePath;
import supernode.design.Placement;
import supernode.design.edit.Edit;
import supernode.figure.Box;

/** Ways to line up placements; what is mounted in slots stays where it is. */
public enum Alignment {
  LEFT,
  CENTRE,
  RIGHT,
  TOP,
  MIDDLE,
  BOTTOM,
  /** Equal gaps from left to right. */
  ACROSS,
  /** Equal gaps from top to bottom. */
  DOWN;

  List<Edit> edits(Board board, Set<InstancePath.Step> steps) {
    Map<String, Box> boxes = new LinkedHashMap<>();
    for (InstancePath.Step s : steps) {
      Placement p = board.assembly().placements().get(s.placement());
      if (p != null && p.arrangement() instanceof Arrangement.Free) {
        boxes.put(s.placement(), board.layout().cells(board.assemblyId(), p));
      }
    }
    List<Edit> edits = new ArrayList<>();
    Map<String, double[]> to = targets(boxes);
    to.forEach((name, by) -> {
      Placement p = board.assembly().placements().get(name);
      if ((by[0] != 0 || by[1] != 0) && p.arrangement() instanceof Arrangement.Free f) {
        edits.add(new Edit.Arrange(board.assemblyId(), name, f.moved(by[0], by[1])));
      }
    });
    return edits;
  }

  private Map<String, double[]> targets(Map<String, Box> boxes) {
    Box all = Box.around(boxes.values());
    return switch (this) {
      case LEFT -> moved(boxes, b -> all.x() - b.x(), _ -> 0);
      case CENTRE -> moved(boxes, b -> all.centerX() - b.centerX(), _ -> 0);
      case RIGHT -> moved(boxes, b -> all.right() - b.right(), _ -> 0);
      case TOP -> moved(boxes, _ -> 0, b -> all.y() - b.y());
      case MIDDLE -> moved(boxes, _ -> 0, b -> all.centerY() - b.centerY());
      case BOTTOM -> moved(boxes, _ -> 0, b -> all.bottom() - b.bottom());
      case ACROSS -> spread(boxes, Box::x, Box::width, all.width(), true);
      case DOWN -> spread(boxes, Box::y, Box::height, all.height(), false);
    };
  }

  private static Map<String, double[]> moved(
      Map<String, Box> boxes, ToDoubleFunction<Box> dx, ToDoubleFunction<Box> dy) {
    Map<String, double[]> to = new LinkedHashMap<>();
    boxes.forEach(
        (name, b) -> to.put(name, new double[] {dx.applyAsDouble(b), dy.applyAsDouble(b)}));
    return to;
  }

  private static Map<String, double[]> spread(
      Map<String, Box> boxes,
      ToDoubleFunction<Box> start,
      ToDoubleFunction<Box> size,
      double room,
      boolean across) {
    Map<String, double[]> to = new LinkedHashMap<>();
    List<Map.Entry<String, Box>> order = new ArrayList<>(boxes.entrySet());
    order.sort(Comparator.comparingDouble(e -> start.applyAsDouble(e.getValue())));
    double filled = order.stream().mapToDouble(e -> size.applyAsDouble(e.getValue())).sum();
    double gap = (room - filled) / Math.max(1, order.size() - 1);
    double at = order.isEmpty() ? 0 : start.applyAsDouble(order.getFirst().getValue());
    for (Map.Entry<String, Box> e : order) {
      double by = at - start.applyAsDouble(e.getValue());
      to.put(e.getKey(), across ? new double[] {by, 0} : new double[] {0, by});
      at += size.applyAsDouble(e.getValue()) + gap;
    }
    return to;
  }
}
