package supernode.analysis.loop;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import supernode.analysis.PipeFlows;
import supernode.catalog.PartKind;
import supernode.solve.cooling.LoopsSolution;
import supernode.solve.cooling.hydraulic.HydraulicLink;
import supernode.topology.Instance;
import supernode.topology.SystemModel;

/**
 * The way of the coolant round a loop through the plate that it leaves warmest: from a unit to the
 * plate against the flow, from there to a unit with it, always along the largest stream.
 */
final class LoopCourse {
  private static final int MOST = 10_000;

  private final SystemModel model;
  private final LoopMap map;
  private final LoopsSolution solution;
  private final List<HydraulicLink> links;
  private final List<List<Integer>> at = new ArrayList<>();
  private final Set<Integer> ends;

  LoopCourse(SystemModel model, LoopMap map, LoopsSolution solution) {
    this.model = model;
    this.map = map;
    this.solution = solution;
    this.links = map.links();
    this.ends = new HashSet<>(map.exchangerLinks().values());
    map.nodes().forEach(_ -> at.add(new ArrayList<>()));
    for (int k = 0; k < links.size(); k++) {
      at.get(links.get(k).from()).add(k);
      at.get(links.get(k).to()).add(k);
    }
  }

  /** Parts on the way, with the temperature where the coolant leaves each. */
  List<PipeFlows.Station> stations() {
    Optional<Integer> start = warmest();
    if (start.isEmpty()) {
      return List.of();
    }
    Deque<Integer> way = new ArrayDeque<>();
    way.add(start.get());
    walk(start.get(), false, way);
    walk(start.get(), true, way);
    List<PipeFlows.Station> stations = new ArrayList<>();
    for (int k : way) {
      String label = links.get(k).label();
      // Hoses change next to nothing; their ends are stations already.
      if (label.contains(" ")) {
        continue;
      }
      PipeFlows.Station here =
          new PipeFlows.Station(label, solution.outletC(k), Math.abs(solution.flowM3S(k)));
      // A manifold is a row of links.
      if (!stations.isEmpty() && stations.getLast().place().equals(label)) {
        stations.removeLast();
      }
      stations.add(here);
    }
    return stations;
  }

  private Optional<Integer> warmest() {
    return warmest(Baths::takesHeat).or(() -> warmest(i -> i.part().kind() == PartKind.AIR_DUCT));
  }

  private Optional<Integer> warmest(Predicate<Instance> heats) {
    PartLinks parts = map.partLinks();
    return IntStream.range(0, parts.size())
        .map(parts::instance)
        .filter(i -> heats.test(model.instances().get(i)) && flow(parts.of(i)) != 0)
        .boxed()
        .max(
            Comparator.comparingDouble((Integer i) -> solution.outletC(parts.of(i)))
                .thenComparing(i -> -i))
        .map(parts::of);
  }

  private double flow(int k) {
    return solution.flowM3S(k);
  }

  private void walk(int start, boolean onward, Deque<Integer> way) {
    Set<Integer> seen = new HashSet<>(way);
    int k = start;
    for (int i = 0; i < MOST; i++) {
      HydraulicLink l = links.get(k);
      int node = (flow(k) > 0) == onward ? l.to() : l.from();
      int last = k;
      Optional<Integer> next =
          at.get(node).stream()
              .filter(n -> n != last && passes(n, node, onward))
              .max(
                  Comparator.comparingDouble((Integer n) -> Math.abs(flow(n)))
                      .thenComparing(n -> -n));
      // A unit is the end on both sides.
      if (next.isEmpty() || (!seen.add(next.get()) && !ends.contains(next.get()))) {
        return;
      }
      k = next.get();
      if (onward) {
        way.addLast(k);
      } else {
        way.addFirst(k);
      }
      if (ends.contains(k)) {
        return;
      }
    }
  }

  /** Whether what is at a node goes on into a link, or came out of it. */
  private boolean passes(int k, int node, boolean onward) {
    int entry = flow(k) > 0 ? links.get(k).from() : links.get(k).to();
    return flow(k) != 0 && (entry == node) == onward;
  }
}
