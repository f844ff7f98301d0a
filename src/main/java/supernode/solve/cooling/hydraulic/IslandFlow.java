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
    if (loose.isPresent()) {
      return List.of(
          new IslandFlow(List.of(), List.of(), new Outcome.NotApplicable<>(loose.get())));
    }
    Partition parts = Partition.of(network);
    List<IslandFlow> islands = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      islands.add(
          new IslandFlow(
              boxed(parts.nodes()[i]),
              boxed(parts.links()[i]),
              HydraulicSolver.solve(parts.network(network, i), densityKgM3, viscosityPaS)));
    }
    return islands;
  }

  private static List<Integer> boxed(int[] indices) {
    return Arrays.stream(indices).boxed().toList();
  }
}
