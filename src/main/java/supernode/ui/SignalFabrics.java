package supernode.ui;

import java.util.List;
import supernode.catalog.LinkType;
import supernode.design.Design;
import supernode.design.Fabric;
import supernode.design.Wiring;

/** The fabrics between endpoints that a design has links of. */
public final class SignalFabrics {
  private SignalFabrics() {}

  /** In their order. */
  public static List<Fabric> of(Design design) {
    return design.assemblies().values().stream()
        .flatMap(a -> a.wirings().stream())
        .map(Wiring::fabric)
        .filter(f -> f.family() == LinkType.Family.SIGNAL && f != Fabric.HOST)
        .distinct()
        .sorted()
        .toList();
  }
}
