package supernode.analysis;

import java.util.BitSet;
import java.util.stream.IntStream;
import supernode.catalog.PartKind;
import supernode.design.Fabric;
import supernode.topology.Instance;
import supernode.topology.Link;
import supernode.topology.Outage;
import supernode.topology.SoundModel;
import supernode.topology.SystemModel;

/** What the live links of a fabric carry at each part that sends, byte/s. */
final class PortRates {
  private final Fabric fabric;
  private final BitSet senders;
  private final double[] bytesPerS;
  private final BitSet on = new BitSet();
  private Link last;
  private double each;

  PortRates(SystemModel model, Fabric fabric) {
    this.fabric = fabric;
    senders = new BitSet(model.instances().size());
    model.instances().forEach(i -> senders.set(i.index(), sends(i, fabric)));
    bytesPerS = new double[model.instances().size()];
    for (Link l : model.links(fabric)) {
      addAt(l.a(), l);
      addAt(l.b(), l);
    }
  }

  private PortRates(PortRates before) {
    fabric = before.fabric;
    senders = before.senders;
    bytesPerS = before.bytesPerS.clone();
    on.or(before.on);
  }

  PortRates under(SoundModel sound, Outage outage) {
    BitSet touched = new BitSet();
    for (int l = outage.links().nextSetBit(0); l >= 0; l = outage.links().nextSetBit(l + 1)) {
      Link link = outage.model().links().get(l);
      if (link.fabric() == fabric) {
        touched.set(link.a());
        touched.set(link.b());
      }
    }
    touched.and(senders);
    return touched.isEmpty() ? this : new PortRates(this).again(touched, sound, outage.model());
  }

  private PortRates again(BitSet touched, SoundModel sound, SystemModel model) {
    on.andNot(touched);
    for (int i = touched.nextSetBit(0); i >= 0; i = touched.nextSetBit(i + 1)) {
      int at = i;
      bytesPerS[i] = 0;
      sound.linksOf(i).forEach(l -> addAt(at, model.links().get(l)));
    }
    return this;
  }

  private void addAt(int instance, Link link) {
    if (link.fabric() != fabric || link.failed() || !senders.get(instance)) {
      return;
    }
    if (last == null || !link.isAlike(last)) {
      each = link.rateBytesPerS();
      last = link;
    }
    bytesPerS[instance] += each * link.live();
    on.set(instance);
  }

  /** Chips, and on a network between servers their adapters. */
  private static boolean sends(Instance i, Fabric fabric) {
    return i.part().kind() == PartKind.ACCELERATOR
        || (fabric == Fabric.SCALE_OUT && i.part().kind() == PartKind.NIC);
  }

  double bytesPerS(int instance) {
    return bytesPerS[instance];
  }

  boolean isOn(int instance) {
    return on.get(instance);
  }

  /** Those with a live link. */
  IntStream on() {
    return on.stream();
  }
}
