package supernode.figure.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import supernode.catalog.LinkType;
import supernode.catalog.Part;
import supernode.catalog.PortSpec;
import supernode.design.Assembly;
import supernode.design.Joint;
import supernode.design.Places;
import supernode.design.Selector;
import supernode.figure.Box;
import supernode.figure.ColorRole;

/**
 * Where the port groups of an instance lie: data and power at its foot, coolant and heat at its
 * head; on what is mounted in a rack all at its right end.
 */
public final class PortMarks {
  /** Largest side of a port, so that those of a CDU are no larger than those of a tray. */
  private static final double MAX_SIZE = 8;

  private final Layout layout;
  private final Places places;

  public PortMarks(Layout layout) {
    this.layout = layout;
    this.places = new Places(layout.design(), layout.library());
  }

  /**
   * A port group as a square.
   *
   * @param name of the part's port, or what the assembly exposes
   * @param spec one of the ports behind it
   */
  public record Mark(String name, PortSpec spec, Box box) {}

  /**
   * The port groups of an instance.
   *
   * @param of id of its part or assembly
   * @param cell where it lies
   * @param mounted whether it is mounted in a rack
   */
  public List<Mark> of(String of, Box cell, boolean mounted) {
    List<Map.Entry<String, PortSpec>> head = new ArrayList<>();
    List<Map.Entry<String, PortSpec>> foot = new ArrayList<>();
    for (Map.Entry<String, PortSpec> port : ports(of)) {
      LinkType.Family family = Joint.family(port.getValue());
      boolean top = family == LinkType.Family.FLUID || family == LinkType.Family.HEAT;
      (top && !mounted ? head : foot).add(port);
    }
    List<Mark> marks = new ArrayList<>();
    double crowd = Math.max(1, Math.max(head.size(), foot.size()));
    double room = mounted ? cell.height() : cell.width();
    double size = Math.min(Math.min(0.1 * cell.least(), 0.5 * room / crowd), MAX_SIZE);
    for (int i = 0; i < head.size(); i++) {
      double x = cell.x() + cell.width() * (i + 1) / (head.size() + 1);
      marks.add(mark(head.get(i), new Box(x - size / 2, cell.y() - size / 2, size, size)));
    }
    for (int i = 0; i < foot.size(); i++) {
      double at = (i + 1.0) / (foot.size() + 1);
      double x = mounted ? cell.right() : cell.x() + at * cell.width();
      double y = mounted ? cell.y() + at * cell.height() : cell.bottom();
      marks.add(mark(foot.get(i), new Box(x - size / 2, y - size / 2, size, size)));
    }
    return marks;
  }

  private static Mark mark(Map.Entry<String, PortSpec> port, Box box) {
    return new Mark(port.getKey(), port.getValue(), box);
  }

  /** The port groups of a part, or what an assembly exposes, by name. */
  public List<Map.Entry<String, PortSpec>> ports(String of) {
    Assembly assembly = layout.design().assemblies().get(of);
    if (assembly == null) {
      return layout.library().part(of).map(Part::ports).orElse(List.of()).stream()
          .map(p -> Map.entry(p.name(), p))
          .toList();
    }
    List<Map.Entry<String, PortSpec>> exposed = new ArrayList<>();
    assembly
        .exposes()
        .forEach((name, selectors) ->
            first(of, selectors).ifPresent(p -> exposed.add(Map.entry(name, p))));
    return exposed;
  }

  private Optional<PortSpec> first(String of, List<Selector> selectors) {
    return selectors.stream()
        .flatMap(s -> places.ports(of, s).stream())
        .map(Places.FoundPort::port)
        .findFirst();
  }

  /** The colour of what a port carries. */
  static ColorRole role(PortSpec port) {
    return switch (Joint.family(port)) {
      case SIGNAL -> ColorRole.ACCENT;
      case FLUID -> ColorRole.COOLANT_SUPPLY;
      case POWER -> ColorRole.POWER;
      case HEAT -> ColorRole.COOLANT_RETURN;
    };
  }
}
