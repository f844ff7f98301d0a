package supernode.topology;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import supernode.catalog.LinkType;

/** The signal links on the ports of an instance, numbered as {@code Damage.Port} numbers them. */
public final class PortLinks {
  private PortLinks() {}

  /**
   * One of a port group's links.
   *
   * @param index among those on ports of that name
   * @param peer name of the instance at the other end
   */
  public record PortLink(String port, int index, String peer) {}

  /**
   * In the order of the wirings; of what is not in the model none.
   *
   * @param path of a part, or of an assembly whose parts' ports are meant
   * @param most none where there are more than this
   */
  public static List<PortLink> of(SystemModel model, String path, int most) {
    Map<String, Integer> counted = new HashMap<>();
    List<PortLink> found = new ArrayList<>();
    for (Link l : model.links()) {
      if (l.fabric().family() != LinkType.Family.SIGNAL) {
        continue;
      }
      Instance a = model.instances().get(l.a());
      Instance b = model.instances().get(l.b());
      boolean here = isWithin(a, path);
      boolean there = isWithin(b, path);
      if (here) {
        add(l.portA().name(), l.count(), b.name(), counted, found);
      }
      // A port group that is at both ends has the link once.
      if (there && !(here && l.portA().name().equals(l.portB().name()))) {
        add(l.portB().name(), l.count(), a.name(), counted, found);
      }
      if (found.size() > most) {
        return List.of();
      }
    }
    return found;
  }

  private static boolean isWithin(Instance i, String path) {
    return i.name().startsWith(path)
        && (i.name().length() == path.length() || i.name().charAt(path.length()) == '.');
  }

  private static void add(
      String port, int count, String peer, Map<String, Integer> counted, List<PortLink> found) {
    for (int k = 0; k < count; k++) {
      found.add(new PortLink(port, counted.merge(port, 1, Integer::sum) - 1, peer));
    }
  }
}
