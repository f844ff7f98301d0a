package supernode.topology;

import java.util.Arrays;
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

  /** Of every instance the number of the innermost group around it. */
  public int[] innermostGroups() {
    int[] innermost = new int[instances.size()];
    for (int g = 0; g < groups.size(); g++) {
      // What lies inside comes after what is around it.
      Arrays.fill(innermost, groups.get(g).first(), groups.get(g).end(), g);
    }
    return innermost;
  }

  /** The innermost group around an instance. */
  public Group groupOf(int instance) {
    // Groups are in depth-first order: the last that begins before is inside it, or past its end.
    int low = 0;
    int high = groups.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (groups.get(middle).first() <= instance) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    Group g = groups.get(low);
    while (!g.contains(instance) && g.parent() >= 0) {
      g = groups.get(g.parent());
    }
    return g;
  }
}
