package supernode.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import supernode.catalog.Confidence;
import supernode.catalog.PartKind;
import supernode.catalog.Property;
import supernode.design.Fabric;
import supernode.quantity.Text;
import supernode.solve.Outcome;
import supernode.solve.network.latency.LatencyTerms;
import supernode.solve.network.latency.ZeroLoadLatency;
import supernode.solve.network.route.EcmpRoutes;
import supernode.solve.network.route.FlowPairs;
import supernode.solve.workload.machine.Chip;
import supernode.solve.workload.machine.DrawnGroups;
import supernode.solve.workload.machine.Fleet;
import supernode.solve.workload.machine.Interconnect;
import supernode.topology.FabricGraph;
import supernode.topology.Instance;
import supernode.topology.SystemModel;

/**
 * A solved design as a workload sees it. Every group of a workload may be busy at once; chips that
 * run too hot slow all of them down.
 *
 * @param pue of the plant, 1 where cooling is not drawn
 * @param notes what had to be assumed
 */
public record DrawnFleet(Fleet fleet, double pue, List<Text> notes) {
  public DrawnFleet {
    notes = List.copyOf(notes);
  }

  /**
   * Chips, domains and rates of a design; says what is missing where it cannot carry a workload.
   * Where no accelerator is drawn its processors stand in. What is not public of a chip is 0.
   */
  public static Outcome<DrawnFleet> of(Analysis analysis) {
    return of(analysis, "");
  }

  /**
   * As {@link #of(Analysis)}, of the accelerators of one kind alone: what else is drawn shares
   * their fabrics.
   *
   * @param kind id of the part; empty for all, which are to be equal
   */
  public static Outcome<DrawnFleet> of(Analysis analysis, String kind) {
    return analysis.model().flatMap(model -> new Reading(analysis, model, kind).fleet());
  }

  /**
   * By chip of the fleet, where it stands among the endpoints of a fabric: itself or the NICs that
   * it sends through; none where it reaches no such fabric.
   *
   * @param kind as for the fleet
   */
  public static int[][] endpoints(Analysis analysis, String kind, Fabric fabric) {
    SystemModel model = analysis.model().asOptional().orElse(null);
    if (model == null) {
      return new int[0][];
    }
    List<Instance> chips = new Reading(analysis, model, kind).chips;
    int[][] all = ScaleOutGraph.attached(model, FabricGraph.of(model, fabric), chips).endpoints();
    for (int c = 0; c < all.length; c++) {
      all[c] = Arrays.stream(all[c]).filter(e -> e >= 0).toArray();
    }
    return all;
  }

  private static final class Reading {
    /** What an answer depends on and a maker may not have told. */
    private static final List<Property> GUESSED =
        List.of(
            Property.FP16_DENSE,
            Property.FP8_DENSE,
            Property.MEMORY_BYTES,
            Property.MEMORY_BANDWIDTH,
            Property.POWER_W);

    private final Analysis analysis;
    private final SystemModel model;
    private final DrawnFabrics fabrics;
    private final String kind;
    private final List<Instance> all;
    private final List<Instance> chips;
    private final boolean otherKinds;
    private final boolean processors;
    private final List<Text> notes = new ArrayList<>();

    Reading(Analysis analysis, SystemModel model, String kind) {
      this.analysis = analysis;
      this.model = model;
      this.kind = kind;
      List<Instance> accelerators = CollectiveRanks.accelerators(model);
      processors = accelerators.isEmpty();
      all = processors ? CollectiveRanks.up(model, PartKind.CPU) : accelerators;
      List<Instance> alike =
          kind.isEmpty() ? all : all.stream().filter(i -> i.part().id().equals(kind)).toList();
      otherKinds = alike.size() < all.size();
      BitSet reserve = Spares.of(analysis.design(), model);
      List<Instance> drawn = alike.stream().filter(i -> !reserve.get(i.index())).toList();
      if (drawn.size() < alike.size()) {
        notes.add(Text.of("workload.spares", drawn.size(), alike.size() - drawn.size()));
      }
      fabrics = DrawnFabrics.of(analysis, model, drawn);
      chips = fabrics.chips();
    }

    Outcome<DrawnFleet> fleet() {
      if (all.isEmpty()) {
        return Outcome.notApplicable("workload.noChips");
      }
      if (chips.isEmpty()) {
        return Outcome.notApplicable("workload.noSuchChips", kind, ids());
      }
      List<String> kinds = chips.stream().map(i -> i.part().name()).distinct().sorted().toList();
      if (kinds.size() > 1) {
        return Outcome.notApplicable("workload.mixedChips", String.join(", ", kinds), ids());
      }
      int domain = fabrics.domainSize();
      if (domain < chips.size() && !analysis.networks().containsKey(Fabric.SCALE_OUT)) {
        return Outcome.notApplicable("workload.noScaleOut", chips.size() / domain, domain);
      }
      if (chips.size() % domain != 0) {
        return Outcome.notApplicable("workload.unevenDomains", chips.size(), domain);
      }
      Optional<Instance> apart = domain < chips.size() ? fabrics.apart() : Optional.empty();
      if (apart.isPresent()) {
        return Outcome.notApplicable("workload.apart", apart.get().name());
      }
      if (processors) {
        notes.add(Text.of("workload.processors", chips.size(), kinds.getFirst()));
      }
      return Outcome.solved(
          new DrawnFleet(
              new Fleet(
                  chip(),
                  chips.size(),
                  domain,
                  interconnect(Fabric.SCALE_UP),
                  interconnect(Fabric.SCALE_OUT),
                  groups()),
              analysis.result("power.pue").map(r -> r.quantity().value()).orElse(1.0),
              notes));
    }

