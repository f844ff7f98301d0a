package supernode.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import supernode.design.InstancePath;
import supernode.solve.network.traffic.TrafficResult;
import supernode.topology.CsrGraph;
import supernode.topology.FabricGraph;
import supernode.topology.SystemModel;

/**
 * Who sends how much to whom: single endpoints, or on a large fabric groups of them with what their
 * flows add up to.
 *
 * @param names of the endpoints or groups
 * @param sizes endpoints of each
 * @param bytesPerS by sender, then by receiver
 */
@SuppressWarnings("ArrayRecordComponent") // drawn as they are, never compared
public record TrafficMap(List<String> names, List<Integer> sizes, double[][] bytesPerS) {
  /** Rows that can be told apart. */
  static final int MOST = 64;

  public TrafficMap {
    names = List.copyOf(names);
    sizes = List.copyOf(sizes);
  }

  public boolean isGrouped() {
    return sizes.stream().anyMatch(n -> n > 1);
  }

  static TrafficMap of(
      SystemModel model, FabricGraph fabric, TrafficResult traffic, BooleanSupplier cancelled) {
    CsrGraph graph = fabric.graph();
    List<InstancePath> endpoints = new ArrayList<>();
    for (int i = 0; i < graph.endpointCount(); i++) {
      endpoints.add(model.instances().get(fabric.instanceOf()[graph.endpoint(i)]).path());
    }
    Map<String, List<Integer>> groups = groups(endpoints);
    int[] groupOf = new int[endpoints.size()];
    List<Integer> sizes = new ArrayList<>();
    for (List<Integer> members : groups.values()) {
      members.forEach(i -> groupOf[i] = sizes.size());
      sizes.add(members.size());
    }
    return new TrafficMap(
        List.copyOf(groups.keySet()), sizes, traffic.sums(groupOf, sizes.size(), cancelled));
  }

  /** By the deepest level of the drawing that has few enough; else several neighbours together. */
  private static Map<String, List<Integer>> groups(List<InstancePath> endpoints) {
    int depth = endpoints.stream().mapToInt(p -> p.steps().size()).max().orElse(0);
    Map<String, List<Integer>> groups = at(endpoints, depth);
    while (groups.size() > MOST && depth > 1) {
      groups = at(endpoints, --depth);
    }
    return groups.size() > MOST ? together(groups) : groups;
  }

  private static Map<String, List<Integer>> at(List<InstancePath> endpoints, int depth) {
    Map<String, List<Integer>> groups = new LinkedHashMap<>();
    for (int i = 0; i < endpoints.size(); i++) {
      List<InstancePath.Step> steps = endpoints.get(i).steps();
      String name = new InstancePath(steps.subList(0, Math.min(depth, steps.size()))).toString();
      groups.computeIfAbsent(name, _ -> new ArrayList<>()).add(i);
    }
    return groups;
  }

  private static Map<String, List<Integer>> together(Map<String, List<Integer>> groups) {
    int each = Math.ceilDiv(groups.size(), MOST);
    List<String> names = List.copyOf(groups.keySet());
    Map<String, List<Integer>> joined = new LinkedHashMap<>();
    for (int from = 0; from < names.size(); from += each) {
      List<String> some = names.subList(from, Math.min(names.size(), from + each));
      List<Integer> members = new ArrayList<>();
      some.forEach(n -> members.addAll(groups.get(n)));
      joined.put(
          some.size() == 1 ? some.getFirst() : some.getFirst() + " … " + some.getLast(), members);
    }
    return joined;
  }
}
