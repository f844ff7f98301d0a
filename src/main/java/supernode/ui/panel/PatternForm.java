package supernode.ui.panel;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import supernode.design.DirectNetwork;
import supernode.design.NetworkText;
import supernode.design.Pattern;
import supernode.design.Selector;

/** A wiring's pattern as the fields of a form. */
record PatternForm(Pattern pattern) {
  /** What a direct network of each kind begins with when it is chosen in place of another. */
  private static final Map<String, DirectNetwork> NETWORKS = new LinkedHashMap<>();

  static {
    for (DirectNetwork n :
        List.of(
            new DirectNetwork.Torus(List.of(4, 4, 4), 0),
            new DirectNetwork.Mesh(List.of(4, 4)),
            new DirectNetwork.HyperX(List.of(4, 4)),
            new DirectNetwork.Dragonfly(4, 2, 9),
            new DirectNetwork.SlimFly(5),
            new DirectNetwork.Jellyfish(4, 1))) {
      NETWORKS.put(n.kind(), n);
    }
  }

  private static final List<String> ONE_END =
      Stream.concat(Stream.of("ring", "full-mesh"), NETWORKS.keySet().stream()).toList();
  private static final List<String> TWO_ENDS =
      List.of("point-to-point", "every-to-every", "rail", "each-to-group");

  /** Stable name, the key of its word under "pattern.". */
  String kind() {
    return switch (pattern) {
      case Pattern.PointToPoint _ -> "point-to-point";
      case Pattern.Ring _ -> "ring";
      case Pattern.FullMesh _ -> "full-mesh";
      case Pattern.EveryToEvery _ -> "every-to-every";
      case Pattern.Rail _ -> "rail";
      case Pattern.EachToGroup _ -> "each-to-group";
      case Pattern.LeafSpine _ -> "leaf-spine";
      case Pattern.Direct p -> p.network().kind();
    };
  }

  /** Kinds that the same ends can be joined by. */
  List<String> kinds() {
    return switch (pattern.ends().size()) {
      case 1 -> ONE_END;
      case 2 -> TWO_ENDS;
      default -> List.of(kind());
    };
  }

  Pattern withKind(String kind) {
    return build(kind, pattern.ends(), pattern.linksPerPair(), size());
  }

  Pattern withEnd(int index, Selector end) {
    Iterator<Integer> at = IntStream.iterate(0, i -> i + 1).iterator();
    return pattern.mapEnds(old -> at.next() == index ? end : old);
  }

  Pattern withLinksPerPair(int links) {
    return pattern instanceof Pattern.Direct p
        ? new Pattern.Direct(p.among(), p.network(), links)
        : build(kind(), pattern.ends(), links, size());
  }

  /** Members of a group, where the pattern has groups; else 1. */
  int size() {
    return pattern instanceof Pattern.EachToGroup p ? p.size() : 1;
  }

  Pattern withSize(int size) {
    return build(kind(), pattern.ends(), pattern.linksPerPair(), size);
  }

  /** The size of a direct network as text; empty for other patterns. */
  Optional<String> network() {
    return pattern instanceof Pattern.Direct p
        ? Optional.of(NetworkText.of(p.network()))
        : Optional.empty();
  }

  /**
   * @throws DesignException when the text does not say the size
   */
  Pattern withNetwork(String typed) {
    return pattern instanceof Pattern.Direct p
        ? new Pattern.Direct(p.among(), NetworkText.parse(typed, p.network()), p.linksPerPair())
        : pattern;
  }

  private static Pattern build(String kind, List<Selector> ends, int links, int size) {
    Selector a = ends.getFirst();
    Selector b = ends.getLast();
    DirectNetwork network = NETWORKS.get(kind);
    if (network != null) {
      return new Pattern.Direct(a, network, links);
    }
    return switch (kind) {
      case "ring" -> new Pattern.Ring(a, links);
      case "full-mesh" -> new Pattern.FullMesh(a, links);
      case "every-to-every" -> new Pattern.EveryToEvery(a, b, links);
      case "rail" -> new Pattern.Rail(a, b, links);
      case "each-to-group" -> new Pattern.EachToGroup(a, b, size, links);
      case "leaf-spine" -> new Pattern.LeafSpine(a, ends.get(1), ends.get(2), b, links);
      default -> new Pattern.PointToPoint(a, b, links);
    };
  }
}
