package supernode.analysis;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import supernode.catalog.Confidence;
import supernode.catalog.PartKind;
import supernode.catalog.Property;
import supernode.catalog.PublishedFigure;
import supernode.design.Assembly;
import supernode.design.Fabric;
import supernode.topology.CsrGraph;
import supernode.topology.FabricGraph;
import supernode.topology.Islands;
import supernode.topology.Link;
import supernode.topology.SystemModel;

/** What was published about a system beside what its parts and wirings come to. */
public final class PublishedCheck {
  /** What rounding of published figures leaves open. */
  private static final double ROUNDING = 1e-9;

  private final Analysis analysis;

  private PublishedCheck(Analysis analysis) {
    this.analysis = analysis;
  }

  /**
   * A figure as published and as computed.
   *
   * @param computed in SI units; empty where the design says nothing of it, and where something
   *     published would be met by a guess
   * @param assumed whether a guess at a value of the chips goes into it
   */
  public record Line(PublishedFigure figure, OptionalDouble computed, boolean assumed) {
    /** Computed less published, as a share of the published; empty unless both are there. */
    public OptionalDouble difference() {
      if (figure.published().isEmpty() || computed.isEmpty()) {
        return OptionalDouble.empty();
      }
      double published = figure.published().getAsDouble();
      double apart = computed.getAsDouble() - published;
      return OptionalDouble.of(published == 0 ? apart : apart / published);
    }

    /** Whether the two agree within the tolerance; a blank on the published side does. */
    public boolean holds() {
      return figure.published().isEmpty()
          || difference().isPresent()
              && Math.abs(difference().getAsDouble()) <= figure.tolerance() + ROUNDING;
    }
  }

  public static List<Line> of(Analysis analysis, List<PublishedFigure> figures) {
    PublishedCheck check = new PublishedCheck(analysis);
    return figures.stream().map(check::line).toList();
  }

  private Line line(PublishedFigure figure) {
    boolean assumed = guessed(figure.kind()).map(p -> isAssumed(analysis, p)).orElse(false);
    // A figure counts when it comes out of what is public, not out of a guess made to fit.
    boolean counts = !assumed || figure.published().isEmpty();
    return new Line(figure, counts ? computed(figure.kind()) : OptionalDouble.empty(), assumed);
  }

  /** The value of a chip that a figure sums up. */
  private static Optional<Property> guessed(PublishedFigure.Kind kind) {
    return switch (kind) {
      case FP4 -> Optional.of(Property.FP4_DENSE);
      case FP8 -> Optional.of(Property.FP8_DENSE);
      case FP16 -> Optional.of(Property.FP16_DENSE);
      case MEMORY -> Optional.of(Property.MEMORY_BYTES);
      case MEMORY_BANDWIDTH -> Optional.of(Property.MEMORY_BANDWIDTH);
      case POWER -> Optional.of(Property.POWER_W);
      case CHIPS,
          DOMAIN,
          SCALE_UP,
          SCALE_OUT,
          BISECTION,
          SCALE_UP_SWITCHES,
          SCALE_OUT_SWITCHES,
          SCALE_UP_LINKS,
          OPTICAL_MODULES,
          RACKS,
          REACH ->
          Optional.empty();
    };
  }

  /** Whether a value of the accelerators is a guess. */
  static boolean isAssumed(Analysis analysis, Property property) {
    return analysis.model().asOptional().stream()
        .flatMap(m -> m.instances().stream())
        .filter(i -> i.part().kind() == PartKind.ACCELERATOR)
        .anyMatch(i ->
            i.values()
                .find(property)
                .filter(v -> v.confidence() == Confidence.ASSUMPTION)
                .isPresent());
  }

