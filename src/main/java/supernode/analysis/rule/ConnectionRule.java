package supernode.analysis.rule;

import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import supernode.analysis.Finding;
import supernode.analysis.Severity;
import supernode.catalog.PartKind;
import supernode.catalog.PortType;
import supernode.design.Fabric;
import supernode.quantity.Text;
import supernode.topology.Group;
import supernode.topology.Instance;
import supernode.topology.Link;

/** What hangs on nothing: chips off the fabric, without power, without cooling. */
final class ConnectionRule implements Rule {
  @Override
  public void check(Situation s, Consumer<Finding> found) {
    Map<Fabric, BitSet> joined = new EnumMap<>(Fabric.class);
    Fabric last = null;
    BitSet on = new BitSet();
    for (Link link : s.model().links()) {
      if (link.fabric() != last) {
        last = link.fabric();
        on = joined.computeIfAbsent(last, _ -> new BitSet());
      }
      on.set(link.a());
      on.set(link.b());
    }
    BitSet fabric = new BitSet();
    fabric.or(joined.getOrDefault(Fabric.SCALE_UP, new BitSet()));
    fabric.or(joined.getOrDefault(Fabric.SCALE_OUT, new BitSet()));
    long accelerators =
        s.model().instances().stream().filter(i -> i.part().kind() == PartKind.ACCELERATOR).count();
    if (accelerators > 1) {
      if (fabric.stream().noneMatch(i -> isAccelerator(s, i))) {
        fabric.or(behindAdapters(s, joined.getOrDefault(Fabric.SCALE_OUT, new BitSet())));
      }
      loose(
          s,
          "off-fabric",
          "finding.offFabric",
          found,
          i -> i.part().kind() == PartKind.ACCELERATOR && !fabric.get(i.index()));
    }
    BitSet powered = joined.getOrDefault(Fabric.POWER, new BitSet());
    if (!powered.isEmpty()) {
      loose(
          s,
          "no-power",
          "finding.noPower",
          found,
          i -> !powered.get(i.index()) && wants(i, PortType.Power.class));
    }
    BitSet cooled = joined.getOrDefault(Fabric.HEAT, new BitSet());
    if (!cooled.isEmpty()) {
      BitSet inAir = pastDucts(s);
      loose(
          s,
          "no-cold-plate",
          "finding.noColdPlate",
          found,
          i ->
              (i.part().kind() == PartKind.ACCELERATOR || i.part().kind() == PartKind.CPU)
                  && !cooled.get(i.index())
                  && wants(i, PortType.Heat.class)
                  && !(i.part().kind() == PartKind.CPU && inAir.get(i.index())));
    }
  }

  private static boolean isAccelerator(Situation s, int instance) {
    return s.model().instances().get(instance).part().kind() == PartKind.ACCELERATOR;
  }

  /** What reaches the network over hosts: cards have no fabric of their own. */
  private static BitSet behindAdapters(Situation s, BitSet network) {
    BitSet reached = (BitSet) network.clone();
    List<Link> host = s.model().links().stream().filter(l -> l.fabric() == Fabric.HOST).toList();
    for (boolean grew = true; grew; ) {
      grew = false;
      for (Link l : host) {
        if (reached.get(l.a()) != reached.get(l.b())) {
          reached.set(l.a());
          reached.set(l.b());
          grew = true;
        }
      }
    }
    return reached;
  }

  /** What stands where drawn air flows past: hosts are cooled by it. */
  private static BitSet pastDucts(Situation s) {
    BitSet past = new BitSet();
    for (Instance i : s.model().instances()) {
      if (i.part().kind() == PartKind.AIR_DUCT) {
        Group around = s.model().groupOf(i.index());
        past.set(around.first(), around.end());
      }
    }
    return past;
  }

  private static boolean wants(Instance i, Class<? extends PortType> type) {
    return i.part().ports().stream()
        .anyMatch(p ->
            type.isInstance(p.type())
                && !(p.type() instanceof PortType.Power(PortType.Side side, double _)
                    && side == PortType.Side.OUT));
  }

  private static void loose(
      Situation s,
      String kind,
      String key,
      Consumer<Finding> found,
      java.util.function.Predicate<Instance> test) {
    List<Instance> loose = s.model().instances().stream().filter(test).toList();
    if (!loose.isEmpty()) {
      found.accept(
          new Finding(
              kind,
              Severity.WARNING,
              Text.of(key, loose.size(), loose.getFirst().name()),
              loose.stream().map(Instance::name).toList(),
              List.of()));
    }
  }
}
