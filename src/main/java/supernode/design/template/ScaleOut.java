package supernode.design.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import supernode.catalog.Part;
import supernode.catalog.PartKind;
import supernode.catalog.PortSpec;
import supernode.catalog.PortType;
import supernode.catalog.Property;
import supernode.catalog.Values;
import supernode.design.Assembly;
import supernode.design.Fabric;
import supernode.design.Pattern;
import supernode.design.Placement;
import supernode.design.Wiring;

/** The network between domains: leaves with equal numbers of NICs, each joined to every spine. */
final class ScaleOut {
  private static final int MOST_DOWN = 32;
  private static final double RATE = 50e9;
  private static final PortType PORT = new PortType.Signal("IB", 4, RATE);
  private static final double LENGTH_M = 30;

  private final Parameters wanted;
  private final int down;
  private final int up;
  private final int leaves;

  ScaleOut(Parameters wanted) {
    this.wanted = wanted;
    this.down =
        IntStream.rangeClosed(1, MOST_DOWN).filter(d -> wanted.chips() % d == 0).max().orElse(1);
    this.up = Math.max(1, down / wanted.oversubscription());
    this.leaves = wanted.chips() / down;
  }

  List<Part> parts() {
    return List.of(
        part("leaf", List.of(new PortSpec("down", PORT, down), new PortSpec("up", PORT, up))),
        part("spine", List.of(new PortSpec("port", PORT, leaves))));
  }

  private static Part part(String id, List<PortSpec> ports) {
    double capacity = ports.stream().mapToDouble(p -> p.count() * RATE).sum();
    return new Part(
        "scale-out-" + id,
        PartKind.SWITCH,
        "Scale-out " + id + ", 400 Gb/s ports",
        "",
        new Values(
            Map.of(
                Property.SWITCHING_CAPACITY, Draw.assumed(capacity, "the ports that are needed"),
                Property.TRANSIT_LATENCY, Draw.assumed(150e-9, "class of InfiniBand switches"))),
        ports);
  }

  Assembly cluster() {
    Map<String, Placement> placements = new LinkedHashMap<>();
    double width = 700;
    placements.put("spine", Draw.at("scale-out-spine", up, 0, 0, width, 140, Math.min(up, 16)));
    placements.put(
        "leaf", Draw.at("scale-out-leaf", leaves, 0, 700, width, 140, Math.min(leaves, 16)));
    placements.put(
        "domain", Draw.grid("domain", wanted.domains(), 0, 4200, Math.min(wanted.domains(), 4)));
    return new Assembly(
        "Cluster of " + wanted.chips(),
        Assembly.Level.CLUSTER,
        0,
        "",
        placements,
        List.of(
            new Wiring(
                "Leaf and spine",
                Fabric.SCALE_OUT,
                "ibndr",
                LENGTH_M,
                new Pattern.LeafSpine(
                    Draw.ports("domain[*].net"),
                    Draw.ports("leaf[*].down"),
                    Draw.ports("leaf[*].up"),
                    Draw.ports("spine[*].port"),
                    1))),
        Map.of());
  }
}