    private String ids() {
      return String.join(", ", all.stream().map(i -> i.part().id()).distinct().sorted().toList());
    }

    /** Of one chip; where totals hold other kinds or none, as its own data say. */
    private double each(String id, Property own) {
      if (otherKinds || processors) {
        return chips.getFirst().values().get(own, 0);
      }
      return analysis.result("totals." + id).map(r -> r.quantity().value()).orElse(0.0)
          / all.size();
    }

    private Chip chip() {
      Instance first = chips.getFirst();
      double fp16 = first.values().get(Property.FP16_DENSE, 0);
      double fp8 = first.values().get(Property.FP8_DENSE, 0);
      if (fp16 == 0 && fp8 > 0) {
        fp16 = fp8 / 2;
        notes.add(Text.of("workload.halfOfFp8", first.part().name()));
      }
      if (GUESSED.stream().anyMatch(p -> assumed(first, p))) {
        notes.add(Text.of("workload.assumedChip", first.part().name()));
      }
      return new Chip(
          first.part().name(),
          fp16,
          fp8,
          first.values().get(Property.FP4_DENSE, 0),
          each("memoryTB", Property.MEMORY_BYTES),
          each("memoryBandwidthTBps", Property.MEMORY_BANDWIDTH),
          first.values().get(Property.POWER_W, 0),
          clockShare(),
          assumed(first, Property.POWER_W));
    }

    private static boolean assumed(Instance chip, Property property) {
      return chip.values()
          .find(property)
          .filter(v -> v.confidence() == Confidence.ASSUMPTION)
          .isPresent();
    }

    /** The hottest chip sets the pace: heat goes down with its clock until it is at its limit. */
    private double clockShare() {
      double share = 1;
      List<CoolingAnswer.Chip> cooled =
          analysis.cooling().asOptional().map(CoolingAnswer::chips).orElse(List.of());
      Set<String> own = chips.stream().map(Instance::name).collect(Collectors.toSet());
      for (CoolingAnswer.Chip c : cooled) {
        if (own.contains(c.place()) && c.junctionC() > c.limitC() && c.limitC() > c.inletC()) {
          share = Math.min(share, (c.limitC() - c.inletC()) / (c.junctionC() - c.inletC()));
        }
      }
      if (share < 1) {
        notes.add(Text.of("workload.throttled", share * 100));
      }
      return share;
    }

    private Optional<DrawnGroups> groups() {
      if (chips.size() > DrawnGroups.MOST_CHIPS) {
        notes.add(Text.of("workload.groupsAlike", chips.size(), DrawnGroups.MOST_CHIPS));
        return Optional.empty();
      }
      return Optional.of(fabrics.groups());
    }

    private Interconnect interconnect(Fabric fabric) {
      FabricAnswer answer =
          analysis
              .networks()
              .getOrDefault(fabric, Outcome.notApplicable("analysis.noFabric"))
              .asOptional()
              .orElse(null);
      if (answer == null) {
        return new Interconnect(1, 0, "", false);
      }
      FabricGraph graph = FabricGraph.of(model, fabric);
      double ends = reached(graph);
      double perEnd =
          answer.traffics().stream()
              .filter(t -> t.key().equals("all-to-all"))
              .mapToDouble(FabricAnswer.TrafficAnswer::injectionBytesPerS)
              .findFirst()
              .orElse(answer.portBytesPerS());
      return new Interconnect(
          perEnd * ends / all.size(),
          latency(answer, graph),
          NetworkAssumptions.protocol(model, fabric),
          NetworkAssumptions.reducing(model, graph));
    }

    /** Endpoints that chips send through; all where none is found to. */
    private double reached(FabricGraph graph) {
      long own =
          Arrays.stream(ScaleOutGraph.attached(model, graph, all).endpoints())
              .flatMapToInt(Arrays::stream)
              .filter(e -> e >= 0)
              .distinct()
              .count();
      return own > 0 ? own : graph.graph().endpointCount();
    }

    /** Of the fabric alone: a kernel on the chip sends step after step. */
    private double latency(FabricAnswer answer, FabricGraph graph) {
      LatencyTerms terms = NetworkAssumptions.terms(model, graph);
      double pairs = 0;
      double sum = 0;
      for (FabricAnswer.LatencyBin bin : answer.latency()) {
        pairs += bin.pairs();
        sum += bin.pairs() * bin.latencyS();
      }
      if (pairs > 0) {
        return Math.max(0, sum / pairs - terms.sendS() - terms.receiveS());
      }
      // Too many pairs: the first to the last lie as far apart as any.
      int last = graph.graph().endpointCount() - 1;
      return ZeroLoadLatency.slowestS(
          EcmpRoutes.ofSinglePairs(graph.graph()),
          terms.withoutEnds(),
          FlowPairs.of(new int[] {0}, new int[] {last}),
          () -> false);
    }
  }
}
