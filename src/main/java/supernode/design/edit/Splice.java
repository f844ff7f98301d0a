package supernode.design.edit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import supernode.catalog.Catalog;
import supernode.catalog.Part;
import supernode.catalog.PortSpec;
import supernode.catalog.PortType;
import supernode.design.Design;
import supernode.design.Fabric;
import supernode.design.Pattern;
import supernode.design.Placement;
import supernode.design.Places;
import supernode.design.Selector;
import supernode.design.Wiring;
import supernode.quantity.Text;

/**
 * Puts a part into a hose or pipe: one step that places it and leads the coolant through it. Where
 * the wiring is of several hoses, each gets one.
 */
public final class Splice {
  private final Design design;
  private final Catalog library;

  /**
   * @param library the catalogue as the design sees it
   */
  public Splice(Design design, Catalog library) {
    this.design = design;
    this.library = library;
  }

  /**
   * The step; empty where the part does not let coolant through or the wiring does not join ends
   * one to one.
   */
  public Optional<Edit> of(Edit.AddPlacement placing, Wiring hose) {
    Optional<Part> part = library.part(placing.placement().of());
    if (part.isEmpty()
        || hose.fabric() != Fabric.LOOP
        || !(hose.pattern() instanceof Pattern.PointToPoint(Selector a, Selector b, int links))
        || links != 1) {
      return Optional.empty();
    }
    List<PortSpec> ports = part.get().ports().stream().filter(Splice::carries).toList();
    int hoses = instances(placing.assembly(), a);
    if (ports.size() != 2 || hoses < 1 || hoses != instances(placing.assembly(), b)) {
      return Optional.empty();
    }
    boolean turned = side(ports.getFirst()) == PortType.Side.OUT;
    Selector in = port(placing.name(), ports.get(turned ? 1 : 0));
    Selector out = port(placing.name(), ports.get(turned ? 0 : 1));
    boolean backwards = faces(placing, a, PortType.Side.IN) || faces(placing, b, PortType.Side.OUT);
    Placement p = placing.placement();
    Edit place =
        new Edit.AddPlacement(
            placing.assembly(),
            placing.name(),
            new Placement(p.of(), hoses, p.arrangement(), Map.of()));
    Edit before =
        new Edit.ReplaceWiring(placing.assembly(), hose, half(hose, a, backwards ? out : in));
    Edit after = new Edit.AddWiring(placing.assembly(), half(hose, backwards ? in : out, b));
    return Optional.of(
        new Edit.Compound(
            Text.of("edit.splice", part.get().name()), List.of(place, before, after)));
  }

  private static boolean carries(PortSpec p) {
    return p.type() instanceof PortType.Fluid && !p.name().startsWith("facility");
  }

  private static PortType.Side side(PortSpec p) {
    return p.type() instanceof PortType.Fluid(PortType.Side s) ? s : PortType.Side.BOTH;
  }

  private boolean faces(Edit.AddPlacement placing, Selector end, PortType.Side side) {
    return new Places(design, library)
        .ports(placing.assembly(), end).stream().anyMatch(f -> side(f.port()) == side);
  }

  private static Selector port(String placement, PortSpec p) {
    return new Selector(List.of(new Selector.Step(placement, 0, Selector.Step.ALL)), p.name());
  }

  private static Wiring half(Wiring hose, Selector a, Selector b) {
    return new Wiring(
        hose.name(),
        hose.fabric(),
        hose.link(),
        hose.lengthM() / 2,
        new Pattern.PointToPoint(a, b, 1));
  }

  /** How many instances a selector stands for; 0 where it names none. */
  private int instances(String assembly, Selector selector) {
    String at = assembly;
    int all = 1;
    for (Selector.Step step : selector.steps()) {
      Placement p =
          Stream.ofNullable(design.assemblies().get(at))
              .map(inside -> inside.placements().get(step.placement()))
              .filter(java.util.Objects::nonNull)
              .findFirst()
              .orElse(null);
      if (p == null) {
        return 0;
      }
      int last = Math.min(step.last(), p.count() - 1);
      all *= Math.max(0, last - step.first() + 1);
      at = p.of();
    }
    return all;
  }
}
