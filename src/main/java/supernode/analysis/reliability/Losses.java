package supernode.analysis.reliability;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import supernode.analysis.Analysis;
import supernode.analysis.FabricAnswer;
import supernode.analysis.FailureRates;
import supernode.analysis.LostCooling;
import supernode.analysis.Spares;
import supernode.catalog.PartKind;
import supernode.design.Fabric;
import supernode.topology.FabricGraph;
import supernode.topology.Instance;
import supernode.topology.Islands;
import supernode.topology.Link;
import supernode.topology.Planes;
import supernode.topology.SystemModel;

/** Takes one part of each class away and looks at what is left. */
final class Losses {
  /** Fabrics between accelerators. */
  private static final List<Fabric> FABRICS = List.of(Fabric.SCALE_UP, Fabric.SCALE_OUT);

  /** Classes that are looked at: a drawing without any symmetry has as many as parts. */
  private static final int MOST_CLASSES = 4_000;

  /** Planes that are taken away in turn to find the one that matters most. */
  private static final int PLANES_TRIED = 8;

  private final Analysis analysis;
  private final SystemModel model;
  private final BooleanSupplier cancelled;
  private final PartClasses classes;
  private final DrawnDependencies needs;
  private final FailureRates rates;
  private final PartKind counted;
  private final Map<Fabric, FabricLoss> fabrics = new EnumMap<>(Fabric.class);
  private int looked;
  private int skipped;

  /**
   * @param counted what stops: accelerators, or what there is in their place
   */
  Losses(Analysis analysis, SystemModel model, PartKind counted, BooleanSupplier cancelled) {
    this.counted = counted;
    this.analysis = analysis;
    this.model = model;
    this.cancelled = cancelled;
    classes = new PartClasses(model);
    needs = new DrawnDependencies(analysis, model);
    rates = new FailureRates(model);
    for (Fabric f : FABRICS) {
      if (analysis.networks().containsKey(f)) {
        Optional<FabricAnswer> answer = analysis.networks().get(f).asOptional();
        fabrics.put(
            f,
            new FabricLoss(
                model, f, classes, counted, answer.map(FabricAnswer::degradation), cancelled));
      }
    }
  }

  Resilience resilience() {
    List<PartLoss> all = new ArrayList<>();
    classes.parts().stream().filter(c -> isLooked()).map(this::of).forEach(all::add);
    for (List<Link> c : classes.links()) {
      if (isWatched(c.getFirst()) && isLooked()) {
        all.add(ofLinks(c));
      }
    }
    return new Resilience(
        counted,
        (int) Resilience.up(model, counted).count(),
        domain(),
        together(all),
        planes(),
        spares(),
        skipped);
  }

  private boolean isLooked() {
    if (cancelled.getAsBoolean()) {
      throw new CancellationException();
    }
    if (++looked > MOST_CLASSES) {
      skipped++;
      return false;
    }
    return true;
  }

  private static boolean isWatched(Link l) {
    return switch (l.fabric()) {
      case SCALE_UP, SCALE_OUT, LOOP, POWER, HOST -> true;
      case MEMORY, STORAGE, INTER_SITE, HEAT -> false;
    };
  }

  private PartLoss of(List<Instance> alike) {
    Instance one = alike.getFirst();
    BitSet down = needs.lostWithPart(one.index());
    PartLoss loss =
        loss(
            classes.path(one.index()),
            one.part().name(),
            cause(one),
            alike.size(),
            one.name(),
            false,
            down,
            rates.of(one));
    return loss.accelerators() == 0 && drivesCoolant(one) ? withHeat(loss) : loss;
  }

  /** A switch between chips and their processor is part of the host. */
  private PartLoss.Cause cause(Instance one) {
    PartLoss.Cause cause = PartLoss.Cause.of(one.part().kind());
    boolean onFabric = fabrics.values().stream().anyMatch(f -> f.has(one.index()));
    return cause == PartLoss.Cause.NETWORK && !onFabric ? PartLoss.Cause.HOST : cause;
  }

  private static boolean drivesCoolant(Instance i) {
    return switch (i.part().kind()) {
      case PUMP, CDU, DRY_COOLER, COOLING_TOWER, CHILLER, HEAT_EXCHANGER -> true;
      default -> false;
    };
  }

  /** Others still drive the loop: whether they cool enough, the loop itself says. */
  private PartLoss withHeat(PartLoss loss) {
    int hot =
        LostCooling.tooHot(analysis, loss.example(), cancelled)
            .asOptional()
            .map(Math::toIntExact)
            .orElse(0);
    return loss.withAccelerators(hot);
  }

