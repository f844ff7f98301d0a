package supernode.analysis;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import supernode.analysis.rule.Rule;
import supernode.analysis.rule.Situation;
import supernode.design.Fabric;
import supernode.solve.Outcome;
import supernode.topology.FabricGraph;
import supernode.topology.SoundFabric;
import supernode.topology.SystemModel;

/** An unrolled design and what follows from it alone, each worked out when first asked for. */
final class Unrolled {
  private final Sound sound;
  private final Outcome<SystemModel> outcome;
  private final SystemModel model;
  private final Set<Fabric> signal;
  private final Set<Fabric> fluid;
  private final Once<StageInputs.Wired> networks = new Once<>();
  private final Once<StageInputs.Wired> withHosts = new Once<>();
  private final Once<StageInputs.Wired> cooling = new Once<>();
  private final Once<Loads> loads = new Once<>();
  private final Once<List<Result>> totals = new Once<>();
  private final Once<List<Finding>> left = new Once<>();

  /**
   * A design of which nothing has failed.
   *
   * @param drawn what the rules find whether or not something fails
   * @param fabrics its graphs, each made when first asked for
   */
  record Sound(SystemModel model, Once<List<Finding>> drawn, Map<Fabric, SoundFabric> fabrics) {
    static Sound of(SystemModel model) {
      return new Sound(model, new Once<>(), new ConcurrentHashMap<>());
    }
  }

  /**
   * @param sound of what it is a scenario
   * @param signal fabrics that the networks read
   * @param fluid fabrics that the loop reads
   */
  Unrolled(Sound sound, SystemModel model, Set<Fabric> signal, Set<Fabric> fluid) {
    this.sound = sound;
    this.outcome = Outcome.solved(model);
    this.model = model;
    this.signal = signal;
    this.fluid = fluid;
  }

  SystemModel model() {
    return model;
  }

  /** The model as an outcome, the same one each time. */
  Outcome<SystemModel> outcome() {
    return outcome;
  }

  FabricGraph graph(Fabric fabric) {
    return soundFabric(fabric).under(model);
  }

  /** The fabric with nothing failed. */
  FabricGraph sound(Fabric fabric) {
    return soundFabric(fabric).whole();
  }

  private SoundFabric soundFabric(Fabric fabric) {
    return sound.fabrics().computeIfAbsent(fabric, f -> new SoundFabric(sound.model(), f));
  }

  /**
   * @param throughHosts whether flows cross the hosts' wiring, too
   */
  StageInputs.Wired networks(boolean throughHosts) {
    return (throughHosts ? withHosts : networks)
        .get(() -> {
          Set<Fabric> read = EnumSet.copyOf(signal);
          if (throughHosts) {
            read.add(Fabric.HOST);
          }
          return StageInputs.wired(model, read);
        });
  }

  StageInputs.Wired cooling() {
    return cooling.get(() -> StageInputs.wired(model, fluid));
  }

  Loads loads() {
    return loads.get(() -> new Loads(model));
  }

  List<Result> totals() {
    return totals.get(() -> Inventory.of(model));
  }

  /** What the rules on parts and links find; equal for every situation of this model. */
  List<Finding> findings(Situation situation) {
    return Stream.concat(
            sound.drawn().get(() -> Rule.of(Rule.DRAWN, situation)).stream(),
            left.get(() -> Rule.of(Rule.LEFT, situation)).stream())
        .toList();
  }
}
