package supernode.analysis;

import java.util.List;
import java.util.OptionalDouble;
import supernode.quantity.Dimension;
import supernode.quantity.Text;

/**
 * The numbers by which a design is known at a glance.
 *
 * @param lines in the order in which they are read
 */
public record Headlines(List<Line> lines) {
  /**
   * @param id of the result, or of what is counted
   * @param value SI; empty where it is not known or not worked out yet
   */
  public record Line(String id, Text label, Dimension dimension, OptionalDouble value) {}

  public Headlines {
    lines = List.copyOf(lines);
  }

  public static Headlines of(Analysis a) {
    return new Headlines(
        List.of(
            line(a, "totals.accelerators", Text.of("result.accelerators"), Dimension.COUNT),
            new Line("racks", Text.of("result.racks"), Dimension.COUNT, PublishedCheck.racks(a)),
            line(a, "totals.fp16DensePflops", Text.of("result.fp16DensePflops"), Dimension.COMPUTE),
            line(a, "totals.fp8DensePflops", Text.of("result.fp8DensePflops"), Dimension.COMPUTE),
            line(a, "totals.memoryTB", Text.of("result.memoryTB"), Dimension.DATA),
            line(
                a,
                "totals.memoryBandwidthTBps",
                Text.of("result.memoryBandwidthTBps"),
                Dimension.BANDWIDTH),
            line(a, "scaleUp.injectionGBps", Text.of("headline.injection"), Dimension.BANDWIDTH),
            line(
                a,
                "scaleUp.bisectionTBps",
                Text.of("headline.scaleUpBisection"),
                Dimension.BANDWIDTH),
            line(
                a,
                "scaleOut.bisectionTBps",
                Text.of("headline.scaleOutBisection"),
                Dimension.BANDWIDTH),
            line(a, "power.totalKW", Text.of("headline.power"), Dimension.POWER),
            line(
                a,
                "cooling.hottestJunctionC",
                Text.of("result.hottestJunctionC"),
                Dimension.TEMPERATURE),
            line(a, "power.pue", Text.of("result.pue"), Dimension.FACTOR)));
  }

  private static Line line(Analysis a, String id, Text label, Dimension dimension) {
    return new Line(
        id,
        label,
        dimension,
        a.result(id).stream().mapToDouble(r -> r.quantity().value()).findFirst());
  }
}
