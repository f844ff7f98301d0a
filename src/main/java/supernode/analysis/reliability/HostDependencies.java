package supernode.analysis.reliability;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import supernode.catalog.PartKind;
import supernode.catalog.PortType;
import supernode.catalog.Property;
import supernode.design.Assembly;
import supernode.design.Design;
import supernode.design.Fabric;
import supernode.solve.reliability.Dependencies;
import supernode.topology.Group;
import supernode.topology.Instance;
import supernode.topology.Link;
import supernode.topology.SystemModel;

/** What chips need of the node around them: a processor and the way to it, fans and boards. */
final class HostDependencies {
  private static final Set<PartKind> NEEDS_BOARDS =
      EnumSet.of(PartKind.ACCELERATOR, PartKind.CPU, PartKind.SWITCH, PartKind.NIC);

  /** Of several fans alike, where the drawing says nothing. */
  private static final int SPARE_BOARDS = 1;

  private final Design design;
  private final SystemModel model;
  private final Dependencies graph;
  private final IntUnaryOperator node;

  /**
   * @param node number of a link in the graph
   */
  HostDependencies(Design design, SystemModel model, Dependencies graph, IntUnaryOperator node) {
    this.design = design;
    this.model = model;
    this.graph = graph;
    this.node = node;
  }

  void add() {
    processors();
    boards();
  }

  /** A chip is driven by the processors nearest to it, over what lies between. */
  private void processors() {
    Map<Integer, List<Link>> beside = new HashMap<>();
    for (Link l : model.links()) {
      if (l.fabric() == Fabric.HOST && !l.failed()) {
        beside.computeIfAbsent(l.a(), _ -> new ArrayList<>()).add(l);
        beside.computeIfAbsent(l.b(), _ -> new ArrayList<>()).add(l);
      }
    }
    Map<Integer, Integer> far = new HashMap<>();
    Deque<Integer> open = new ArrayDeque<>();
    for (Instance i : model.instances()) {
      if (i.part().kind() == PartKind.CPU && beside.containsKey(i.index())) {
        far.put(i.index(), 0);
        open.add(i.index());
      }
    }
    while (!open.isEmpty()) {
      int at = open.remove();
      for (Link l : beside.get(at)) {
        int next = l.other(at);
        if (!far.containsKey(next)) {
          far.put(next, far.get(at) + 1);
          open.add(next);
        }
      }
    }
    far.forEach((part, steps) -> {
      if (steps > 0) {
        List<Integer> ways = new ArrayList<>();
        for (Link l : beside.get(part)) {
          if (far.get(l.other(part)) == steps - 1) {
            int way = graph.add();
            if (l.live() == 1) {
              graph.need(way, node.applyAsInt(l.index()));
            }
            graph.need(way, l.other(part));
            ways.add(way);
          }
        }
        graph.need(part, 1, ways);
      }
    });
  }

  /** Fans and boards that a tray's chips need; of several alike all but those to spare. */
  private void boards() {
    Map<Integer, Map<String, List<Integer>>> boards = new HashMap<>();
    int[] group = model.innermostGroups();
    for (Instance i : model.instances()) {
      if (i.part().kind() == PartKind.ENCLOSURE && !i.failed() && drawsPower(i)) {
        boards
            .computeIfAbsent(group[i.index()], _ -> new LinkedHashMap<>())
            .computeIfAbsent(i.path().last().placement(), _ -> new ArrayList<>())
            .add(i.index());
      }
    }
    for (Instance i : model.instances()) {
      if (NEEDS_BOARDS.contains(i.part().kind())) {
        boards
            .getOrDefault(tray(group[i.index()]), Map.of())
            .values()
            .forEach(alike -> graph.need(i.index(), enough(alike), alike));
      }
    }
  }

  private int enough(List<Integer> alike) {
    double spare =
        model.instances().get(alike.getFirst()).values().get(Property.SPARES, SPARE_BOARDS);
    return Math.max(1, alike.size() - (int) spare);
  }

  private static boolean drawsPower(Instance i) {
    return i.part().ports().stream()
        .anyMatch(p ->
            p.type() instanceof PortType.Power(PortType.Side side, double _)
                && side == PortType.Side.IN);
  }

  /** What a package lies in; else the assembly itself. */
  private int tray(int group) {
    Group g = model.groups().get(group);
    boolean isPackage = design.assemblies().get(g.assembly()).level() == Assembly.Level.PACKAGE;
    return isPackage && g.parent() >= 0 ? g.parent() : group;
  }
}
