package supernode.design.edit;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import supernode.catalog.Part;
import supernode.catalog.PartKind;
import supernode.catalog.PortSpec;
import supernode.catalog.Property;
import supernode.design.Arrangement;
import supernode.design.Assembly;
import supernode.design.Design;
import supernode.design.DesignException;
import supernode.design.DirectNetwork;
import supernode.design.Fabric;
import supernode.design.InstancePath;
import supernode.design.Pattern;
import supernode.design.Placement;
import supernode.design.Selector;
import supernode.design.SmallCatalog;
import supernode.design.Wiring;
import supernode.quantity.Text;

/** Edits over the small catalogue: most fit the design they are made for, some do not. */
public final class RandomEdits {
  private static final List<String> NAMES = List.of("a", "b", "c", "d", "e-1", "f_2");
  private static final List<String> ASSEMBLIES = List.of("rack", "tray", "package", "row");
  static final List<String> SCENARIOS = List.of("default", "hot day", "故障");
  private static final List<String> PARTS = List.copyOf(SmallCatalog.CATALOG.parts().keySet());
  private static final List<String> LINKS = List.copyOf(SmallCatalog.CATALOG.links().keySet());

  private final Random random;
  private final RandomScenarios scenarios;

  public RandomEdits(long seed) {
    random = new Random(seed);
    scenarios = new RandomScenarios(random);
  }

  public static Design start() {
    return Design.empty("start", "rack", assembly("rack", Assembly.Level.RACK));
  }

  private static Assembly assembly(String name, Assembly.Level level) {
    return new Assembly(name, level, 0, "", Map.of(), List.of(), Map.of());
  }

  /** The design after so many edits that were accepted or refused. */
  public static Design design(long seed, int edits) {
    RandomEdits random = new RandomEdits(seed);
    Design design = start();
    for (int i = 0; i < edits; i++) {
      try {
        design = random.next(design).applyTo(design, SmallCatalog.CATALOG);
      } catch (DesignException _) {
        // A refused edit leaves the design as it was.
      }
    }
    return design;
  }

