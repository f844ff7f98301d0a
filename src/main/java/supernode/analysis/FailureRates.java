package supernode.analysis;

import java.util.BitSet;
import java.util.Map;
import java.util.Optional;
import supernode.catalog.Confidence;
import supernode.catalog.PartKind;
import supernode.catalog.Property;
import supernode.catalog.Sourced;
import supernode.design.Fabric;
import supernode.topology.Instance;
import supernode.topology.Link;
import supernode.topology.SystemModel;

/**
 * How often the parts and links of a drawing fail: by the public rate of the part itself, else by
 * what was published of its kind elsewhere, as an estimate; by nothing where neither is public.
 * Counts of Llama 3 are of 16,384 H100 in 2,048 hosts over 54 days.
 */
public final class FailureRates {
  private static final String LLAMA = "Llama 3 paper (glennklockwood component reliability)";

  private static final Map<PartKind, Sourced> KINDS =
      Map.of(
          PartKind.ACCELERATOR,
          estimate(6970, LLAMA, "as an H100: 148 GPU failures / (16,384 x 54 d x 24 h)"),
          PartKind.HBM_STACK,
          estimate(678, LLAMA, "as on an H100: 72 HBM failures / 5 stacks"),
          PartKind.CPU,
          estimate(377, LLAMA, "2 CPU failures / (4,096 x 54 d x 24 h)"),
          PartKind.NIC,
          estimate(330, LLAMA, "7 NIC failures / (16,384 x 54 d x 24 h)"),
          PartKind.POWER_SHELF,
          estimate(1130, LLAMA, "3 power supply failures / (2,048 hosts x 54 d x 24 h)"),
          PartKind.SWITCH,
          estimate(
              2952,
              "Singh et al., Surviving switch failures in cloud datacenters, CCR 2021",
              "2 % of 180,000 switches fail within 3 months, 32 % of that by hardware"),
          PartKind.OPTICAL_CIRCUIT_SWITCH,
          estimate(
              16667,
              "Zu et al., Resiliency at Scale (TPUv4), NSDI 2024 (memory)",
              "0.04 % of the optical circuit switches a day"));

  /** An accelerator whose stacks are not drawn fails with them. */
  private static final Sourced WITH_STACKS =
      estimate(10360, LLAMA, "as an H100: (148 GPU + 72 HBM failures) / (16,384 x 54 d x 24 h)");

  private final BitSet withStacks = new BitSet();

  /**
   * Failures in 1e9 h.
   *
   * @param estimated from its kind; else its own
   */
  public record Rate(Sourced fit, boolean estimated) {}

  public FailureRates(SystemModel model) {
    for (Link l : model.links()) {
      if (l.fabric() == Fabric.MEMORY) {
        note(model, l.a(), l.b());
        note(model, l.b(), l.a());
      }
    }
  }

  private void note(SystemModel model, int chip, int stack) {
    if (model.instances().get(stack).part().kind() == PartKind.HBM_STACK) {
      withStacks.set(chip);
    }
  }

  private static Sourced estimate(double fit, String source, String note) {
    return new Sourced(fit, Confidence.ESTIMATE, source, note);
  }

  public Optional<Rate> of(Instance part) {
    PartKind kind = part.part().kind();
    boolean alone = kind == PartKind.ACCELERATOR && !withStacks.get(part.index());
    return part.values()
        .find(Property.FAILURE_FIT)
        .map(own -> new Rate(own, false))
        .or(() ->
            Optional.ofNullable(alone ? WITH_STACKS : KINDS.get(kind)).map(e -> new Rate(e, true)));
  }

  public Optional<Rate> of(Link link) {
    return link.type().values().find(Property.FAILURE_FIT).map(own -> new Rate(own, false));
  }
}
