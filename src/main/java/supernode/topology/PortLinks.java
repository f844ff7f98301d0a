package supernode.topology;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import supernode.catalog.LinkType;
import supernode.design.Damage;

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

  /** Takes a link that is on a port at a path. */
  private interface Taker {
    void take(Link link, String port, int peer);
  }

  /**
   * In the order of the wirings; of what is not in the model none.
   *
   * @param path of a part, or of an assembly whose parts' ports are meant
   * @param most none where there are more than this
   */
  public static List<PortLink> of(SystemModel model, String path, int most) {
    Map<String, Integer> counted = new HashMap<>();
    List<PortLink> found = new ArrayList<>();
    Taker out =
        (link, port, peer) -> {
          String name = model.instances().get(peer).name();
          for (int k = 0; k < link.count() && found.size() <= most; k++) {
            found.add(new PortLink(port, counted.merge(port, 1, Integer::sum) - 1, name));
          }
        };
    model.links().forEach(l -> take(model, path, l, out));
    return found.size() > most ? List.of() : found;
  }

  /** The link that a damage names; empty where the port group has not so many. */
  static Optional<Link> find(SystemModel model, SoundModel sound, Damage.Port damage) {
    List<Link> found = new ArrayList<>();
    int[] before = {0};
    sound.linksWithin(damage.path()).stream()
        .mapToObj(model.links()::get)
        .forEach(l ->
            take(
                model,
                damage.path(),
                l,
                (link, at, _) -> {
                  if (at.equals(damage.port())) {
                    if (found.isEmpty() && damage.index() < before[0] + link.count()) {
                      found.add(link);
                    }
                    before[0] += link.count();
                  }
                }));
    return found.stream().findFirst();
  }

  private static void take(SystemModel model, String path, Link l, Taker out) {
    if (l.fabric().family() != LinkType.Family.SIGNAL) {
      return;
    }
    boolean here = isWithin(model.instances().get(l.a()), path);
    boolean there = isWithin(model.instances().get(l.b()), path);
    if (here) {
      out.take(l, l.portA().name(), l.b());
    }
    // A port group that is at both ends has the link once.
    if (there && !(here && l.portA().name().equals(l.portB().name()))) {
      out.take(l, l.portB().name(), l.a());
    }
  }

  private static boolean isWithin(Instance i, String path) {
    return i.name().startsWith(path)
        && (i.name().length() == path.length() || i.name().charAt(path.length()) == '.');
  }
}
