package supernode.analysis.score;

import supernode.catalog.Confidence;
import supernode.catalog.Sourced;

/** What makes 50 points: a rack of NVIDIA GB200 NVL72 where one is published. */
final class References {
  private static final String NVL72 = "NVIDIA GB200 NVL72 data sheet";

  static final Sourced FLOPS_PER_RACK =
      new Sourced(
          180e15, Confidence.MEMORY, NVL72, "360 PFLOPS FP16 with sparsity, half of it dense");
  static final Sourced MEMORY_PER_RACK =
      new Sourced(13.4e12, Confidence.MEMORY, NVL72, "HBM3e of 72 GPUs");
  static final Sourced POWER_PER_RACK =
      new Sourced(120e3, Confidence.MEMORY, "NVIDIA GB200 NVL72, press and OCP 2024", "of a rack");
  static final Sourced BYTES_PER_FLOP =
      new Sourced(
          900e9 * 72 / 180e15,
          Confidence.ESTIMATE,
          NVL72,
          "900 GB/s one way per GPU over its dense FP16");
  static final Sourced LATENCY =
      new Sourced(
          1e-6, Confidence.ASSUMPTION, "no published figure is comparable", "a round microsecond");
  static final Sourced FLOPS_PER_WATT =
      new Sourced(180e15 / 120e3, Confidence.ESTIMATE, NVL72, "dense FP16 over the rack's power");
  static final Sourced LINKS_TO_PART =
      new Sourced(18, Confidence.MEMORY, NVL72, "one link to each of 18 switches");
  static final Sourced THERMAL_MARGIN =
      new Sourced(20, Confidence.ASSUMPTION, "no published rule", "kelvin below the limit");

  static final Sourced KINDS =
      new Sourced(2, Confidence.MEMORY, NVL72, "GPU and CPU on one coherent fabric");

  private References() {}
}
