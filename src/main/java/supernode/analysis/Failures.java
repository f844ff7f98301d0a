package supernode.analysis;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import supernode.design.InstancePath;
import supernode.design.Scenario;
import supernode.topology.Group;
import supernode.topology.Instance;
import supernode.topology.Link;
import supernode.topology.SystemModel;

/**
 * What is down in a model, by what is drawn of it: planes, single links and ports, and what was
 * drawn at random. The links of a wiring are counted when one of its lines is first asked for.
 */
public final class Failures {
  /** Nothing is down. */
  public static final Failures NONE = new Failures(Optional.empty(), Set.of());

  private final Optional<SystemModel> model;
  private final Set<String> parts;
  private final Map<LinkLine, Map<LinkLine, Down>> wirings = new HashMap<>();
  private final Map<String, Integer> groups = new HashMap<>();
  private final Set<Port> ports = new HashSet<>();

  private record Port(String path, String name) {}

  /**
   * Of the links that a line stands for.
   *
   * @param down how many carry nothing, whether by themselves or with one of their ends
   * @param of how many there are
   */
  public record Down(int down, int of) {
    public boolean all() {
      return down == of;
    }

    private Down with(Down other) {
      return new Down(down + other.down, of + other.of);
    }
  }

  private Failures(Optional<SystemModel> model, Set<String> parts) {
    this.model = model;
    this.parts = parts;
  }

  static Failures of(SystemModel model, Scenario scenario) {
    if (scenario.faults().isEmpty() && scenario.damage().isEmpty()) {
      return NONE;
    }
    Set<String> parts = new TreeSet<>();
    for (Instance i : model.instances()) {
      if (i.failed() && !isWithin(i.path(), scenario.faults())) {
        parts.add(i.name());
      }
    }
    Failures failures = new Failures(Optional.of(model), parts);
    for (int g = 0; g < model.groups().size(); g++) {
      Group group = model.groups().get(g);
      failures.groups.put(group.name(), g);
    }
    for (Link l : model.links()) {
      if (l.down() > 0) {
        failures.addPort(model.instances().get(l.a()).path(), l.portA().name());
        failures.addPort(model.instances().get(l.b()).path(), l.portB().name());
      }
    }
    return failures;
  }

  // A package stands for the chip inside of it: its ports have the same names.
  private void addPort(InstancePath path, String port) {
    ports.add(new Port(path.toString(), port));
    if (!path.isRoot() && !path.parent().isRoot()) {
      ports.add(new Port(path.parent().toString(), port));
    }
  }

  private static boolean isWithin(InstancePath path, Set<String> faults) {
    for (InstancePath at = path; !at.isRoot(); at = at.parent()) {
      if (faults.contains(at.toString())) {
        return true;
      }
    }
    return false;
  }

  /** Parts that are down and not named by the scenario, nor inside of what it names. */
  public Set<String> parts() {
    return parts;
  }

  public boolean isEmpty() {
    return model.isEmpty();
  }

  /**
   * Whether a link on a port of that name, of the part or of a part of the package, has failed by
   * itself.
   */
  public boolean isDown(String path, String port) {
    return ports.contains(new Port(path, port));
  }

  /** Empty where all links of the line are up. */
  public synchronized Optional<Down> of(LinkLine line) {
    if (model.isEmpty()) {
      return Optional.empty();
    }
    Map<LinkLine, Down> known =
        wirings.computeIfAbsent(
            LinkLine.all(line.at(), line.wiring()), all -> count(all.at(), all.wiring()));
    Down there = known.get(line);
    Down back =
        line.from().equals(line.to())
            ? null
            : known.get(new LinkLine(line.at(), line.wiring(), line.to(), line.from()));
    return Optional.ofNullable(there == null ? back : back == null ? there : there.with(back))
        .filter(d -> d.down() > 0);
  }

  private Map<LinkLine, Down> count(String at, int wiring) {
    Map<LinkLine, Down> sums = new HashMap<>();
    SystemModel m = model.orElseThrow();
    Integer g = groups.get(at);
    if (g == null || wiring >= m.wired().wirings(g)) {
      return sums;
    }
    int depth = m.groups().get(g).path().steps().size();
    for (int i = m.wired().first(g, wiring); i < m.wired().end(g, wiring); i++) {
      Link l = m.links().get(i);
      Down down = new Down(l.count() - l.live(), l.count());
      String a = m.instances().get(l.a()).path().steps().get(depth).toString();
      String b = m.instances().get(l.b()).path().steps().get(depth).toString();
      sums.merge(new LinkLine(at, wiring, a, b), down, Down::with);
      sums.merge(LinkLine.all(at, wiring), down, Down::with);
      if (!a.equals(b)) {
        sums.merge(new LinkLine(at, wiring, a, ""), down, Down::with);
        sums.merge(new LinkLine(at, wiring, b, ""), down, Down::with);
      }
    }
    return sums;
  }
}
