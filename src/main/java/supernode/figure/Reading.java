package supernode.figure;

import java.util.ArrayList;
import java.util.List;
import supernode.quantity.Dimension;
import supernode.quantity.QuantityFormat;
import supernode.quantity.Text;
import supernode.quantity.Unit;

/**
 * What an overlay shows: values between two ends on a scale.
 *
 * @param low value of the scale's first colour, SI
 * @param high value of its last colour, SI
 */
public record Reading(Text title, Scale scale, Dimension dimension, double low, double high) {
  private static final int STEPS = 48;

  public Ink ink(double valueSi) {
    return new Ink.Measured(scale, fraction(valueSi));
  }

  /** Place on the scale, 0 to 1. */
  public double fraction(double valueSi) {
    return high > low ? Math.clamp((valueSi - low) / (high - low), 0, 1) : 0;
  }

  /**
   * The legend: title with unit, colours, values at ends and between.
   *
   * @param words the title in the reader's language
   * @param box where it goes; its height sets the size of its type
   */
  public List<Shape> legend(String words, Box box) {
    List<Shape> shapes = new ArrayList<>();
    double size = box.height() * 0.36;
    Unit unit = QuantityFormat.unitFor(Math.max(Math.abs(low), Math.abs(high)), dimension);
    String title = unit.symbol().isEmpty() ? words : words + ", " + unit.symbol();
    shapes.add(label(title, box.x(), box.y() + size, Shape.Anchor.START, size, ColorRole.TEXT));
    double barX = box.x() + Math.min(box.width() * 0.5, TextWidth.of(title, size, medium()) + size);
    Box bar = Box.between(barX, box.y(), box.right(), box.y() + box.height() * 0.42);
    for (int i = 0; i < STEPS; i++) {
      Ink ink = new Ink.Measured(scale, (i + 0.5) / STEPS);
      // A little overlap, so that no ground shines through between the steps.
      double to = Math.min(1, (i + 1.2) / STEPS);
      Box step = bar.part((double) i / STEPS, 0, to, 1);
      shapes.add(new Shape.Rect(step, 0, Style.fill(ink), "", Detail.ALWAYS));
    }
    for (int i = 0; i <= 2; i++) {
      String number = QuantityFormat.number((low + (high - low) * i / 2) / unit.perUnit());
      Shape.Anchor anchor = Shape.Anchor.values()[i];
      double x = bar.x() + bar.width() * i / 2;
      shapes.add(label(number, x, box.bottom(), anchor, size * 0.9, ColorRole.SECONDARY));
    }
    return shapes;
  }

  private static Shape.Weight medium() {
    return Shape.Weight.MEDIUM;
  }

  private static Shape label(
      String text, double x, double y, Shape.Anchor anchor, double size, ColorRole role) {
    return new Shape.Label(
        text,
        x,
        y,
        anchor,
        size,
        medium(),
        Double.POSITIVE_INFINITY,
        Ink.of(role),
        "",
        Detail.ALWAYS);
  }
}
