package supernode.topology;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import supernode.catalog.Catalog;
import supernode.catalog.LinkType;
import supernode.catalog.Part;
import supernode.catalog.PortSpec;
import supernode.catalog.Property;
import supernode.catalog.Values;
import supernode.design.Assembly;
import supernode.design.Design;
import supernode.design.InstancePath;
import supernode.design.Instances;
import supernode.design.Placement;
import supernode.design.Scenario;
import supernode.design.Selector;
import supernode.design.Wiring;

/** Unrolls a sound design into its {@link SystemModel}. */
public final class Expansion {
  /** Part instances that are unrolled at most; larger designs are answered by their classes. */
  public static final int MAX_INSTANCES = 500_000;

  /** Links that are unrolled at most. */
  public static final int MAX_LINKS = 4_000_000;

  private final Design design;
  private final Catalog library;
  private final ArrayList<Instance> instances = new ArrayList<>();
  private final List<Group> groups = new ArrayList<>();
  private final List<Map<String, int[]>> children = new ArrayList<>();
  private final List<Link> links = new ArrayList<>();

  /** Ends of the wiring at hand, in the order in which they were first joined. */
  private final List<Joins.End> joined = new ArrayList<>();

  private Link.Kind lastKind;
  private final PortUses used = new PortUses(instances);

  private Expansion(Design design, Catalog library) {
    this.design = design;
    this.library = library;
  }

  /**
   * Unrolls a design.
   *
   * @param library the catalogue as the design sees it
   * @throws TooLarge when the design has more instances or links than are unrolled
   */
  public static SystemModel of(Design design, Catalog library, Scenario scenario) {
    return under(whole(design, library), scenario);
  }

  /** The model under a scenario; shares with the whole one what does not fail. */
  public static SystemModel under(SystemModel whole, Scenario scenario) {
    return new SoundModel(whole).under(scenario).model();
  }

  /**
   * Unrolls a design of which nothing has failed.
   *
   * @throws TooLarge when the design has more instances or links than are unrolled
   */
  public static SystemModel whole(Design design, Catalog library) {
    long count = Instances.count(design, design.root());
    if (count > MAX_INSTANCES) {
      throw new TooLarge(count, MAX_INSTANCES);
    }
    Expansion expansion = new Expansion(design, library);
    expansion.instances.ensureCapacity((int) count);
    expansion.group(InstancePath.ROOT, "", design.root(), -1);
    WiredRanges.Builder wired = new WiredRanges.Builder();
    for (int g = 0; g < expansion.groups.size(); g++) {
      wired.group();
      for (Wiring wiring : design.assemblies().get(expansion.groups.get(g).assembly()).wirings()) {
        wired.wiring(expansion.links.size());
        expansion.wire(g, wiring);
      }
    }
    List<Instance> instances = List.copyOf(expansion.instances);
    return new SystemModel(
        instances,
        List.copyOf(expansion.groups),
        List.copyOf(expansion.links),
        wired.build(expansion.links.size()),
        expansion.used.shortages(),
        new NameIndex(instances));
  }

  /** A design beyond the bounds of unrolling. */
  public static final class TooLarge extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final long wanted;
    private final long bound;

    TooLarge(long wanted, long bound) {
      super(wanted + " > " + bound);
      this.wanted = wanted;
      this.bound = bound;
    }

    public long wanted() {
      return wanted;
    }