  private OptionalDouble computed(PublishedFigure.Kind kind) {
    return switch (kind) {
      case CHIPS -> result("totals.accelerators");
      case DOMAIN -> domain(analysis);
      case SCALE_UP -> result("scaleUp.injectionGBps");
      case SCALE_OUT -> scaleOut();
      case FP4 -> result("totals.fp4DensePflops");
      case FP8 -> result("totals.fp8DensePflops");
      case FP16 -> result("totals.fp16DensePflops");
      case MEMORY -> result("totals.memoryTB");
      case MEMORY_BANDWIDTH -> result("totals.memoryBandwidthTBps");
      case BISECTION -> result("scaleUp.bisectionTBps");
      case SCALE_UP_SWITCHES -> result("scaleUp.fabricSwitches");
      case SCALE_OUT_SWITCHES -> result("scaleOut.fabricSwitches");
      case SCALE_UP_LINKS -> result("scaleUp.links");
      case OPTICAL_MODULES -> opticalModules();
      case RACKS -> racks(analysis);
      case REACH -> reach();
      case POWER -> positive(result("power.totalKW"));
    };
  }

  private OptionalDouble result(String id) {
    return analysis.result(id).stream().mapToDouble(r -> r.quantity().value()).findFirst();
  }

  /** What nobody publishes or draws adds up to nothing, which is not a figure. */
  private static OptionalDouble positive(OptionalDouble value) {
    return value.isPresent() && value.getAsDouble() > 0 ? value : OptionalDouble.empty();
  }

  /** The most accelerators that a scale-up fabric joins. */
  static OptionalDouble domain(Analysis analysis) {
    SystemModel model = analysis.model().asOptional().orElse(null);
    if (model == null) {
      return OptionalDouble.empty();
    }
    CsrGraph graph = FabricGraph.of(model, Fabric.SCALE_UP).graph();
    if (graph.endpointCount() == 0) {
      return OptionalDouble.empty();
    }
    Islands islands = Islands.of(graph);
    long[] members = new long[islands.count()];
    for (int e = 0; e < graph.endpointCount(); e++) {
      int island = islands.islandOf(graph.endpoint(e));
      if (island >= 0) {
        members[island]++;
      }
    }
    long most = 0;
    for (long m : members) {
      most = Math.max(most, m);
    }
    return OptionalDouble.of((double) most);
  }

  /**
   * What leaves the node for each accelerator; for each endpoint where there are none. Where no
   * network is drawn, what the adapters' ports would send into one.
   */
  private OptionalDouble scaleOut() {
    OptionalDouble all = result("totals.scaleOutInjectionTBps");
    OptionalDouble chips = result("totals.accelerators");
    if (chips.isEmpty()) {
      return result("scaleOut.injectionGBps");
    }
    if (all.isEmpty()) {
      all =
          analysis.model().asOptional().stream()
              .flatMapToDouble(m -> Outlets.bytesPerS(analysis.design(), m).stream())
              .findFirst();
    }
    return all.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(all.getAsDouble() / chips.getAsDouble());
  }

  private Stream<Link> scaleUpLinks() {
    return analysis.model().asOptional().stream()
        .flatMap(m -> m.links().stream())
        .filter(l -> l.fabric() == Fabric.SCALE_UP);
  }

  /** One at each end of an optical link. */
  private OptionalDouble opticalModules() {
    return OptionalDouble.of(
        scaleUpLinks().filter(l -> l.type().isOptical()).mapToDouble(l -> 2.0 * l.count()).sum());
  }

  private OptionalDouble reach() {
    return scaleUpLinks().mapToDouble(Link::lengthM).max();
  }

  /** Racks that are drawn; empty where none is. */
  static OptionalDouble racks(Analysis analysis) {
    Map<String, Assembly> assemblies = analysis.design().assemblies();
    return positive(
        analysis.model().asOptional().stream()
            .mapToDouble(m ->
                m.groups().stream()
                    .filter(g -> assemblies.get(g.assembly()).level() == Assembly.Level.RACK)
                    .count())
            .findFirst());
  }
}
