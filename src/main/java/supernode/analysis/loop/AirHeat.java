package supernode.analysis.loop;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import supernode.catalog.PartKind;
import supernode.solve.cooling.HeatInput;
import supernode.topology.Instance;
import supernode.topology.SystemModel;

/**
 * Heat that parts give to the air which flows past them: all that no heat sink, plate or bath
 * takes, to the ducts of their own assembly, else of the nearest one around it that has some. Where
 * none has, it stays in the room. Ends of links are counted with no part and left out.
 */
final class AirHeat {
  private final SystemModel model;
  private final LoopMap map;
  private final List<LoopProblem.Seat> seats;
  private final IntToDoubleFunction powerW;

  AirHeat(
      SystemModel model, LoopMap map, List<LoopProblem.Seat> seats, IntToDoubleFunction powerW) {
    this.model = model;
    this.map = map;
    this.seats = seats;
    this.powerW = powerW;
  }

  /** What each duct takes up. */
  List<HeatInput> inputs() {
    List<Instance> all = ducts();
    if (all.isEmpty()) {
      return List.of();
    }
    int[] groupOf = model.innermostGroups();
    List<List<Instance>> nearest = nearest(all, groupOf);
    double[] taken = taken();
    double[] sums = new double[groupOf.length];
    for (Instance i : model.instances()) {
      List<Instance> near = nearest.get(groupOf[i.index()]);
      double w = near.isEmpty() ? 0 : powerW.applyAsDouble(i.index()) * (1 - taken[i.index()]);
      // Fans and pumps warm what they move.
      if (w > 0 && !LoopProblem.drives(i.part().kind())) {
        for (int d = 0; d < near.size(); d++) {
          sums[near.get(d).index()] += w / near.size();
        }
      }
    }
    List<HeatInput> inputs = new ArrayList<>();
    for (Instance duct : all) {
      if (sums[duct.index()] > 0) {
        inputs.add(
            new HeatInput(duct.name(), map.partLinks().of(duct.index()), sums[duct.index()]));
      }
    }
    inputs.sort(Comparator.comparingInt(HeatInput::link));
    return inputs;
  }

  private List<Instance> ducts() {
    List<Instance> all = new ArrayList<>();
    map.partLinks()
        .forEach((instance, _) -> {
          Instance i = model.instances().get(instance);
          if (i.part().kind() == PartKind.AIR_DUCT && !i.failed()) {
            all.add(i);
          }
        });
    return all;
  }

  /** Share of its heat that what a chip sits on takes, by instance. */
  private double[] taken() {
    double[] taken = new double[model.instances().size()];
    for (LoopProblem.Seat s : seats) {
      taken[s.chip().index()] = LoopProblem.takenShare(s.chip(), s.plate());
    }
    return taken;
  }

  /** The ducts to which each group gives its heat: its own, else those of the group around it. */
  private List<List<Instance>> nearest(List<Instance> all, int[] groupOf) {
    Map<Integer, List<Instance>> own = new HashMap<>();
    for (Instance duct : all) {
      own.computeIfAbsent(groupOf[duct.index()], _ -> new ArrayList<>()).add(duct);
    }
    List<List<Instance>> nearest = new ArrayList<>();
    // Groups come before those that they hold.
    for (int g = 0; g < model.groups().size(); g++) {
      int around = model.groups().get(g).parent();
      List<Instance> outer = around < 0 ? List.of() : nearest.get(around);
      nearest.add(own.getOrDefault(g, outer));
    }
    return nearest;
  }
}
