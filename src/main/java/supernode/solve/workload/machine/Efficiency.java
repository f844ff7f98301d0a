package supernode.solve.workload.machine;

import java.util.List;
import supernode.catalog.Confidence;
import supernode.catalog.Sourced;

/**
 * What share of its peaks a chip reaches, by the size of an operation.
 *
 * @param matrix by FLOP of one multiplication
 * @param vector by FLOP of what works element by element
 * @param memory by bytes that an operation moves
 * @param attention of the 16-bit peak that fused attention reaches, by tokens of a sequence
 * @param gaps time of all kernels with the gaps between them, over that of the kernels alone
 * @param overlapped whether moving and computing overlap (roofline) or add up
 */
public record Efficiency(
    List<Step> matrix,
    List<Step> vector,
    List<Step> memory,
    List<Step> attention,
    Sourced gaps,
    boolean overlapped,
    Sourced origin) {
  public Efficiency {
    matrix = List.copyOf(matrix);
    vector = List.copyOf(vector);
    memory = List.copyOf(memory);
    attention = List.copyOf(attention);
  }

  /** FLOP/s per watt up to which a chip can hold its clock: an A100, 312 TFLOP/s of 400 W. */
  private static final double HELD_FLOPS_PER_W = 0.78e12;

  /** FLOP/s per watt of a GB200's chip, 2,500 TFLOP/s of 1,200 W. */
  private static final double CAPPED_FLOPS_PER_W = 2.083e12;

  /** Of an H100, 989 TFLOP/s of 700 W; assumed where a chip's power is not public or a guess. */
  private static final double H100_FLOPS_PER_W = 1.413e12;

  /** What multiplications of random numbers sustain of the peak, by power density. */
  public static final Sourced SUSTAINED =
      new Sourced(
          2744.0 / 4856,
          Confidence.ASSUMPTION,
          "Azure blog, FP8 on GB200: 2,744 of 4,856 TFLOP/s with random data",
          "an A100 loses nothing; by 16-bit peak over board power, in a straight line");

  /** What the power cap leaves of the matrix peak. */
  private double sustained(Chip chip) {
    if (overlapped) {
      return 1;
    }
    boolean known = chip.powerW() > 0 && !chip.powerGuessed();
    double density = known ? chip.fp16FlopsPerS() / chip.powerW() : H100_FLOPS_PER_W;
    double along = (density - HELD_FLOPS_PER_W) / (CAPPED_FLOPS_PER_W - HELD_FLOPS_PER_W);
    return 1 - (1 - SUSTAINED.value()) * Math.clamp(along, 0, 1);
  }

  /** From a size on, a share. */
  public record Step(double from, double share) {}

  /** What fused attention reaches of the 16-bit peak; sizes in {@link #FUSED_ATTENTION}. */
  public static final Sourced ATTENTION =
      new Sourced(
          0.621,
          Confidence.SEEN,
          "pytorch/benchmark, pull request 2391: FlashAttention-3 on an H100",
          "forward, head dimension 128: 430 TFLOP/s with 512 tokens, 614 with 8,192, 621 with"
              + " 16,384. Taken for the backward pass and other chips too: FlashAttention-2 reaches"
              + " 50 to 73 % of an A100 (its paper). Power caps are in what was measured");

  /** Of the rate of forward kernels, what backward ones reach. */
  public static final Sourced ATTENTION_BACKWARD =
      new Sourced(
          0.63 / 0.73,
          Confidence.MEMORY,
          "Dao 2023 (arXiv 2307.08691), FlashAttention-2 on an A100",
          "up to 73 % of the peak forward and 63 % backward; taken for other chips too");

  /** Of the chip's units, what moves data inside a domain of high bandwidth. */
  public static final Sourced BUSY_INSIDE =
      new Sourced(
          0.15,
          Confidence.SEEN,
          "Calculon systems/a100_80g.json, h100_80g_nvl8.json: processor_usage",
          "as much as the 20 of 132 multiprocessors that DeepSeek-V3 gives to the exchange of"
              + " experts (its report). Taken for chips of all makers");

  /** Of the chip's units, what moves data between domains. */
  public static final Sourced BUSY_BETWEEN =
      new Sourced(
          0.02,
          Confidence.SEEN,
          "Calculon systems/a100_80g.json, h100_80g_nvl8.json: processor_usage",
          "network adapters read and write by themselves");

  private static final List<Step> FUSED_ATTENTION =
      List.of(
          new Step(16384, 0.628),
          new Step(8192, 0.621),
          new Step(4096, 0.597),
          new Step(2048, 0.572),
          new Step(1024, 0.523),
          new Step(0, 0.435));

  /** Peaks, always: nobody is faster. */
  public static final Efficiency BOUND =
      new Efficiency(
          List.of(new Step(0, 1)),
          List.of(new Step(0, 1)),
          List.of(new Step(0, 1)),
          List.of(new Step(0, 1)),
          new Sourced(1, Confidence.ESTIMATE, "bound", "kernels follow each other at once"),
          true,
          new Sourced(1, Confidence.ESTIMATE, "bound", "nothing is taken off"));

  /** One set of constants, published for A100 and H100, used as it stands for every chip. */
  public static final Efficiency CALIBRATED =
      new Efficiency(
          List.of(new Step(128e9, 0.95), new Step(16e9, 0.9), new Step(1e9, 0.6), new Step(0, 0.1)),
          List.of(new Step(16e9, 0.95), new Step(1e9, 0.5), new Step(0, 0.1)),
          List.of(new Step(100e6, 0.9), new Step(10e6, 0.75), new Step(1e6, 0.6), new Step(0, 0.3)),
          FUSED_ATTENTION,
          new Sourced(
              1.05,
              Confidence.ESTIMATE,
              "Korthikanti et al. 2022, Table 5",
              "fitted to one case, 22B with full recomputation (1.42 s); all others are tests"),
          false,
          new Sourced(
              1,
              Confidence.SEEN,
              "Calculon systems/a100_80g.json",
              "of an A100; its h100_80g_nvl8.json has the same. Assumed for other chips. Operations"
                  + " and traffic add up (no_overlap)"));

  /** Of the rate of forward attention, that of the backward pass. */
  public double attentionBackward() {
    return overlapped ? 1 : ATTENTION_BACKWARD.value();
  }

  /**
   * What a second of exchange behind the work takes from the work: units of the chip move the data.
   */
  public double takenBehind(boolean inside) {
    return overlapped ? 0 : (inside ? BUSY_INSIDE : BUSY_BETWEEN).value();
  }

  private static double share(List<Step> steps, double size) {
    for (Step s : steps) {
      if (size >= s.from) {
        return s.share;
      }
    }
    return steps.getLast().share;
  }

  /**
   * Time of one operation.
   *
   * @param matrixFlops of matrix units
   * @param elementBytes width of what is multiplied
   * @param vectorFlops of the others
   */
  public double seconds(
      Chip chip, double matrixFlops, double elementBytes, double vectorFlops, double bytes) {
    double compute =
        matrixFlops > 0
            ? matrixFlops
                / (chip.matrixFlopsPerS(elementBytes)
                    * sustained(chip)
                    * share(matrix, matrixFlops))
            : 0;
    if (vectorFlops > 0) {
      double vectors = vectorFlops / (chip.vectorFlopsPerS() * share(vector, vectorFlops));
      compute = overlapped ? Math.max(compute, vectors) : compute + vectors;
    }
    double move = bytes > 0 ? bytes / (chip.memoryBytesPerS() * share(memory, bytes)) : 0;
    return gaps.value() * (overlapped ? Math.max(compute, move) : compute + move);
  }

  /**
   * Time of fused attention.
   *
   * @param sequence tokens that look at each other
   * @param elementBytes width of what is multiplied
   */
  public double attentionSeconds(
      Chip chip, double flops, double elementBytes, double sequence, double bytes) {
    double compute = flops / (chip.matrixFlopsPerS(elementBytes) * share(attention, sequence));
    double move = bytes > 0 ? bytes / (chip.memoryBytesPerS() * share(memory, bytes)) : 0;
    // One kernel that works while it loads.
    return gaps.value() * Math.max(compute, move);
  }
}
