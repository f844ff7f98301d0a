package supernode.analysis;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import supernode.catalog.PartKind;
import supernode.catalog.Property;
import supernode.design.Fabric;
import supernode.quantity.Dimension;
import supernode.quantity.Text;
import supernode.topology.Instance;
import supernode.topology.Link;
import supernode.topology.Outage;
import supernode.topology.SoundModel;
import supernode.topology.SystemModel;

/** Memory of chips: of the stacks that are drawn at them, or of their data sheets. */
final class MemoryStacks {
  private final Map<Integer, List<Instance>> stacks = new HashMap<>();

  MemoryStacks(SystemModel model) {
    model.links().forEach(l -> take(model, l));
  }

  private MemoryStacks(MemoryStacks before) {
    stacks.putAll(before.stacks);
  }

  MemoryStacks under(SoundModel sound, Outage outage) {
    SystemModel model = outage.model();
    BitSet touched = new BitSet();
    for (int l = outage.links().nextSetBit(0); l >= 0; l = outage.links().nextSetBit(l + 1)) {
      Link link = model.links().get(l);
      if (link.fabric() == Fabric.MEMORY) {
        touched.set(link.a());
        touched.set(link.b());
      }
    }
    if (touched.isEmpty()) {
      return this;
    }
    MemoryStacks now = new MemoryStacks(this);
    touched.stream().forEach(now.stacks::remove);
    touched.stream()
        .forEach(i ->
            sound.linksOf(i).mapToObj(model.links()::get).forEach(l -> now.takeAt(i, model, l)));
    return now;
  }

  private void take(SystemModel model, Link link) {
    takeAt(link.a(), model, link);
    if (link.b() != link.a()) {
      takeAt(link.b(), model, link);
    }
  }

  private void takeAt(int chip, SystemModel model, Link link) {
    if (link.fabric() != Fabric.MEMORY || link.failed()) {
      return;
    }
    Instance at = model.instances().get(chip);
    Instance stack = model.instances().get(link.other(chip));
    if (at.part().kind() == PartKind.ACCELERATOR && stack.part().kind() == PartKind.HBM_STACK) {
      stacks.computeIfAbsent(chip, _ -> new ArrayList<>()).add(stack);
    }
  }

  private List<Instance> of(Instance chip) {
    return stacks.getOrDefault(chip.index(), List.of());
  }

  /** Physical memory of the stacks drawn at a chip; its data sheet's where none are drawn. */
  double bytes(Instance chip) {
    List<Instance> own = of(chip);
    return own.isEmpty()
        ? chip.values().get(Property.MEMORY_BYTES, 0)
        : own.stream().mapToDouble(s -> s.values().get(Property.MEMORY_BYTES, 0)).sum();
  }

  /** What the stacks deliver, but no more than the chip's interface takes. */
  double bytesPerS(Instance chip) {
    List<Instance> own = of(chip);
    double sheet = chip.values().get(Property.MEMORY_BANDWIDTH, 0);
    if (own.isEmpty()) {
      return sheet;
    }
    double sum = own.stream().mapToDouble(s -> s.values().get(Property.MEMORY_BANDWIDTH, 0)).sum();
    return sheet > 0 ? Math.min(sheet, sum) : sum;
  }

  Explanation explainBytes(Instance chip) {
    List<Instance> own = of(chip);
    if (own.isEmpty()) {
      return Derivation.property(chip, Property.MEMORY_BYTES);
    }
    return Derivation.computed(
        Text.of("explain.memoryOf", chip.part().name()),
        bytes(chip),
        Dimension.DATA,
        "formula.stacksTimesValue",
        Derivation.count(Text.of("explain.stacks"), own.size()),
        Derivation.property(own.getFirst(), Property.MEMORY_BYTES));
  }

  Explanation explainBytesPerS(Instance chip) {
    List<Instance> own = of(chip);
    Explanation sheet = Derivation.property(chip, Property.MEMORY_BANDWIDTH);
    if (own.isEmpty()) {
      return sheet;
    }
    double sum = own.stream().mapToDouble(s -> s.values().get(Property.MEMORY_BANDWIDTH, 0)).sum();
    boolean chipLimits = chip.values().get(Property.MEMORY_BANDWIDTH, Double.MAX_VALUE) <= sum;
    Explanation drawn =
        Derivation.computed(
            Text.of("explain.stackBandwidth"),
            sum,
            Dimension.BANDWIDTH,
            "formula.stacksTimesValue",
            Derivation.count(Text.of("explain.stacks"), own.size()),
            Derivation.property(own.getFirst(), Property.MEMORY_BANDWIDTH));
    return Derivation.computed(
        Text.of("explain.memoryBandwidthOf", chip.part().name()),
        bytesPerS(chip),
        Dimension.BANDWIDTH,
        "formula.least",
        chipLimits ? sheet.asLimiting() : sheet,
        chipLimits ? drawn : drawn.asLimiting());
  }
}
