package supernode.ui.canvas;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import supernode.catalog.Property;
import supernode.design.Arrangement;
import supernode.design.Assembly;
import supernode.design.Placement;
import supernode.design.edit.Edit;
import supernode.figure.Box;
import supernode.figure.drawing.Layout;
import supernode.figure.drawing.RackGrid;
import supernode.quantity.Text;

/**
 * A new thing in an assembly: where it would stand, and the edit that puts it there.
 *
 * @param ghost where it is seen while it is carried, in the drawing of the assembly
 * @param refusal why it cannot stand there
 */
record Placing(Edit.AddPlacement edit, Box ghost, Optional<Text> refusal) {
  /**
   * About a point of the assembly's drawing.
   *
   * @param scale pixels per drawing unit; for snapping
   */
  static Placing at(
      Layout layout,
      String assembly,
      PaletteItem item,
      double x,
      double y,
      double scale,
      boolean free) {
    Optional<RackSlots> slots = RackSlots.of(layout, assembly, Set.of());
    if (slots.isPresent() && isMounted(layout, item.of()) && overSlots(x)) {
      return mounted(layout, assembly, item, slots.get(), y);
    }
    Arrangement.Grid g = Sizes.like(layout, assembly, item.of(), 0, 0);
    double step = free ? 0 : Snap.step(scale);
    double left = snapped(x - g.width() / 2, step);
    double top = snapped(y - g.height() / 2, step);
    Arrangement.Grid at =
        new Arrangement.Grid(left, top, g.width(), g.height(), g.columns(), g.gap());
    return placing(layout, assembly, item, at, Optional.empty());
  }

  private static double snapped(double value, double step) {
    return step > 0 ? Math.rint(value / step) * step : value;
  }

  /** Where there is room: the lowest free slot beside its like, or right of all that is there. */
  static Placing anywhere(Layout layout, String assembly, PaletteItem item) {
    Optional<RackSlots> slots = RackSlots.of(layout, assembly, Set.of());
    if (slots.isPresent() && isMounted(layout, item.of())) {
      Box near = layout.cells(assembly, like(layout, assembly, item.of()));
      return mounted(layout, assembly, item, slots.get(), near.y());
    }
    Box frame = layout.drawing(assembly);
    Assembly a = layout.design().assemblies().get(assembly);
    Arrangement.Grid g = Sizes.like(layout, assembly, item.of(), 0, 0);
    double x = a.placements().isEmpty() ? 0 : frame.right() + 0.2 * g.width();
    double y = a.placements().isEmpty() ? 0 : frame.y();
    return placing(
        layout,
        assembly,
        item,
        new Arrangement.Grid(x, y, g.width(), g.height(), g.columns(), g.gap()),
        Optional.empty());
  }

  private static Placement like(Layout layout, String assembly, String of) {
    return layout.design().assemblies().get(assembly).placements().values().stream()
        .filter(p -> p.of().equals(of) && p.arrangement() instanceof Arrangement.Slots)
        .findFirst()
        .orElse(new Placement(of, 1, new Arrangement.Slots(List.of(1)), Map.of()));
  }

  private static boolean overSlots(double x) {
    return x >= 0 && x <= RackGrid.WIDTH;
  }

  private static Placing mounted(
      Layout layout, String assembly, PaletteItem item, RackSlots slots, double y) {
    int heightU = layout.heightU(item.of());
    int wanted = slots.rack().slotAt(y) - heightU / 2;
    OptionalInt free = slots.nearest(wanted, heightU);
    int u = free.orElse(wanted);
    Optional<Text> refusal =
        free.isPresent()
            ? Optional.empty()
            : Optional.of(Text.of("canvas.noSlots", 1, item.label()));
    return placing(layout, assembly, item, new Arrangement.Slots(List.of(u)), refusal);
  }

  private static Placing placing(
      Layout layout, String assembly, PaletteItem item, Arrangement at, Optional<Text> refusal) {
    Assembly a = layout.design().assemblies().get(assembly);
    Placement placement = new Placement(item.of(), 1, at, Map.of());
    String wish =
        a.placements().entrySet().stream()
            .filter(e -> e.getValue().of().equals(item.of()))
            .map(Map.Entry::getKey)
            .findFirst()
            .orElse(item.of());
    String name = Snippet.freeName(a.placements().keySet(), wish);
    return new Placing(
        new Edit.AddPlacement(assembly, name, placement),
        ghost(layout, assembly, placement),
        refusal);
  }

  private static Box ghost(Layout layout, String assembly, Placement placement) {
    if (placement.arrangement() instanceof Arrangement.Slots(List<Integer> bottoms)) {
      RackGrid rack = layout.rack(assembly).orElseThrow();
      return rack.grown(bottoms.getFirst(), layout.heightU(placement.of()));
    }
    return layout.cell(assembly, placement, 0);
  }

  /** Whether a thing says that it takes rack units. */
  static boolean isMounted(Layout layout, String of) {
    Assembly a = layout.design().assemblies().get(of);
    return a != null
        ? a.heightU() > 0
        : layout.library().part(of).map(p -> p.values().get(Property.HEIGHT_U, 0)).orElse(0.0) > 0;
  }
}