  private PartLoss loss(
      String path,
      String what,
      PartLoss.Cause cause,
      int count,
      String example,
      boolean link,
      BitSet down,
      Optional<FailureRates.Rate> rate) {
    int chips = 0;
    for (int i = down.nextSetBit(0); i >= 0; i = down.nextSetBit(i + 1)) {
      Instance lost = model.instances().get(i);
      chips += lost.part().kind() == counted && !lost.failed() ? 1 : 0;
    }
    Map<Fabric, FabricLoss.Left> left = new EnumMap<>(Fabric.class);
    fabrics.forEach((f, loss) -> {
      FabricLoss.Left l = loss.without(down);
      if (!l.equals(FabricLoss.Left.ALL)) {
        left.put(f, l);
      }
    });
    return new PartLoss(path, what, cause, link, count, example, chips, left, rate);
  }

  private PartLoss ofLinks(List<Link> alike) {
    Link one = alike.getFirst();
    String path = classes.path(one.a()) + " – " + classes.path(one.b());
    String example = name(one.a()) + " – " + name(one.b());
    int count = alike.stream().mapToInt(Link::live).sum();
    Optional<FailureRates.Rate> rate = rates.of(one);
    FabricLoss fabric = fabrics.get(one.fabric());
    if (fabric == null) {
      // Of several in parallel the others carry on.
      BitSet down = one.live() == 1 ? needs.lostWithLink(one.index()) : new BitSet();
      return loss(path, one.type().name(), given(one), count, example, true, down, rate);
    }
    Map<Fabric, FabricLoss.Left> left = Map.of(one.fabric(), fabric.without(one));
    return new PartLoss(
        path, one.type().name(), PartLoss.Cause.NETWORK, true, count, example, 0, left, rate);
  }

  private static PartLoss.Cause given(Link link) {
    return switch (link.fabric()) {
      case LOOP -> PartLoss.Cause.COOLING;
      case POWER -> PartLoss.Cause.POWER;
      default -> PartLoss.Cause.HOST;
    };
  }

  private String name(int instance) {
    return model.instances().get(instance).name();
  }

  private record Alike(PartLoss one) {
    private Alike {
      one = one.counted(0, "");
    }
  }

  /** Classes of one placement that take the same with them are told as one; worst first. */
  private static List<PartLoss> together(List<PartLoss> all) {
    Map<Alike, PartLoss> merged = new LinkedHashMap<>();
    all.forEach(l ->
        merged.merge(new Alike(l), l, (a, b) -> a.counted(a.count() + b.count(), a.example())));
    return merged.values().stream()
        .sorted(
            Comparator.comparingInt((PartLoss l) -> -l.stopped())
                .thenComparingDouble(PartLoss::bandwidthLeft))
        .toList();
  }

  private int domain() {
    FabricGraph graph = FabricGraph.of(model, Fabric.SCALE_UP);
    return Islands.of(graph.graph()).mostEndpoints();
  }

  /** Accelerators in reserve that are up. */
  private int spares() {
    BitSet reserve = Spares.of(analysis.design(), model);
    return (int) Resilience.up(model, counted).filter(i -> reserve.get(i.index())).count();
  }

  private List<PlaneLoss> planes() {
    List<PlaneLoss> all = new ArrayList<>();
    fabrics.forEach((f, loss) -> {
      Planes planes = Planes.of(model, f, i -> !model.instances().get(i).failed());
      if (planes.count() < 2 * loss.domains()) {
        return;
      }
      double left = 1;
      for (int p = 0; p < Math.min(planes.count(), PLANES_TRIED); p++) {
        BitSet down = new BitSet();
        planes.at(p).forEach(n -> down.set(model.find(n).orElseThrow().index()));
        FabricLoss.Left without = loss.without(down);
        left = Math.min(left, without.cutOff() > 0 ? 0 : without.left());
      }
      if (left > 0) {
        int each = Math.max(1, planes.count() / loss.domains());
        all.add(new PlaneLoss(f, each, sent(f), left, List.of()));
      }
    });
    return all;
  }

  private double sent(Fabric fabric) {
    return analysis.networks().get(fabric).asOptional().stream()
        .flatMap(a -> a.traffics().stream())
        .filter(t -> t.key().equals("all-to-all"))
        .mapToDouble(FabricAnswer.TrafficAnswer::injectionBytesPerS)
        .findFirst()
        .orElse(0);
  }
}
