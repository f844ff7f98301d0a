package supernode.solve.cooling.hydraulic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import supernode.quantity.Text;

/** Nodes and the links between them, by index. */
public record HydraulicNetwork(List<HydraulicNode> nodes, List<HydraulicLink> links) {
  public HydraulicNetwork {
    nodes = List.copyOf(nodes);
    links = List.copyOf(links);
  }

  int[] from() {
    return links.stream().mapToInt(HydraulicLink::from).toArray();
  }

  int[] to() {
    return links.stream().mapToInt(HydraulicLink::to).toArray();
  }

  /** The first thing that makes the network unusable; it names the link or node. */
  public Optional<Text> fault() {
    for (HydraulicNode node : nodes) {
      if (!Double.isFinite(
          node.elevationM() + node.demandKgS() + node.fixedPressurePa().orElse(0))) {
        return Optional.of(Text.of("cooling.fault.node", node.label()));
      }
    }
    Optional<Text> loose = looseEnd();
    if (loose.isPresent()) {
      return loose;
    }
    for (HydraulicLink link : links) {
      Optional<Text> fault = LinkLaw.positive("copies", link.copies()).or(() -> link.law().fault());
      if (fault.isPresent()) {
        return Optional.of(Text.of("cooling.fault.link", link.label(), fault.get()));
      }
    }
    return conflict();
  }

  /** Two valves that would keep the pressure of one node, or one where it is known already. */
  private Optional<Text> conflict() {
    Map<Integer, String> keepers = new HashMap<>();
    for (HydraulicLink link : links) {
      int node =
          switch (link.law()) {
            case PressureReducing _ -> link.to();
            case PressureSustaining _ -> link.from();
            default -> -1;
          };
      if (node < 0) {
        continue;
      }
      HydraulicNode held = nodes.get(node);
      String other =
          held.fixedPressurePa().isPresent() ? held.label() : keepers.put(node, link.label());
      if (other != null) {
        return Optional.of(Text.of("cooling.fault.conflict", link.label(), other, held.label()));
      }
    }
    return Optional.empty();
  }

  /** The first link that does not join two nodes. */
  Optional<Text> looseEnd() {
    return links.stream()
        .filter(link -> !joinsNodes(link))
        .findFirst()
        .map(link -> Text.of("cooling.fault.ends", link.label()));
  }

  private boolean joinsNodes(HydraulicLink link) {
    int n = nodes.size();
    return link.from() >= 0
        && link.from() < n
        && link.to() >= 0
        && link.to() < n
        && link.from() != link.to();
  }

  /** The same network with another law in one link. */
  public HydraulicNetwork withLaw(int link, LinkLaw law) {
    List<HydraulicLink> changed = new ArrayList<>(links);
    HydraulicLink old = links.get(link);
    changed.set(link, new HydraulicLink(old.label(), old.from(), old.to(), law, old.copies()));
    return new HydraulicNetwork(nodes, changed);
  }
}
