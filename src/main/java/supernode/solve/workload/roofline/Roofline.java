package supernode.solve.workload.roofline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import supernode.solve.workload.machine.Chip;
import supernode.solve.workload.machine.Efficiency;
import supernode.solve.workload.machine.Fleet;

/**
 * Operators of a pass under the roofs of a machine: peaks and rates as drawn, nothing taken off;
 * beside them what calibrated kernels reach. What is on the chip has no roof: its bandwidth is not
 * public for most chips.
 *
 * @param roofs what moves data, nearest first; FLOP/s of the chip is with each point
 */
public record Roofline(List<Roof> roofs, List<Point> points) {
  /** Where data comes from. */
  public record Roof(String key, double bytesPerS) {}

  /**
   * An operator under the roofs.
   *
   * @param peakFlopsPerS of the units that it runs on, at its width
   * @param seconds that each roof alone would take, the peak as "compute"
   * @param limit the roof that takes longest
   * @param kernelSeconds with what kernels of its size reach, calibrated
   */
  public record Point(
      Operator operator,
      double peakFlopsPerS,
      Map<String, Double> seconds,
      String limit,
      double kernelSeconds) {
    public Point {
      seconds = Map.copyOf(seconds);
    }

    /** FLOP per byte of the chip's memory. */
    public double intensity() {
      return operator.flops() / operator.memoryBytes();
    }

    public double attainableFlopsPerS() {
      return operator.flops() / seconds.get(limit);
    }

    /** With calibrated kernels; what is sent as drawn. */
    public double calibratedFlopsPerS() {
      double sent =
          Math.max(seconds.getOrDefault("scaleUp", 0.0), seconds.getOrDefault("scaleOut", 0.0));
      return operator.flops() / Math.max(kernelSeconds, sent);
    }
  }

  public Roofline {
    roofs = List.copyOf(roofs);
    points = List.copyOf(points);
  }

  /**
   * Points of a pass.
   *
   * @param poolBytesPerS of a chip to a memory pool; 0 where there is none
   */
  public static Roofline of(Fleet fleet, double poolBytesPerS, List<Operator> operators) {
    List<Roof> roofs = new ArrayList<>();
    roofs.add(new Roof("hbm", fleet.chip().memoryBytesPerS()));
    if (poolBytesPerS > 0) {
      roofs.add(new Roof("pool", poolBytesPerS));
    }
    if (fleet.domainSize() > 1) {
      roofs.add(new Roof("scaleUp", fleet.scaleUp().bytesPerS()));
    }
    if (fleet.count() > fleet.domainSize()) {
      roofs.add(new Roof("scaleOut", fleet.scaleOut().bytesPerS()));
    }
    return new Roofline(roofs, operators.stream().map(o -> point(fleet, o)).toList());
  }

  private static Point point(Fleet fleet, Operator o) {
    Chip chip = fleet.chip();
    double peak =
        o.elementBytes() > 0 ? chip.matrixFlopsPerS(o.elementBytes()) : chip.vectorFlopsPerS();
    Map<String, Double> seconds = new LinkedHashMap<>();
    seconds.put("compute", o.flops() / peak);
    seconds.put("hbm", o.memoryBytes() / chip.memoryBytesPerS());
    if (o.scaleUpBytes() > 0) {
      seconds.put("scaleUp", o.scaleUpBytes() / fleet.scaleUp().bytesPerS());
    }
    if (o.scaleOutBytes() > 0) {
      seconds.put("scaleOut", o.scaleOutBytes() / fleet.scaleOut().bytesPerS());
    }
    String limit =
        seconds.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
    return new Point(o, peak, seconds, limit, kernelSeconds(chip, o));
  }

  private static double kernelSeconds(Chip chip, Operator o) {
    double flops = o.flops() / o.kernels();
    double bytes = o.memoryBytes() / o.kernels();
    double each =
        o.sequence() > 0
            ? Efficiency.CALIBRATED.attentionSeconds(
                chip, flops, o.elementBytes(), o.sequence(), bytes)
            : o.elementBytes() > 0
                ? Efficiency.CALIBRATED.seconds(chip, flops, o.elementBytes(), 0, bytes)
                : Efficiency.CALIBRATED.seconds(chip, 0, 2, flops, bytes);
    return o.kernels() * each;
  }
}
