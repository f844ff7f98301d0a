package supernode.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import supernode.catalog.Catalog;
import supernode.catalog.Property;
import supernode.design.Ambient;
import supernode.design.Arrangement;
import supernode.design.Assembly;
import supernode.design.Damage;
import supernode.design.Design;
import supernode.design.Fabric;
import supernode.design.Placement;
import supernode.design.Scenario;
import supernode.solve.Outcome;
import supernode.topology.Instance;
import supernode.topology.Link;
import supernode.topology.Outage;
import supernode.topology.SoundModel;
import supernode.topology.SystemModel;

/** What each stage reads, as values that are equal when the stage would answer the same. */
final class StageInputs {
  private static final Arrangement NOWHERE = new Arrangement.Grid(0, 0, 0, 0, 1, 0);

  private StageInputs() {}

  /** What unrolling reads: all but where things are drawn, names, notes and surroundings. */
  record Drawing(
      String root,
      Map<String, Assembly> assemblies,
      Map<String, Map<Property, Double>> overrides,
      Catalog library) {}

  static Drawing drawing(Design design, Catalog library) {
    Map<String, Assembly> assemblies = new LinkedHashMap<>();
    design
        .assemblies()
        .forEach((id, a) -> {
          Map<String, Placement> placements = new LinkedHashMap<>();
          a.placements().forEach((name, p) -> placements.put(name, p.withArrangement(NOWHERE)));
          assemblies.put(id, a.withPlacements(placements).withName(""));
        });
    return new Drawing(design.root(), assemblies, design.overrides(), library);
  }

  /** What a model under a scenario reads besides the whole one, which is the same or another. */
  record Failing(Outcome<Unrolled.Sound> whole, Set<String> faults, List<Damage> damage) {
    static Failing of(Outcome<Unrolled.Sound> whole, Scenario scenario) {
      return new Failing(whole, scenario.faults(), scenario.damage());
    }

    // Models are large: one that is not the same is another.
    @Override
    public boolean equals(Object other) {
      return other instanceof Failing f
          && f.whole == whole
          && f.faults.equals(faults)
          && f.damage.equals(damage);
    }

    @Override
    public int hashCode() {
      return faults.hashCode();
    }
  }

  /** What power reads; the loads are the model's own. */
  record Powered(Unrolled model, CoolingPower drawn, Ambient ambient) {}

  /** What a set of fabrics looks like: its links and the parts they join. */
  record Wiring(List<Link> links, List<Instance> parts) {}

  static Wiring wiring(SystemModel model, Set<Fabric> fabrics) {
    List<Link> links = new ArrayList<>();
    boolean[] joined = new boolean[model.instances().size()];
    for (Link l : model.links()) {
      if (fabrics.contains(l.fabric())) {
        links.add(l);
        joined[l.a()] = true;
        joined[l.b()] = true;
      }
    }
    List<Instance> parts = new ArrayList<>();
    for (Instance i : model.instances()) {
      if (joined[i.index()]) {
        parts.add(i);
      }
    }
    return new Wiring(links, parts);
  }

  /**
   * The wiring of a set of fabrics under an outage: two of one sound model are told apart by what
   * has failed.
   */
  static final class Wired {
    private final SoundModel sound;
    private final SystemModel model;
    private final Set<Fabric> fabrics;
    private final Wiring failed;
    private final Once<Wiring> whole = new Once<>();

    Wired(SoundModel sound, Outage outage, Set<Fabric> fabrics) {
      this.sound = sound;
      this.model = outage.model();
      this.fabrics = fabrics;
      this.failed =
          new Wiring(
              outage.links().stream()
                  .mapToObj(model.links()::get)
                  .filter(l -> fabrics.contains(l.fabric()))
                  .toList(),
              outage.instances().stream()
                  .filter(this::isJoined)
                  .mapToObj(model.instances()::get)
                  .toList());
    }

    private boolean isJoined(int instance) {
      return sound.linksOf(instance).anyMatch(l -> fabrics.contains(model.links().get(l).fabric()));
    }

    private Wiring whole() {
      return whole.get(() -> wiring(model, fabrics));
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Wired w
          && w.fabrics.equals(fabrics)
          && (w.sound == sound ? w.failed.equals(failed) : w.whole().equals(whole()));
    }

    @Override
    public int hashCode() {
      return fabrics.hashCode();
    }
  }

  /** What the networks read besides their wiring: what is chosen for each. */
  record Networked(Wired wired, Map<Fabric, NetworkStage.Choice> choices) {}

  /** What the loop reads besides its wiring: the heat that it may take up, and the surroundings. */
  record Cooled(Wired wired, Heats heats, Ambient ambient) {}

  /**
   * What some parts turn to heat.
   *
   * @param at the parts, by index
   * @param watts of each
   */
  @SuppressWarnings("ArrayRecordComponent") // Compared by what they hold.
  record Heats(int[] at, double[] watts) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Heats h && Arrays.equals(h.at, at) && Arrays.equals(h.watts, watts);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(watts);
    }
  }
}