  /** Any edit. */
  public Edit next(Design d) {
    return switch (random.nextInt(31)) {
      case 0, 1, 2, 3 -> new Edit.AddPlacement(assembly(d), pick(NAMES), placement(d));
      case 4 -> new Edit.RemovePlacement(assembly(d), pick(NAMES));
      case 5 -> new Edit.RenamePlacement(assembly(d), pick(NAMES), pick(NAMES));
      case 6 -> new Edit.Arrange(assembly(d), pick(NAMES), arrangement(random.nextInt(4)));
      case 7, 8 -> new Edit.SetCount(assembly(d), pick(NAMES), count());
      case 9 -> new Edit.Replace(assembly(d), pick(NAMES), thing(d));
      case 10 -> value(d);
      case 11 -> instanceValue(d);
      case 12, 13, 14, 15 -> {
        String assembly = assembly(d);
        yield new Edit.AddWiring(assembly, wiring(d, assembly));
      }
      case 16 -> {
        String assembly = assembly(d);
        yield d.assemblies().containsKey(assembly)
                && !d.assemblies().get(assembly).wirings().isEmpty()
            ? new Edit.RemoveWiring(assembly, pick(d.assemblies().get(assembly).wirings()))
            : new Edit.RemoveWiring(assembly, wiring(d, assembly));
      }
      case 17 -> {
        String assembly = assembly(d);
        List<Wiring> wirings =
            d.assemblies().containsKey(assembly)
                ? d.assemblies().get(assembly).wirings()
                : List.of();
        Wiring old = wirings.isEmpty() ? wiring(d, assembly) : pick(wirings);
        yield new Edit.ReplaceWiring(assembly, old, wiring(d, assembly));
      }
      case 18, 19 -> {
        String assembly = assembly(d);
        List<Selector> selectors = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
          selectors.add(selector(d, assembly));
        }
        yield new Edit.Expose(assembly, pick(NAMES), selectors);
      }
      case 20, 21 ->
          new Edit.AddAssembly(
              pick(ASSEMBLIES), assembly(pick(NAMES), pick(List.of(Assembly.Level.values()))));
      case 22 -> new Edit.RemoveAssembly(assembly(d));
      case 23 -> new Edit.RenameAssembly(assembly(d), "“" + pick(NAMES) + "”\n\\");
      case 29 -> new Edit.SetEnclosure(assembly(d), pick(List.of("", "rack-48u", "nowhere")));
      case 24 -> new Edit.SetFault(pick(SCENARIOS), path(d), random.nextInt(4) > 0);
      case 25 -> scenarios.next(path(d), path(d));
      case 26 -> whole();
      case 27, 28 -> new Edit.RemoveInstances(assembly(d), pick(NAMES), indices());
      default -> new Edit.Compound(Text.of("edit.notes"), List.of(next(d), next(d)));
    };
  }

  private Set<Integer> indices() {
    Set<Integer> indices = new TreeSet<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      indices.add(random.nextInt(6));
    }
    return indices;
  }

  private Edit whole() {
    return switch (random.nextInt(5)) {
      case 0 -> new Edit.RenameDesign(pick(NAMES));
      case 1 -> new Edit.SetNotes(pick(List.of("", "a\tb\"c\"", "注记")));
      case 2 -> {
        PortSpec[] ports =
            random.nextBoolean() ? new PortSpec[] {SmallCatalog.MESH} : new PortSpec[0];
        yield new Edit.EmbedPart(
            SmallCatalog.part(pick(List.of("gpu", "own")), PartKind.ACCELERATOR, ports));
      }
      case 3 ->
          new Edit.EmbedLink(
              SmallCatalog.link(
                  pick(List.of("copper", "own")),
                  supernode.catalog.LinkType.Family.SIGNAL,
                  Property.FIXED_LATENCY,
                  5e-9));
      default -> new Edit.SetDigests(Map.of("gpu", "0123456789abcdef"));
    };
  }

  private Edit value(Design d) {
    Property property = pick(List.of(Property.values()));
    return new Edit.SetValue(assembly(d), pick(NAMES), property, si(property));
  }

  private Edit instanceValue(Design d) {
    Property property = pick(List.of(Property.values()));
    return new Edit.SetInstanceValue(path(d), property, si(property));
  }

  private OptionalDouble si(Property property) {
    double share = random.nextInt(1001) / 1000.0 * (random.nextInt(10) == 0 ? 2 : 1);
    double inFile = property.min() + share * Math.min(1000, property.max() - property.min());
    return random.nextInt(4) == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(property.toSi(Math.round(inFile * 1000) / 1000.0));
  }

  private Placement placement(Design d) {
    int count = count();
    Map<Property, Double> values = new EnumMap<>(Property.class);
    String of = thing(d);
    if (random.nextInt(3) == 0) {
      values.put(Property.POWER_W, 0.1 * random.nextInt(10_000));
    }
    return new Placement(of, count, arrangement(count), values);
  }

  private Arrangement arrangement(int count) {
    if (random.nextBoolean()) {
      List<Integer> slots = new ArrayList<>();
      for (int i = 0; i < Math.min(count, 40); i++) {
        slots.add(random.nextInt(20) == 0 ? random.nextInt(102) : i + 1);
      }
      return new Arrangement.Slots(slots);
    }
    if (random.nextInt(4) == 0) {
      return new Arrangement.Circle(
          random.nextInt(1000) - 500, 0, random.nextInt(20) - 1, 1 + random.nextInt(100), 12.5);
    }
    return new Arrangement.Grid(
        random.nextInt(1000) - 500,
        random.nextDouble(),
        random.nextInt(20) == 0 ? 0 : 1 + random.nextInt(100),
        12.5,
        1 + random.nextInt(4),
        random.nextInt(3));
  }

  private int count() {
    return switch (random.nextInt(12)) {
      case 0 -> 1_000_000;
      case 1 -> random.nextInt() | 1;
      case 2 -> 0;
      default -> 1 + random.nextInt(6);
    };
  }

  private DirectNetwork network() {
    List<Integer> dims =
        random.ints(1 + random.nextInt(3), 1 + random.nextInt(2), 6).boxed().toList();
    return switch (random.nextInt(6)) {
      case 0 -> new DirectNetwork.Torus(dims, random.nextInt(3));
      case 1 -> new DirectNetwork.Mesh(dims);
      case 2 -> new DirectNetwork.HyperX(dims);
      case 3 -> new DirectNetwork.Dragonfly(random.nextInt(5), 2, 2 + random.nextInt(8));
      case 4 -> new DirectNetwork.SlimFly(2 + random.nextInt(8));
      default -> new DirectNetwork.Jellyfish(1 + random.nextInt(4), random.nextInt(100));
    };
  }

  private Wiring wiring(Design d, String assembly) {
    Selector a = selector(d, assembly);
    Selector b = selector(d, assembly);
    int links = random.nextInt(15) == 0 ? random.nextInt(10_000) - 100 : 1 + random.nextInt(4);
    Pattern pattern =
        switch (random.nextInt(9)) {
          case 0 -> new Pattern.PointToPoint(a, b, links);
          case 1 -> new Pattern.Ring(a, links);
          case 2 -> new Pattern.FullMesh(a, links);
          case 3 -> new Pattern.EveryToEvery(a, b, links);
          case 4 -> new Pattern.Rail(a, b, links);
          case 5 -> new Pattern.EachToGroup(a, b, random.nextInt(5), links);
          case 6 -> new Pattern.LeafSpine(a, b, selector(d, assembly), b, links);
          default -> new Pattern.Direct(a, network(), links);
        };
    double lengthM = random.nextInt(15) == 0 ? -1 : random.nextInt(30) / 10.0;
    return new Wiring(
        random.nextBoolean() ? "" : pick(NAMES),
        pick(List.of(Fabric.values())),
        random.nextInt(15) == 0 ? "nothing" : pick(LINKS),
        lengthM,
        pattern);
  }

  /** Walks down from an assembly to a port; now and then to none. */
  private Selector selector(Design d, String assembly) {
    List<Selector.Step> steps = new ArrayList<>();
    String at = assembly;
    while (true) {
      Assembly inside = d.assemblies().get(at);
      if (inside == null) {
        Part part = d.library(SmallCatalog.CATALOG).parts().get(at);
        List<String> ports =
            part == null ? List.of() : part.ports().stream().map(PortSpec::name).toList();
        return new Selector(steps, ports.isEmpty() ? "none" : pick(ports));
      }
      if (!steps.isEmpty() && !inside.exposes().isEmpty() && random.nextBoolean()) {
        return new Selector(steps, pick(List.copyOf(inside.exposes().keySet())));
      }
      if (inside.placements().isEmpty()) {
        steps.add(new Selector.Step("nowhere", 0, Selector.Step.ALL));
        return new Selector(steps, "none");
      }
      String name = pick(List.copyOf(inside.placements().keySet()));
      Placement p = inside.placements().get(name);
      int first = random.nextInt(Math.min(p.count(), 8));
      int last = first + random.nextInt(Math.min(p.count() - first, 8));
      steps.add(
          random.nextBoolean()
              ? new Selector.Step(name, 0, Selector.Step.ALL)
              : new Selector.Step(name, first, last));
      at = p.of();
    }
  }

  private String path(Design d) {
    InstancePath path = InstancePath.ROOT;
    String at = d.root();
    while (d.assemblies().containsKey(at)
        && !d.assemblies().get(at).placements().isEmpty()
        && (path.isRoot() || random.nextInt(3) > 0)) {
      Map<String, Placement> placements = new LinkedHashMap<>(d.assemblies().get(at).placements());
      String name = pick(List.copyOf(placements.keySet()));
      path = path.child(name, random.nextInt(Math.min(placements.get(name).count(), 9) + 1));
      at = placements.get(name).of();
    }
    return path.toString();
  }

  private String assembly(Design d) {
    return random.nextInt(15) == 0 ? "nowhere" : pick(List.copyOf(d.assemblies().keySet()));
  }

  private String thing(Design d) {
    return random.nextInt(3) == 0 ? assembly(d) : pick(PARTS);
  }

  private <T> T pick(List<T> from) {
    return pick(from, random);
  }

  static <T> T pick(List<T> from, Random random) {
    return from.get(random.nextInt(from.size()));
  }
}
