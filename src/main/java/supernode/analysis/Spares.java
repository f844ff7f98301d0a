package supernode.analysis;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import supernode.catalog.PartKind;
import supernode.catalog.Property;
import supernode.design.Design;
import supernode.design.InstancePath;
import supernode.design.Placement;
import supernode.topology.Instance;
import supernode.topology.SystemModel;

/**
 * Accelerators that a drawing keeps in reserve: of a placement of accelerators, or of trays and
 * racks that hold them, as many as it says, the last ones that are sound. One that has failed, or
 * holds one that has, is replaced by another and takes one of the spares.
 */
public final class Spares {
  private Spares() {}

  private record Placed(InstancePath within, String placement) {}

  /** One of a placement with the accelerators in it. */
  private static final class Unit {
    private final List<Integer> accelerators = new ArrayList<>();
    private boolean impaired;
  }

  /** Numbers of the accelerators in reserve, whether or not they are up. */
  public static BitSet of(Design design, SystemModel model) {
    Map<Placed, Map<Integer, Unit>> units = new HashMap<>();
    Map<Placed, Integer> spares = new HashMap<>();
    for (Instance i : model.instances()) {
      if (i.part().kind() == PartKind.ACCELERATOR) {
        note(design, i, units, spares);
      }
    }
    BitSet reserve = new BitSet();
    units.forEach((placed, all) -> reserve(all.values(), spares.get(placed), reserve));
    return reserve;
  }

  private static void note(
      Design design,
      Instance chip,
      Map<Placed, Map<Integer, Unit>> units,
      Map<Placed, Integer> spares) {
    List<InstancePath.Step> steps = chip.path().steps();
    String assembly = design.root();
    for (int k = 0; k < steps.size(); k++) {
      InstancePath.Step step = steps.get(k);
      Placement placement = design.assemblies().get(assembly).placements().get(step.placement());
      int spare =
          k == steps.size() - 1
              ? (int) chip.values().get(Property.SPARES, 0)
              : placement.overrides().getOrDefault(Property.SPARES, 0.0).intValue();
      if (spare > 0) {
        Placed placed = new Placed(new InstancePath(steps.subList(0, k)), step.placement());
        spares.put(placed, spare);
        Unit unit =
            units
                .computeIfAbsent(placed, _ -> new LinkedHashMap<>())
                .computeIfAbsent(step.index(), _ -> new Unit());
        unit.accelerators.add(chip.index());
        unit.impaired |= chip.failed();
      }
      assembly = placement.of();
    }
  }

  private static void reserve(Iterable<Unit> units, int spares, BitSet reserve) {
    List<Unit> sound = new ArrayList<>();
    List<Unit> order = new ArrayList<>();
    for (Unit u : units) {
      (u.impaired ? order : sound).add(u);
    }
    order.addAll(sound.reversed());
    order.stream()
        .limit(Math.min(spares, order.size() - 1))
        .flatMap(u -> u.accelerators.stream())
        .forEach(reserve::set);
  }
}
