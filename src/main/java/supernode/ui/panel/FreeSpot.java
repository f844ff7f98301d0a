package supernode.ui.panel;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import supernode.catalog.Property;
import supernode.design.Arrangement;
import supernode.design.Assembly;
import supernode.design.Placement;
import supernode.design.edit.Edit;
import supernode.ui.canvas.PaletteItem;

/** Where a new thing goes when nobody has pointed at a place. */
final class FreeSpot {
  // Drawing units, about millimetres: the size of a chip package on its board.
  private static final double CELL = 80;
  private static final double GAP = 20;
  // The usual rack of EIA-310; used where the rack has no enclosure part that says otherwise.
  private static final int DEFAULT_SLOTS = 42;

  private FreeSpot() {}

  /** Places one of an item in an assembly, clear of what is there. */
  static Edit.AddPlacement place(Names names, String assembly, PaletteItem item) {
    Assembly inside = names.design().assemblies().get(assembly);
    int height = heightU(names, item.of());
    Arrangement where =
        inside.level() == Assembly.Level.RACK && height > 0
            ? new Arrangement.Slots(List.of(freeSlot(names, inside, height)))
            : beside(inside);
    return new Edit.AddPlacement(
        assembly, freeName(inside, item.of()), new Placement(item.of(), 1, where, Map.of()));
  }

  private static int freeSlot(Names names, Assembly rack, int height) {
    TreeSet<Integer> taken = new TreeSet<>();
    for (Placement p : rack.placements().values()) {
      if (p.arrangement() instanceof Arrangement.Slots(List<Integer> bottoms)) {
        int tall = Math.max(1, heightU(names, p.of()));
        bottoms.forEach(b -> IntStream.range(b, b + tall).forEach(taken::add));
      }
    }
    int slots =
        names
            .library()
            .part(rack.enclosure())
            .map(e -> (int) e.values().get(Property.SLOTS_U, DEFAULT_SLOTS))
            .orElse(DEFAULT_SLOTS);
    // In a full rack it goes on top, where the finding about slots shows it.
    return IntStream.rangeClosed(1, slots - height + 1)
        .filter(u -> IntStream.range(u, u + height).noneMatch(taken::contains))
        .findFirst()
        .orElseGet(() -> taken.isEmpty() ? 1 : taken.last() + 1);
  }

  private static int heightU(Names names, String of) {
    Assembly assembly = names.design().assemblies().get(of);
    if (assembly != null) {
      return assembly.heightU();
    }
    return names
        .library()
        .part(of)
        .map(p -> (int) Math.ceil(p.values().get(Property.HEIGHT_U, 0)))
        .orElse(0);
  }

  private static Arrangement beside(Assembly inside) {
    double right = Double.NEGATIVE_INFINITY;
    double top = Double.POSITIVE_INFINITY;
    for (Placement p : inside.placements().values()) {
      if (p.arrangement() instanceof Arrangement.Grid g) {
        int columns = Math.min(p.count(), Math.max(1, g.columns()));
        right = Math.max(right, g.x() + columns * (g.width() + g.gap()) - g.gap());
        top = Math.min(top, g.y());
      } else if (p.arrangement() instanceof Arrangement.Circle c) {
        right = Math.max(right, c.x() + c.radius() + c.width() / 2);
        top = Math.min(top, c.y() - c.radius() - c.height() / 2);
      }
    }
    boolean empty = Double.isInfinite(right);
    return new Arrangement.Grid(empty ? 0 : right + GAP, empty ? 0 : top, CELL, CELL, 1, GAP);
  }

  private static String freeName(Assembly inside, String of) {
    String base = of.replaceAll("[^A-Za-z0-9_-]", "-");
    String name = base;
    for (int i = 2; inside.placements().containsKey(name); i++) {
      name = base + "-" + i;
    }
    return name;
  }
}