    public long bound() {
      return bound;
    }
  }

  private int group(InstancePath path, String name, String assemblyId, int parent) {
    int self = groups.size();
    int first = instances.size();
    groups.add(new Group(path, name, assemblyId, parent, first, first));
    Map<String, int[]> inside = new HashMap<>();
    children.add(inside);
    Assembly assembly = design.assemblies().get(assemblyId);
    for (Map.Entry<String, Placement> e : assembly.placements().entrySet()) {
      Placement placement = e.getValue();
      int[] at = new int[placement.count()];
      boolean isAssembly = design.assemblies().containsKey(placement.of());
      Part part = isAssembly ? null : library.part(placement.of()).orElseThrow();
      Values values = isAssembly ? null : part.values().overridden(placement.overrides());
      String before = (name.isEmpty() ? "" : name + ".") + e.getKey() + "[";
      for (int i = 0; i < at.length; i++) {
        InstancePath childPath = path.child(e.getKey(), i);
        String childName = before + i + "]";
        at[i] =
            isAssembly
                ? group(childPath, childName, placement.of(), self)
                : instance(childPath, childName, part, values);
      }
      inside.put(e.getKey(), at);
    }
    groups.set(self, new Group(path, name, assemblyId, parent, first, instances.size()));
    return self;
  }

  private int instance(InstancePath path, String name, Part part, Values values) {
    int index = instances.size();
    Map<Property, Double> own = design.overrides().getOrDefault(name, Map.of());
    instances.add(new Instance(index, path, name, part, values.overridden(own), false));
    return index;
  }

  private void wire(int group, Wiring wiring) {
    LinkType type = library.link(wiring.link()).orElseThrow();
    Joins.of(
        wiring.pattern(),
        selector -> ports(group, selector),
        (a, b, n) -> link(a, b, n, wiring, type));
    joined.forEach(e -> used.take(e.instance(), e.port(), e.taken()));
    joined.clear();
  }

  private void link(Joins.End a, Joins.End b, int count, Wiring wiring, LinkType type) {
    if (links.size() >= MAX_LINKS) {
      throw new TooLarge(links.size() + 1L, MAX_LINKS);
    }
    links.add(
        new Link(
            kind(a.port(), b.port(), wiring, type),
            links.size(),
            a.instance(),
            b.instance(),
            count,
            0,
            false));
    if (a.take(count)) {
      joined.add(a);
    }
    if (b.take(count)) {
      joined.add(b);
    }
  }

  /** The one before, where it will do. */
  private Link.Kind kind(PortSpec a, PortSpec b, Wiring wiring, LinkType type) {
    boolean same =
        lastKind != null
            && lastKind.portA() == a
            && lastKind.portB() == b
            && lastKind.type() == type
            && lastKind.fabric() == wiring.fabric()
            && lastKind.lengthM() == wiring.lengthM();
    if (!same) {
      lastKind = new Link.Kind(wiring.fabric(), a, b, type, wiring.lengthM());
    }
    return lastKind;
  }

  /** The ports that a selector selects in a group, in instance order. */
  private List<Joins.End> ports(int group, Selector selector) {
    List<Joins.End> ends = new ArrayList<>();
    descend(group, selector, 0, -1, ends);
    return ends;
  }

  // key: index at the last step of the outermost selector, see Pattern.Rail.
  private void descend(int group, Selector selector, int depth, int key, List<Joins.End> ends) {
    Selector.Step step = selector.steps().get(depth);
    Assembly assembly = design.assemblies().get(groups.get(group).assembly());
    Placement placement = assembly.placements().get(step.placement());
    int[] at = children.get(group).get(step.placement());
    int last = Math.min(step.last(), at.length - 1);
    boolean end = depth == selector.steps().size() - 1;
    Assembly inner = end ? design.assemblies().get(placement.of()) : null;
    // All instances of a placement are of one part.
    PortSpec port =
        end
            ? library.part(placement.of()).flatMap(p -> p.port(selector.port())).orElse(null)
            : null;
    for (int i = step.first(); i <= last; i++) {
      if (!end) {
        descend(at[i], selector, depth + 1, key, ends);
      } else {
        int outer = key < 0 ? i : key;
        if (inner != null) {
          for (Selector exposed : inner.exposes().getOrDefault(selector.port(), List.of())) {
            descend(at[i], exposed, 0, outer, ends);
          }
        } else {
          if (port != null) {
            ends.add(new Joins.End(at[i], port, outer));
          }
        }
      }
    }
  }
}
