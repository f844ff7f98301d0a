package supernode.solve.cooling.hydraulic;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import supernode.quantity.Text;

/** Nodes and the links between them, by index. Immutable; what is asked often is kept. */
public final class HydraulicNetwork {
  private final List<HydraulicNode> nodes;
  private final List<HydraulicLink> links;

  /** Null until asked for: of many equal networks one is solved. */
  private volatile Ends ends;

  /** Null until asked for: of equal networks one is enough. */
  private volatile LinkTraits traits;

  /** Null until asked for: checking a large network takes as long as a step of its solution. */
  private volatile Optional<Text> fault;

  public HydraulicNetwork(List<HydraulicNode> nodes, List<HydraulicLink> links) {
    this.nodes = List.copyOf(nodes);
    this.links = List.copyOf(links);
  }

  /** Another law in one link: all else stays. */
  private HydraulicNetwork(HydraulicNetwork old, int changed, LinkLaw law) {
    nodes = old.nodes;
    ends = old.ends();
    traits = old.traits().with(changed, law);
    HydraulicLink[] all = old.links.toArray(new HydraulicLink[0]);
    all[changed] = all[changed].withLaw(law);
    links = List.of(all);
    if (old.fault().isEmpty() && !(law instanceof Regulator)) {
      fault = check(all[changed]);
    }
  }

  public List<HydraulicNode> nodes() {
    return nodes;
  }

  public List<HydraulicLink> links() {
    return links;
  }

  /** First and second node of each link. */
  private record Ends(int[] from, int[] to) {}

  private Ends ends() {
    if (ends == null) {
      int[] from = new int[links.size()];
      int[] to = new int[from.length];
      for (int k = 0; k < from.length; k++) {
        from[k] = links.get(k).from();
        to[k] = links.get(k).to();
      }
      ends = new Ends(from, to);
    }
    return ends;
  }

  int[] from() {
    return ends().from();
  }

  int[] to() {
    return ends().to();
  }

  LinkTraits traits() {
    if (traits == null) {
      traits = LinkTraits.of(links);
    }
    return traits;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof HydraulicNetwork n && nodes.equals(n.nodes) && links.equals(n.links);
  }

  @Override
  public int hashCode() {
    return 31 * nodes.hashCode() + links.hashCode();
  }

  @Override
  public String toString() {
    return "HydraulicNetwork" + nodes + links;
  }

  /** The first thing that makes the network unusable; it names the link or node. */
  @SuppressWarnings("OptionalAssignedToNull")
  public Optional<Text> fault() {
    if (fault == null) {
      fault = check();
    }
    return fault;
  }

  private Optional<Text> check() {
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
      Optional<Text> found = check(link);
      if (found.isPresent()) {
        return found;
      }
    }
    return conflict();
  }

  private static Optional<Text> check(HydraulicLink link) {
    return LinkLaw.first(LinkLaw.positive("copies", link.copies()), link.law().fault())
        .map(why -> Text.of("cooling.fault.link", link.label(), why));
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
    return new HydraulicNetwork(this, link, law);
  }
}
