package supernode.design.template;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import supernode.catalog.LinkType;
import supernode.catalog.Part;
import supernode.catalog.PartKind;
import supernode.catalog.PortSpec;
import supernode.catalog.PortType;
import supernode.catalog.Property;
import supernode.catalog.Values;
import supernode.design.Arrangement;
import supernode.design.Assembly;
import supernode.design.DesignException;
import supernode.design.DirectNetwork;
import supernode.design.Pattern;
import supernode.design.Placement;
import supernode.quantity.Text;

/** The fabric of a domain. */
final class ScaleUp {
  static final double IN_RACK_M = 1.5;
  static final double BETWEEN_RACKS_M = 20;
  private static final String CHIPS = "rack[*].fabric";
  private static final double REACH_M = 100;
  private static final double LATENCY_S = 100e-9;
  private static final double TRANSIT_S = 250e-9;
  private static final int SWITCH_SLOTS = 44;

  private final Parameters wanted;
  private final Part chip;
  private final PortSpec port;
  private final PortType.Signal signal;

  ScaleUp(Parameters wanted, Part chip, PortSpec port) {
    this.wanted = wanted;
    this.chip = chip;
    this.port = port;
    this.signal = (PortType.Signal) port.type();
    if (wanted.fabric() == Parameters.Wiring.SWITCH && port.count() > SWITCH_SLOTS) {
      throw new DesignException(Text.of("template.ports", chip.name(), port.count(), SWITCH_SLOTS));
    }
  }

  /** Links between each pair that the pattern joins. */
  private int perPair(int pairs) {
    if (port.count() < pairs) {
      throw new DesignException(Text.of("template.ports", chip.name(), port.count(), pairs));
    }
    return port.count() / pairs;
  }

  Pattern pattern() {
    return switch (wanted.fabric()) {
      case SWITCH ->
          new Pattern.EveryToEvery(Draw.ports(CHIPS), Draw.ports("switches[0].fabric"), 1);
      case MESH -> new Pattern.FullMesh(Draw.ports(CHIPS), perPair(wanted.domain() - 1));
      case TORUS -> {
        List<Integer> dims = dims(wanted.domain());
        yield new Pattern.Direct(
            Draw.ports(CHIPS), new DirectNetwork.Torus(dims, 0), perPair(2 * dims.size()));
      }
    };
  }

  /** Three factors of two or more as near to each other as can be, else two, else the ring. */
  static List<Integer> dims(int n) {
    int best = Integer.MAX_VALUE;
    List<Integer> dims = List.of(n);
    for (int a = 2; a * a <= n; a++) {
      for (int b = a; n % a == 0 && a * b <= n; b++) {
        int c = n / a / b;
        if (n % (a * b) == 0 && c >= b && c - a < best) {
          best = c - a;
          dims = List.of(a, b, c);
        }
      }
    }
    if (dims.size() == 1) {
      int last = n;
      int root =
          IntStream.rangeClosed(2, (int) Math.sqrt(n)).filter(a -> last % a == 0).max().orElse(0);
      dims = root == 0 ? dims : List.of(root, n / root);
    }
    return dims;
  }

  List<Part> parts() {
    if (wanted.fabric() != Parameters.Wiring.SWITCH) {
      return List.of();
    }
    double capacity = wanted.domain() * signal.rateBytesPerS();
    return List.of(
        new Part(
            "scale-up-switch",
            PartKind.SWITCH,
            wanted.domain() + "-port scale-up switch",
            "",
            new Values(
                Map.of(
                    Property.SWITCHING_CAPACITY,
                    Draw.assumed(capacity, "a port for each accelerator"),
                    Property.TRANSIT_LATENCY,
                    Draw.assumed(
                        TRANSIT_S, "Tomahawk Ultra, a scale-up switch, is quoted at 250"))),
            List.of(new PortSpec("port", signal, wanted.domain()))));
  }

  Assembly switches() {
    List<Integer> slots = IntStream.range(0, port.count()).mapToObj(i -> SWITCH_SLOTS - i).toList();
    return new Assembly(
        "Switches, one for each port of an accelerator",
        Assembly.Level.RACK,
        0,
        "rack-48u",
        Map.of(
            "switch",
            new Placement("scale-up-switch", port.count(), new Arrangement.Slots(slots), Map.of())),
        List.of(),
        Map.of("fabric", List.of(Draw.ports("switch[*].port"))));
  }

  LinkType link() {
    return new LinkType(
        "scale-up-link",
        LinkType.Family.SIGNAL,
        "Scale-up link, " + signal.protocol(),
        "copper or optics",
        List.of(signal.protocol()),
        new Values(
            Map.of(
                Property.RATE, Draw.assumed(signal.rateBytesPerS(), "as the accelerator's ports"),
                Property.REACH_M, Draw.assumed(REACH_M, "optics where copper does not reach"),
                Property.FIXED_LATENCY, Draw.assumed(LATENCY_S, "short link with light coding"))));
  }
}
