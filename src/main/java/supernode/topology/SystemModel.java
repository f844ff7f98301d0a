package supernode.topology;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import supernode.design.Fabric;

/**
 * A design unrolled under a scenario: every part, every link, the hierarchy kept.
 *
 * @param wired which of the links each wiring makes
 */
public record SystemModel(
    List<Instance> instances,
    List<Group> groups,
    List<Link> links,
    WiredRanges wired,
    List<Shortage> shortages,
    Map<String, Integer> byName) {
  public Optional<Instance> find(String name) {
    return Optional.ofNullable(byName.get(name)).map(instances::get);
  }

  /** Those of a fabric, in their order: all links of one wiring are of one fabric. */
  public List<Link> links(Fabric fabric) {
    return wired.of(links, l -> l.fabric() == fabric);
  }

  /** Physical links of a fabric, parallel ones counted each. */
  public int linkCount(Fabric fabric) {
    return links(fabric).stream().mapToInt(Link::count).sum();
  }

  /** The innermost group around an instance. */
  public Group groupOf(int instance) {
    Group best = groups.getFirst();
    for (Group g : groups) {
      if (g.contains(instance) && g.end() - g.first() <= best.end() - best.first()) {
        best = g;
      }
    }
    return best;
  }
}
