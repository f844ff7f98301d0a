package supernode.figure.chart;

import java.util.OptionalDouble;
import supernode.quantity.Dimension;
import supernode.quantity.Text;

/**
 * One direction of a chart.
 *
 * @param min where it begins, SI; empty to let the data decide
 * @param max where it ends, SI; empty to let the data decide
 */
public record Axis(
    Text label, Dimension dimension, Kind kind, OptionalDouble min, OptionalDouble max) {
  /** How values are spread. */
  public enum Kind {
    LINEAR,
    /** By decades; all values are positive. */
    LOG
  }

  public static Axis linear(Text label, Dimension dimension) {
    return new Axis(label, dimension, Kind.LINEAR, OptionalDouble.empty(), OptionalDouble.empty());
  }

  public static Axis log(Text label, Dimension dimension) {
    return new Axis(label, dimension, Kind.LOG, OptionalDouble.empty(), OptionalDouble.empty());
  }

  public Axis from(double next) {
    return new Axis(label, dimension, kind, OptionalDouble.of(next), max);
  }

  public Axis to(double next) {
    return new Axis(label, dimension, kind, min, OptionalDouble.of(next));
  }
}
