package supernode.topology;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import supernode.design.Fabric;

/**
 * A design unrolled under a scenario: every part, every link, the hierarchy kept.
 *
 * @param wired which of the links each wiring makes
 * @param names finds instances; that of a model is that of every scenario of it
 */
public record SystemModel(
    List<Instance> instances,
    List<Group> groups,
    List<Link> links,
    WiredRanges wired,
    List<Shortage> shortages,
    NameIndex names) {
  public Optional<Instance> find(String name) {
    OptionalInt at = names.find(name);
    return at.isPresent() ? Optional.of(instances.get(at.getAsInt())) : Optional.empty();
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
