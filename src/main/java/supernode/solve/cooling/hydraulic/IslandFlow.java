package supernode.solve.cooling.hydraulic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import supernode.quantity.Text;
import supernode.solve.Outcome;

/**
 * One of the parts of a network that no link joins, with an answer of its own: what spoils one part
 * leaves the others solved.
 *
 * @param nodes indices in the whole network; their place in the list is that in the part
 * @param links the same
 */
public record IslandFlow(
    List<Integer> nodes, List<Integer> links, Outcome<HydraulicSolution> outcome) {
  public IslandFlow {
    nodes = List.copyOf(nodes);
    links = List.copyOf(links);
  }

  /** Each part of a network, in the order of their first nodes. */
  public static List<IslandFlow> solve(
      HydraulicNetwork network, double densityKgM3, double viscosityPaS) {
    Optional<Text> loose = network.looseEnd();
    int n = network.nodes().size();
    if (loose.isPresent()) {
      return List.of(
          new IslandFlow(List.of(), List.of(), new Outcome.NotApplicable<>(loose.get())));
    }
    int[] parent = new int[n];
    Arrays.setAll(parent, v -> v);
    for (HydraulicLink link : network.links()) {
      parent[root(parent, link.from())] = root(parent, link.to());
    }
    int[] partOf = new int[n];
    int[] place = new int[n];
    Arrays.fill(partOf, -1);
    List<List<Integer>> nodes = new ArrayList<>();
    List<List<Integer>> links = new ArrayList<>();
    for (int v = 0; v < n; v++) {
      int root = root(parent, v);
      if (partOf[root] < 0) {
        partOf[root] = nodes.size();
        nodes.add(new ArrayList<>());
        links.add(new ArrayList<>());
      }
      place[v] = nodes.get(partOf[root]).size();
      nodes.get(partOf[root]).add(v);
    }
    for (int k = 0; k < network.links().size(); k++) {
      links.get(partOf[root(parent, network.links().get(k).from())]).add(k);
    }
    List<IslandFlow> islands = new ArrayList<>();
    for (int i = 0; i < nodes.size(); i++) {
      HydraulicNetwork part = part(network, nodes.get(i), links.get(i), place);
      islands.add(
          new IslandFlow(
              nodes.get(i), links.get(i), HydraulicSolver.solve(part, densityKgM3, viscosityPaS)));
    }
    return islands;
  }

  private static HydraulicNetwork part(
      HydraulicNetwork network, List<Integer> nodes, List<Integer> links, int[] place) {
    return new HydraulicNetwork(
        nodes.stream().map(network.nodes()::get).toList(),
        links.stream()
            .map(network.links()::get)
            .map(l ->
                new HydraulicLink(l.label(), place[l.from()], place[l.to()], l.law(), l.copies()))
            .toList());
  }

  private static int root(int[] parent, int v) {
    int r = v;
    while (parent[r] != r) {
      parent[r] = parent[parent[r]];
      r = parent[r];
    }
    return r;
  }
}
