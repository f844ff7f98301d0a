package supernode.design.edit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import supernode.catalog.Catalog;
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
 * the wiring is of several hoses, each gets one: those that join ends one to one, and those that
 * lead from one place to many.
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

  /** The step; empty where the part does not let coolant through or the wiring is not split. */
  public Optional<Edit> of(Edit.AddPlacement placing, Wiring hose) {
    return concerns(placing, hose)
        ? hoses(placing.assembly(), hose.pattern()).map(h -> edit(placing, hose, h))
        : Optional.empty();
  }

  /** Why a part that lets coolant through is not put into a hose; empty where it is. */
  public Optional<Text> refusal(Edit.AddPlacement placing, Wiring hose) {
    return concerns(placing, hose) && hoses(placing.assembly(), hose.pattern()).isEmpty()
        ? Optional.of(Text.of("edit.noSplice", hose.name().isEmpty() ? hose.link() : hose.name()))
        : Optional.empty();
  }

  private boolean concerns(Edit.AddPlacement placing, Wiring hose) {
    return hose.fabric() == Fabric.LOOP && ports(placing).size() == 2;
  }

  private List<PortSpec> ports(Edit.AddPlacement placing) {
    return library.part(placing.placement().of()).stream()
        .flatMap(p -> p.ports().stream())
        .filter(Splice::carries)
        .toList();
  }

  /**
   * Hoses of a wiring.
   *
   * @param before what joins the first end to the new parts, given their port
   * @param after what joins them to the second end
   */
  private record Hoses(
      int count,
      Selector a,
      Selector b,
      Function<Selector, Pattern> before,
      Function<Selector, Pattern> after) {}

  private Optional<Hoses> hoses(String assembly, Pattern pattern) {
    return switch (pattern) {
      case Pattern.PointToPoint(Selector a, Selector b, int links)
          when links == 1 && count(assembly, a) == count(assembly, b) ->
          hoses(assembly, a, b, false, false);
      case Pattern.EveryToEvery(Selector a, Selector b, int links)
          when links == 1 && (count(assembly, a) == 1 || count(assembly, b) == 1) ->
          hoses(assembly, a, b, count(assembly, a) == 1, count(assembly, b) == 1);
      default -> Optional.empty();
    };
  }

  /** From one place each of many is reached; many are joined one to one. */
  private Optional<Hoses> hoses(
      String assembly, Selector a, Selector b, boolean fromOne, boolean toOne) {
    int count = Math.max(count(assembly, a), count(assembly, b));
    return count < 1
        ? Optional.empty()
        : Optional.of(
            new Hoses(count, a, b, in -> join(a, in, fromOne), out -> join(out, b, toOne)));
  }

  private static Pattern join(Selector a, Selector b, boolean everyOne) {
    return everyOne ? new Pattern.EveryToEvery(a, b, 1) : new Pattern.PointToPoint(a, b, 1);
  }

  private Edit edit(Edit.AddPlacement placing, Wiring hose, Hoses hoses) {
    List<PortSpec> ports = ports(placing);
    boolean turned = side(ports.getFirst()) == PortType.Side.OUT;
    Selector in = port(placing.name(), ports.get(turned ? 1 : 0));
    Selector out = port(placing.name(), ports.get(turned ? 0 : 1));
    boolean backwards =
        faces(placing, hoses.a(), PortType.Side.IN) || faces(placing, hoses.b(), PortType.Side.OUT);
    Placement p = placing.placement();
    Edit place =
        new Edit.AddPlacement(
            placing.assembly(),
            placing.name(),
            new Placement(p.of(), hoses.count(), p.arrangement(), Map.of()));
    Wiring before = half(hose, hoses.before().apply(backwards ? out : in));
    Wiring after = half(hose, hoses.after().apply(backwards ? in : out));
    return new Edit.Compound(
        Text.of("edit.splice", library.part(p.of()).orElseThrow().name()),
        List.of(
            place,
            new Edit.ReplaceWiring(placing.assembly(), hose, before),
            new Edit.AddWiring(placing.assembly(), after)));
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

  private static Wiring half(Wiring hose, Pattern pattern) {
    return new Wiring(hose.name(), hose.fabric(), hose.link(), hose.lengthM() / 2, pattern);
  }

  /** How many instances a selector stands for; 0 where it names none. */
  private int count(String assembly, Selector selector) {
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
