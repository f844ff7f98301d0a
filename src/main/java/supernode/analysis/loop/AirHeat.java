package supernode.analysis.loop;

import java.util.ArrayList;
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
  private final IntToDoubleFunction powerW;

  /** Share of its heat that what a chip sits on takes. */
  private final Map<Integer, Double> taken = new HashMap<>();

  /** Hydraulic links of ducts by the group that they stand in. */
  private final Map<Integer, List<Integer>> ducts = new HashMap<>();

  private final Map<Integer, String> names = new HashMap<>();

  /** Innermost group of each instance. */
  private final int[] groupOf;

  AirHeat(
      SystemModel model, LoopMap map, List<LoopProblem.Seat> seats, IntToDoubleFunction powerW) {
    this.model = model;
    this.powerW = powerW;
    groupOf = HeatSources.innermost(model);
    for (LoopProblem.Seat s : seats) {
      taken.put(s.chip().index(), LoopProblem.takenShare(s.chip(), s.plate()));
    }
    map.partLinks()
        .forEach((instance, link) -> {
          Instance i = model.instances().get(instance);
          if (i.part().kind() == PartKind.AIR_DUCT && !i.failed()) {
            ducts.computeIfAbsent(groupOf[instance], _ -> new ArrayList<>()).add(link);
            names.put(link, i.name());
          }
        });
  }

  /** What each duct takes up. */
  List<HeatInput> inputs() {
    if (ducts.isEmpty()) {
      return List.of();
    }
    Map<Integer, Double> sums = new HashMap<>();
    for (Instance i : model.instances()) {
      double w = powerW.applyAsDouble(i.index()) * (1 - taken.getOrDefault(i.index(), 0.0));
      // Fans and pumps warm what they move.
      if (w > 0 && !LoopProblem.drives(i.part().kind())) {
        List<Integer> near = nearest(groupOf[i.index()]);
        near.forEach(link -> sums.merge(link, w / near.size(), Double::sum));
      }
    }
    return sums.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(e -> new HeatInput(names.get(e.getKey()), e.getKey(), e.getValue()))
        .toList();
  }

  private List<Integer> nearest(int group) {
    for (int g = group; g >= 0; g = model.groups().get(g).parent()) {
      if (ducts.containsKey(g)) {
        return ducts.get(g);
      }
    }
    return List.of();
  }
}
