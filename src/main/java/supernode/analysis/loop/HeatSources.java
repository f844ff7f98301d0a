package supernode.analysis.loop;

import java.util.BitSet;
import supernode.catalog.PartKind;
import supernode.design.Fabric;
import supernode.topology.Instance;
import supernode.topology.Link;
import supernode.topology.SystemModel;

/** The parts whose heat a loop may take up: what draws elsewhere changes no loop. */
public final class HeatSources {
  private HeatSources() {}

  /** By index: what is on a loop or gives heat to it, and what stands round ducts, doors, tanks. */
  public static BitSet of(SystemModel model) {
    BitSet sources = new BitSet();
    BitSet onLoop = new BitSet();
    for (Link hose : model.links(Fabric.LOOP)) {
      onLoop.set(hose.a());
      onLoop.set(hose.b());
    }
    sources.or(onLoop);
    for (Link joint : model.links(Fabric.HEAT)) {
      sources.set(joint.a());
      sources.set(joint.b());
    }
    onLoop.stream()
        .filter(i -> takesOfOthers(model.instances().get(i)))
        .mapToObj(model::groupOf)
        .distinct()
        .forEach(g -> sources.set(g.first(), g.end()));
    return sources;
  }

  /** Whether a part takes up what others in its assembly give to the air or the bath. */
  private static boolean takesOfOthers(Instance part) {
    PartKind kind = part.part().kind();
    return kind == PartKind.AIR_DUCT
        || kind == PartKind.IMMERSION_TANK
        || kind == PartKind.HEAT_EXCHANGER;
  }
}
