package supernode.figure.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import supernode.design.Arrangement;
import supernode.design.Assembly;
import supernode.design.Placement;
import supernode.figure.Box;
import supernode.figure.ColorRole;
import supernode.figure.Detail;
import supernode.figure.Ink;
import supernode.figure.Shape;
import supernode.figure.Style;

/** What encloses the instances of an assembly. */
final class Frames {
  private static final double NUMBER_PX = 6;
  private static final double FREE_PX = 1;
  private static final double MAX_RADIUS = 5;

  /** Right edges of the numbers beside a rack's rows: that of the U, that of the instance. */
  private static final double UNIT_X = 46;

  private static final double INDEX_X = RackGrid.SLOT_X - 16;
  private static final double UNIT_SIZE = 0.4 * RackGrid.UNIT;
  private static final double INDEX_SIZE = 0.54 * RackGrid.UNIT;

  private final Layout layout;
  private final Sheet sheet;

  Frames(Layout layout, Sheet sheet) {
    this.layout = layout;
    this.sheet = sheet;
  }

  List<Shape> shapes() {
    Assembly assembly = layout.design().assemblies().get(sheet.assembly());
    if (layout.rack(sheet.assembly()).isPresent()) {
      return rack(assembly, layout.rack(sheet.assembly()).get());
    }
    Optional<Bath> bath = layout.bath(sheet.assembly());
    if (bath.isPresent()) {
      return bath.get().shapes();
    }
    boolean box =
        assembly.level() == Assembly.Level.TRAY || assembly.level() == Assembly.Level.PACKAGE;
    Box frame = sheet.frame();
    Style style =
        box
            ? Style.fill(ColorRole.PANEL).outlined(ColorRole.HAIRLINE, 1)
            : Style.fill(Ink.NONE).outlined(ColorRole.HAIRLINE, 1);
    return List.of(
        new Shape.Rect(
            frame.inset(box ? 0.025 * frame.least() : 0),
            Math.min(0.06 * frame.least(), MAX_RADIUS),
            style,
            "",
            Detail.ALWAYS));
  }

  private List<Shape> rack(Assembly assembly, RackGrid rack) {
    List<Shape> shapes = new ArrayList<>();
    Style outline = Style.fill(ColorRole.WINDOW).outlined(ColorRole.HAIRLINE, 1);
    shapes.add(new Shape.Rect(rack.outline(), 14, outline, "", Detail.ALWAYS));
    boolean[] taken = new boolean[rack.slotsU() + 1];
    for (Placement p : assembly.placements().values()) {
      if (p.arrangement() instanceof Arrangement.Slots(List<Integer> bottoms)) {
        for (int i = 0; i < Math.min(p.count(), bottoms.size()); i++) {
          mounted(rack, bottoms.get(i), layout.heightU(p.of()), i, taken, shapes);
        }
      }
    }
    free(rack, taken, shapes);
    return shapes;
  }

  /** Strips for the free rows; where they are low, one number tells of all in a run. */
  private static void free(RackGrid rack, boolean[] taken, List<Shape> shapes) {
    Style free = Style.fill(Ink.of(ColorRole.DOTS, 0.55));
    int from = 1;
    for (int u = 1; u <= rack.slotsU(); u++) {
      if (taken[u]) {
        from = u + 1;
        continue;
      }
      Box slot = rack.slot(u, 1);
      Box strip = slot.inset(0, 0.12 * slot.height());
      shapes.add(new Shape.Rect(strip, 2, free, "", Detail.atLeast(strip.height(), FREE_PX)));
      boolean legible = slot.height() > UNIT_SIZE;
      if (legible) {
        shapes.add(number(Integer.toString(u), UNIT_X, slot, UNIT_SIZE, ColorRole.FAINT));
      } else if (u == rack.slotsU() || taken[u + 1]) {
        Box run = rack.slot(from, u - from + 1);
        String words = from == u ? Integer.toString(u) : from + "–" + u;
        double size = Math.min(UNIT_SIZE, run.height());
        shapes.add(number(words, INDEX_X, run, size, ColorRole.FAINT));
      }
    }
  }

  // The U tells where it is screwed in, the index how paths call it.
  private static void mounted(
      RackGrid rack, int bottomU, int heightU, int index, boolean[] taken, List<Shape> shapes) {
    Box slot = rack.slot(bottomU, heightU);
    for (int u = Math.max(1, bottomU); u < bottomU + heightU && u < taken.length; u++) {
      taken[u] = true;
    }
    shapes.add(number(Integer.toString(bottomU), UNIT_X, slot, UNIT_SIZE, ColorRole.FAINT));
    shapes.add(number(Integer.toString(index), INDEX_X, slot, INDEX_SIZE, ColorRole.SECONDARY));
  }

  private static Shape number(String number, double right, Box row, double size, ColorRole role) {
    return new Shape.Label(
        number,
        right,
        row.centerY() + 0.36 * size,
        Shape.Anchor.END,
        size,
        Shape.Weight.REGULAR,
        Double.POSITIVE_INFINITY,
        Ink.of(role),
        "",
        Detail.atLeast(size, NUMBER_PX));
  }
}
