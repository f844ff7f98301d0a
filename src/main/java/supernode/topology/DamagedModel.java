package supernode.topology;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;
import supernode.design.Damage;
import supernode.design.Fabric;

/** Works out which instances and links a scenario's damage stands for. */
final class DamagedModel {
  private final SystemModel model;

  /** Parallel links that are down, by link. */
  private final int[] down;

  DamagedModel(SystemModel model) {
    this.model = model;
    down = new int[model.links().size()];
  }

  /** Instances that fail as wholes: planes, and those drawn at random. */
  static Set<String> instances(SystemModel model, List<Damage> damage) {
    Set<String> names = new TreeSet<>();
    Map<Fabric, FabricGraph> graphs = new HashMap<>();
    Map<Fabric, Planes> planes = new HashMap<>();
    for (Damage d : damage) {
      switch (d) {
        case Damage.Plane(Fabric fabric, int index) ->
            names.addAll(planes.computeIfAbsent(fabric, f -> Planes.of(model, f)).at(index));
        case Damage.Random(Damage.Part part, Fabric fabric, int count, long seed)
            when part != Damage.Part.LINKS -> {
          FabricGraph graph = graphs.computeIfAbsent(fabric, f -> FabricGraph.of(model, f));
          boolean endpoints = part == Damage.Part.ENDPOINTS;
          int[] all =
              IntStream.range(0, graph.graph().vertexCount())
                  .filter(v -> graph.graph().isEndpoint(v) == endpoints)
                  .toArray();
          for (int v : drawn(all, count, seed)) {
            names.add(name(model, graph, v));
          }
        }
        case Damage.Random _, Damage.Links _, Damage.Port _ -> {}
      }
    }
    return names;
  }

  private static String name(SystemModel model, FabricGraph graph, int vertex) {
    return model.instances().get(graph.instanceOf()[vertex]).name();
  }

  /** The model with single links down. */
  SystemModel withLinksDown(List<Damage> damage) {
    for (Damage d : damage) {
      switch (d) {
        case Damage.Links links -> between(links);
        case Damage.Port port -> port(port);
        case Damage.Random(Damage.Part part, Fabric fabric, int count, long seed)
            when part == Damage.Part.LINKS ->
            random(fabric, count, seed);
        case Damage.Random _, Damage.Plane _ -> {}
      }
    }
    if (Arrays.stream(down).allMatch(n -> n == 0)) {
      return model;
    }
    List<Link> links = new ArrayList<>(model.links());
    links.replaceAll(l -> down[l.index()] > 0 ? l.withDown(down[l.index()]) : l);
    return new SystemModel(
        model.instances(),
        model.groups(),
        List.copyOf(links),
        model.wired(),
        model.shortages(),
        model.byName());
  }

  private void between(Damage.Links damage) {
    int left = damage.count() == 0 ? Integer.MAX_VALUE : damage.count();
    BitSet a = within(damage.a());
    BitSet b = within(damage.b());
    for (Link l : model.links()) {
      if (carriesSignals(l) && ((a.get(l.a()) && b.get(l.b())) || (b.get(l.a()) && a.get(l.b())))) {
        int more = Math.min(left, l.count() - down[l.index()]);
        down[l.index()] += more;
        left -= more;
      }
    }
  }

  /** An instance, or all parts inside an assembly. */
  private BitSet within(String path) {
    BitSet parts = new BitSet();
    for (Instance i : model.instances()) {
      if (i.name().startsWith(path)
          && (i.name().length() == path.length() || i.name().charAt(path.length()) == '.')) {
        parts.set(i.index());
      }
    }
    return parts;
  }

  private void port(Damage.Port damage) {
    PortLinks.find(model, damage.path(), damage.port(), damage.index())
        .ifPresent(l -> down[l.index()] = Math.min(l.count(), down[l.index()] + 1));
  }

  private void random(Fabric fabric, int count, long seed) {
    int[] up =
        model.links().stream()
            .filter(l -> l.fabric() == fabric && !l.failed())
            .flatMapToInt(l -> IntStream.range(0, l.count() - down[l.index()]).map(_ -> l.index()))
            .toArray();
    for (int l : drawn(up, count, seed)) {
      down[l]++;
    }
  }

  private static boolean carriesSignals(Link l) {
    return l.fabric().family() == supernode.catalog.LinkType.Family.SIGNAL;
  }

  /** So many of the given, each as likely; all where there are fewer. */
  private static int[] drawn(int[] all, int count, long seed) {
    int[] order = all.clone();
    SplittableRandom random = new SplittableRandom(seed);
    int most = Math.min(count, order.length);
    for (int i = 0; i < most; i++) {
      int j = i + random.nextInt(order.length - i);
      int kept = order[i];
      order[i] = order[j];
      order[j] = kept;
    }
    return Arrays.copyOf(order, most);
  }
}
