package supernode.figure.drawing;

import java.util.ArrayList;
import java.util.List;
import supernode.design.Assembly;
import supernode.figure.Box;
import supernode.figure.ColorRole;
import supernode.figure.Detail;
import supernode.figure.Ink;
import supernode.figure.Shape;
import supernode.figure.Style;

/** What encloses the instances of an assembly. */
final class Frames {
  private static final double NUMBER_PX = 6;
  private static final double MAX_RADIUS = 10;

  private final Layout layout;
  private final String id;

  Frames(Layout layout, String id) {
    this.layout = layout;
    this.id = id;
  }

  List<Shape> shapes() {
    Assembly assembly = layout.design().assemblies().get(id);
    if (layout.rack(id).isPresent()) {
      return rack(layout.rack(id).get());
    }
    boolean box =
        assembly.level() == Assembly.Level.TRAY || assembly.level() == Assembly.Level.PACKAGE;
    Box frame = layout.drawing(id);
    Style style =
        box
            ? Style.fill(ColorRole.PANEL).outlined(ColorRole.HAIRLINE, 1)
            : Style.fill(Ink.NONE).outlined(ColorRole.HAIRLINE, 1);
    return List.of(
        new Shape.Rect(
            frame.inset(box ? 0.02 * frame.least() : 0),
            Math.min(0.06 * frame.least(), MAX_RADIUS),
            style,
            "",
            Detail.ALWAYS));
  }

  private List<Shape> rack(RackGrid rack) {
    List<Shape> shapes = new ArrayList<>();
    Style outline = Style.fill(ColorRole.WINDOW).outlined(ColorRole.FAINT, 1);
    shapes.add(new Shape.Rect(rack.outline(), 12, outline, "", Detail.ALWAYS));
    Detail near = Detail.atLeast(RackGrid.UNIT, NUMBER_PX);
    Style free = Style.fill(Ink.of(ColorRole.DOTS, 0.5));
    double size = 0.4 * RackGrid.UNIT;
    for (int u = 1; u <= rack.slotsU(); u++) {
      Box slot = rack.slot(u, 1);
      shapes.add(new Shape.Rect(slot.inset(0, 1.5), 2, free, "", near));
      shapes.add(
          new Shape.Label(
              Integer.toString(u),
              slot.x() - 14,
              slot.centerY() + 0.36 * size,
              Shape.Anchor.END,
              size,
              Shape.Weight.REGULAR,
              Double.POSITIVE_INFINITY,
              Ink.of(ColorRole.FAINT),
              "",
              Detail.atLeast(size, NUMBER_PX)));
    }
    return shapes;
  }
}
