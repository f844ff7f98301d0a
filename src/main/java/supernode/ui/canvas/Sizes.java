package supernode.ui.canvas;

import supernode.catalog.Part;
import supernode.catalog.PartKind;
import supernode.design.Arrangement;
import supernode.design.Placement;
import supernode.figure.Box;
import supernode.figure.drawing.Layout;
import supernode.figure.drawing.RackGrid;

/** How large new things are drawn. */
final class Sizes {
  private Sizes() {}

  /** A cell for one of a part or assembly, at a place. */
  static Arrangement.Grid grid(Layout layout, String of, double x, double y) {
    Box size = size(layout, of);
    return new Arrangement.Grid(
        x, y, size.width(), size.height(), 1, 0.15 * Math.min(size.width(), size.height()));
  }

  /** Drawings of assemblies have their size already; parts take that of their kind. */
  private static Box size(Layout layout, String of) {
    if (layout.design().assemblies().containsKey(of)) {
      return layout.drawing(of);
    }
    return layout.library().part(of).map(Part::kind).map(Sizes::size).orElse(new Box(0, 0, 40, 30));
  }

  // About millimetres; what stands in a rack's height is as wide as a slot.
  private static Box size(PartKind kind) {
    return switch (kind) {
      case ACCELERATOR -> new Box(0, 0, 66, 26);
      case CPU -> new Box(0, 0, 40, 26);
      case SWITCH, OPTICAL_CIRCUIT_SWITCH -> new Box(0, 0, 110, 26);
      case HBM_STACK -> new Box(0, 0, 13, 11);
      case NIC, TRANSCEIVER, QUICK_DISCONNECT, VALVE, FILTER -> new Box(0, 0, 20, 10);
      case COLD_PLATE -> new Box(0, 0, 66, 12);
      case HEAT_SINK -> new Box(0, 0, 66, 40);
      case AIR_DUCT -> new Box(0, 0, 110, 40);
      case MEMORY_POOL, POWER_SHELF, ENCLOSURE, IMMERSION_TANK ->
          new Box(0, 0, RackGrid.SLOT_WIDTH, RackGrid.UNIT);
      case MANIFOLD -> new Box(0, 0, 18, 300);
      case PUMP, FAN, EXPANSION_VESSEL -> new Box(0, 0, 60, 60);
      case POWER_CONVERTER -> new Box(0, 0, 26, 18);
      case CDU, AIR_HANDLER, HEAT_EXCHANGER, DRY_COOLER, COOLING_TOWER, CHILLER ->
          new Box(0, 0, 320, 180);
    };
  }

  /** As large as a sibling of the same thing, or as usual. */
  static Arrangement.Grid like(Layout layout, String assembly, String of, double x, double y) {
    for (Placement p : layout.design().assemblies().get(assembly).placements().values()) {
      if (p.of().equals(of) && p.arrangement() instanceof Arrangement.Grid g) {
        return new Arrangement.Grid(x, y, g.width(), g.height(), 1, g.gap());
      }
    }
    return grid(layout, of, x, y);
  }
}
