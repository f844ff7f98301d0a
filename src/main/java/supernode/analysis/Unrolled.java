package supernode.analysis;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import supernode.analysis.loop.HeatSources;
import supernode.analysis.rule.Rule;
import supernode.analysis.rule.Situation;
import supernode.design.Fabric;
import supernode.design.Scenario;
import supernode.solve.Outcome;
import supernode.solve.network.route.FabricClasses;
import supernode.topology.FabricGraph;
import supernode.topology.Outage;
import supernode.topology.Reach;
import supernode.topology.Remains;
import supernode.topology.SoundModel;
import supernode.topology.SystemModel;

/** An unrolled design and what follows from it alone, each worked out when first asked for. */
final class Unrolled {
  private final Sound sound;
  private final Outcome<SystemModel> outcome;
  private final Outage outage;
  private final Map<Set<Fabric>, StageInputs.Wired> wired = new ConcurrentHashMap<>();
  private final Once<Loads> loads = new Once<>();
  private final Once<List<Result>> totals = new Once<>();
  private final Once<List<Finding>> left = new Once<>();
  private final Map<Fabric, Remains> remains = new EnumMap<>(Fabric.class);
  private final Map<Fabric, Boolean> whole = new EnumMap<>(Fabric.class);

  /**
   * A design of which nothing has failed.
   *
   * @param drawn what the rules find whether or not something fails
   * @param loads what its parts draw
   * @param inventory sums over its parts
   * @param warming its parts whose heat the loops may take up, by index
   * @param classes of its fabrics, each made when first asked for
   */
  record Sound(
      SoundModel model,
      Once<List<Finding>> drawn,
      Once<Loads> loads,
      Once<Inventory> inventory,
      Once<int[]> warming,
      Map<Fabric, Once<FabricClasses>> classes) {
    static Sound of(SystemModel model) {
      return new Sound(
          new SoundModel(model),
          new Once<>(),
          new Once<>(),
          new Once<>(),
          new Once<>(),
          new ConcurrentHashMap<>());
    }

    private FabricClasses classes(Fabric fabric, BooleanSupplier cancelled) {
      return classes
          .computeIfAbsent(fabric, _ -> new Once<>())
          .get(() -> FabricClasses.of(model.fabric(fabric).whole().graph(), cancelled));
    }
  }

  /**
   * @param sound of what it is a scenario
   */
  Unrolled(Sound sound, Scenario scenario) {
    this.sound = sound;
    this.outage = sound.model().under(scenario);
    this.outcome = Outcome.solved(outage.model());
  }

  SystemModel model() {
    return outage.model();
  }

  /** The model as an outcome, the same one each time. */
  Outcome<SystemModel> outcome() {
    return outcome;
  }

  /** Fabrics that are drawn, up or down. */
  Set<Fabric> fabrics() {
    return sound.model().wired();
  }

  private synchronized Remains remains(Fabric fabric) {
    return remains.computeIfAbsent(fabric, f -> sound.model().fabric(f).under(outage));
  }

  FabricGraph graph(Fabric fabric) {
    return remains(fabric).fabric();
  }

  /** The fabric with nothing failed. */
  FabricGraph sound(Fabric fabric) {
    return sound.model().fabric(fabric).whole();
  }

  /** What is alike on a fabric, found from what is on the sound one. */
  FabricClasses classes(Fabric fabric, BooleanSupplier cancelled) {
    Remains left = remains(fabric);
    if (left.fabric() == sound(fabric)) {
      return sound.classes(fabric, cancelled);
    }
    return left.loss()
        .map(loss ->
            FabricClasses.left(
                sound.classes(fabric, cancelled), left.fabric().graph(), loss, cancelled))
        .orElseGet(() -> FabricClasses.of(left.fabric().graph(), cancelled));
  }

  /** Whether all that is on a fabric is plainly joined, by links that carry something. */
  synchronized boolean isWhole(Fabric fabric) {
    return whole.computeIfAbsent(
        fabric, f -> !fabrics().contains(f) || Reach.isWhole(graph(f).graph()));
  }

  /** Endpoints of a fabric that are up, whether or not a link of theirs is. */
  int endpointsUp(Fabric fabric) {
    FabricGraph all = sound(fabric);
    long failed =
        outage.instances().stream()
            .map(i -> Arrays.binarySearch(all.instanceOf(), i))
            .filter(v -> v >= 0 && all.graph().isEndpoint(v))
            .count();
    return all.graph().endpointCount() - (int) failed;
  }

  /** What a set of fabrics looks like. */
  StageInputs.Wired wired(Set<Fabric> fabrics) {
    return wired.computeIfAbsent(fabrics, f -> new StageInputs.Wired(sound.model(), outage, f));
  }

  /** Heat that the loops may take up. */
  StageInputs.Heats heats() {
    int[] at = sound.warming().get(() -> HeatSources.of(sound.model().model()).stream().toArray());
    Loads all = loads();
    return new StageInputs.Heats(at, Arrays.stream(at).mapToDouble(all::heatW).toArray());
  }

  Loads loads() {
    return loads.get(() -> sound.loads().get(() -> new Loads(sound.model().model())).under(outage));
  }

  List<Result> totals() {
    return totals.get(
        () -> sound.inventory().get(() -> new Inventory(sound.model())).under(outage).results());
  }

  /** What the rules on parts and links find; equal for every situation of this model. */
  List<Finding> findings(Situation situation) {
    return Stream.concat(
            sound.drawn().get(() -> Rule.of(Rule.DRAWN, situation)).stream(),
            left.get(() -> Rule.of(Rule.LEFT, situation)).stream())
        .toList();
  }
}
