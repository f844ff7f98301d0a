package supernode.ui.panel;

import java.util.ArrayList;
import java.util.List;
import supernode.design.Pattern;
import supernode.design.Selector;

/** A wiring's pattern as the fields of a form. */
record PatternForm(Pattern pattern) {
  private static final List<String> ONE_END = List.of("ring", "full-mesh");
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
    List<Selector> ends = new ArrayList<>(pattern.ends());
    ends.set(index, end);
    return build(kind(), ends, pattern.linksPerPair(), size());
  }

  Pattern withLinksPerPair(int links) {
    return build(kind(), pattern.ends(), links, size());
  }

  /** Members of a group, where the pattern has groups; else 1. */
  int size() {
    return pattern instanceof Pattern.EachToGroup p ? p.size() : 1;
  }

  Pattern withSize(int size) {
    return build(kind(), pattern.ends(), pattern.linksPerPair(), size);
  }

  private static Pattern build(String kind, List<Selector> ends, int links, int size) {
    Selector a = ends.getFirst();
    Selector b = ends.getLast();
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
