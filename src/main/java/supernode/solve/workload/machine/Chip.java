package supernode.solve.workload.machine;

import supernode.quantity.Text;
import supernode.solve.Outcome;

/**
 * An accelerator. Rates are dense peaks; 0 where a precision is not public.
 *
 * @param clockShare what cooling leaves of the clock, 1 without throttling
 * @param powerW board power; 0 where not public
 * @param powerGuessed whether that power is a guess: energy is told from it, but not how much of
 *     its peak a chip sustains
 */
public record Chip(
    String name,
    double fp16FlopsPerS,
    double fp8FlopsPerS,
    double fp4FlopsPerS,
    double memoryBytes,
    double memoryBytesPerS,
    double powerW,
    double clockShare,
    boolean powerGuessed) {
  /**
   * Vector units in 16 bit: 78 TFLOP/s of an A100, a quarter of its matrix rate; 120 of an H100
   * (Calculon systems/a100_80g.json, h100_80g_nvl8.json). Later chips grew their matrix units.
   */
  private static final double VECTOR_SHARE = 0.25;

  private static final double VECTOR_MOST = 120e12;

  /** A chip whose power is known, or is not told. */
  public Chip(
      String name,
      double fp16FlopsPerS,
      double fp8FlopsPerS,
      double fp4FlopsPerS,
      double memoryBytes,
      double memoryBytesPerS,
      double powerW,
      double clockShare) {
    this(
        name,
        fp16FlopsPerS,
        fp8FlopsPerS,
        fp4FlopsPerS,
        memoryBytes,
        memoryBytesPerS,
        powerW,
        clockShare,
        false);
  }

  /** Says what a chip lacks that any model needs. */
  public Outcome<Chip> complete() {
    String missing =
        !(fp16FlopsPerS > 0)
            ? "fp16DenseTflops"
            : !(memoryBytes > 0)
                ? "memoryGB"
                : !(memoryBytesPerS > 0) ? "memoryBandwidthGBps" : null;
    return missing == null
        ? Outcome.solved(this)
        : new Outcome.NotApplicable<>(Text.of("workload.chipMissing", name, missing));
  }

  /**
   * Peak of matrix units for elements of so many bytes; where that precision is not public the next
   * wider one.
   */
  public double matrixFlopsPerS(double bytes) {
    double peak = fp16FlopsPerS;
    if (bytes <= 1 && fp8FlopsPerS > 0) {
      peak = fp8FlopsPerS;
    }
    if (bytes <= 0.5 && fp4FlopsPerS > 0) {
      peak = fp4FlopsPerS;
    }
    return peak * clockShare;
  }

  public double vectorFlopsPerS() {
    return Math.min(fp16FlopsPerS * VECTOR_SHARE, VECTOR_MOST) * clockShare;
  }

  public Chip withMemory(double bytes, double bytesPerS) {
    return new Chip(
        name,
        fp16FlopsPerS,
        fp8FlopsPerS,
        fp4FlopsPerS,
        bytes,
        bytesPerS,
        powerW,
        clockShare,
        powerGuessed);
  }

  public Chip throttledTo(double share) {
    return new Chip(
        name,
        fp16FlopsPerS,
        fp8FlopsPerS,
        fp4FlopsPerS,
        memoryBytes,
        memoryBytesPerS,
        powerW,
        share,
        powerGuessed);
  }
}
