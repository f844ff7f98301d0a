package supernode.analysis.loop;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import supernode.catalog.Part;
import supernode.catalog.PartKind;
import supernode.catalog.PortSpec;
import supernode.catalog.PortType;
import supernode.catalog.Property;
import supernode.catalog.Values;
import supernode.design.Fabric;
import supernode.solve.cooling.hydraulic.Closed;
import supernode.solve.cooling.hydraulic.HydraulicLink;
import supernode.solve.cooling.hydraulic.HydraulicNode;
import supernode.solve.cooling.hydraulic.HydraulicSolver;
import supernode.solve.cooling.hydraulic.LinkLaw;
import supernode.solve.cooling.hydraulic.Partition;
import supernode.solve.cooling.hydraulic.Pipe;
import supernode.topology.Instance;
import supernode.topology.Link;
import supernode.topology.SystemModel;

/**
 * The hydraulic network of a model's coolant wirings. Ports are nodes; a hose is a link between
 * ports; a plate, coupling or pump is a link between its own two ports; a manifold is a row of
 * nodes, one for each branch, with pipe between them.
 *
 * <p>All heights are taken as equal, although slots tell them: round a closed loop they cancel but
 * for the coolant's change of density. Over 2 m of rack and 8 K that is 0.4 % of 20 kPa, about 75
 * Pa beside branch losses of tens of kPa. Static pressure does differ, but no law here depends on
 * it.
 */
final class LoopMap {
  /** Bore of a hose whose link type names none. Assumption: the 10 mm of common tray hoses. */
  private static final double HOSE_BORE_M = 0.010;

  /** Roughness of a drawn tube, metre (EPDM and PTFE hose, standard tables). */
  private static final double HOSE_ROUGHNESS_M = 7e-6;

  /** Length of a manifold that names none. Assumption: the height of a rack. */
  private static final double MANIFOLD_LENGTH_M = 2.0;

  private static final double MANIFOLD_BORE_M = 0.038;

  /** Bore inside a unit whose loss is counted elsewhere. */
  private static final double UNIT_BORE_M = 0.1;

  private static final double HANDLER_BORE_M = 2;

  /** Shortest pipe: a joint without a hose still has a length. */
  private static final double SHORTEST_M = 0.01;

  private final SystemModel model;
  private final List<HydraulicNode> nodes = new ArrayList<>();
  private final List<HydraulicLink> links = new ArrayList<>();
  private final Map<Port, Integer> nodeOf = new LinkedHashMap<>();
  private final Map<Integer, Integer> partLink = new LinkedHashMap<>();
  private final Map<Integer, Integer> exchangerLink = new LinkedHashMap<>();
  private final Map<Integer, Integer> hoseLink = new LinkedHashMap<>();
  private final Map<Integer, Integer> primaryLink = new LinkedHashMap<>();
  private final IdentityHashMap<Part, Ends> endsOf = new IdentityHashMap<>();
  private final IdentityHashMap<Part, IdentityHashMap<Values, LinkLaw>> lawOf =
      new IdentityHashMap<>();
  private final Map<Hose, Pipe> pipeOf = new HashMap<>();
  private final List<Integer> drawnVessels = new ArrayList<>();

  /** Nodes at which air comes from the room or goes there. */
  private final Set<Integer> open = new HashSet<>();

  private final BitSet openParts = new BitSet();

  private final List<Branch> branches = new ArrayList<>();
  private final Map<Integer, List<Integer>> manifoldRow = new LinkedHashMap<>();
  private final Partition parts;
  private final Map<Integer, Integer> mainLink = new LinkedHashMap<>();

  /**
   * A hose between a manifold and what it feeds.
   *
   * @param link index of the hydraulic link
   * @param manifold index of the manifold's instance
   * @param fed index of the instance at the other end
   * @param away whether the link counts from the manifold to what it feeds
   */
  record Branch(int link, int manifold, int fed, boolean away) {}

  /** A kind of hose at a length. */
  private record Hose(String type, double lengthM) {}

  /** A port of a part. */
  private record Port(int instance, String name) {}

  LoopMap(SystemModel model) {
    this.model = model;
    List<Link> hoses = model.links(Fabric.LOOP);
    Map<Integer, Integer> branchCount = new LinkedHashMap<>();
    for (Link hose : hoses) {
      countBranch(hose.a(), hose.portA(), branchCount);
      countBranch(hose.b(), hose.portB(), branchCount);
    }
    branchCount.forEach(this::manifold);
    Map<Integer, Integer> nextBranch = new LinkedHashMap<>();
    for (Link hose : hoses) {
      int a = node(hose.a(), hose.portA(), nextBranch);
      int b = node(hose.b(), hose.portB(), nextBranch);
      int index = links.size();
      hoseLink.put(hose.index(), index);
      String label = name(hose.a()) + " – " + name(hose.b());
      links.add(HydraulicLink.of(label, a, b, hose.failed() ? new Closed() : pipe(hose)));
      if (isBranch(hose.a(), hose.portA())) {
        branches.add(new Branch(index, hose.a(), hose.b(), true));
      } else if (isBranch(hose.b(), hose.portB())) {
        branches.add(new Branch(index, hose.b(), hose.a(), false));
      }
    }
    for (Link hose : hoses) {
      part(hose.a());
      part(hose.b());
    }
    parts = Partition.of(nodes.size(), links);
    keepOneVessel();
  }

  /** Two vessels would let coolant in at one and out at the other. */
  private void keepOneVessel() {
    boolean[] has = new boolean[parts.size()];
    drawnVessels.forEach(v -> has[parts.partOf()[v]] = true);
    open.forEach(v -> openParts.set(parts.partOf()[v]));
    openParts.stream().forEach(p -> has[p] = true);
    for (int v = 0; v < nodes.size(); v++) {
      if (nodes.get(v).fixedPressurePa().isPresent() && !open.contains(v)) {
        int part = parts.partOf()[v];
        boolean first = !drawnVessels.isEmpty() && drawnFirst(part) == v;
        if (has[part] && !first) {
          nodes.set(v, HydraulicNode.at(nodes.get(v).label(), 0));
        }
        has[part] = true;
      }
    }
  }

  /** The vessel that is drawn first in a loop; -1 without one. */
  private int drawnFirst(int part) {
    return drawnVessels.stream().filter(v -> parts.partOf()[v] == part).findFirst().orElse(-1);
  }

  /** The loops: what no hose joins. */
  Partition parts() {
    return parts;
  }

  List<HydraulicNode> nodes() {
    return nodes;
  }

  List<HydraulicLink> links() {
    return links;
  }

  /** Whether air enters a loop from the room or leaves it there. */
  boolean opensIntoRoom(int part) {
    return openParts.get(part);
  }

  /** Hydraulic link of a part by its instance. */
  Map<Integer, Integer> partLinks() {
    return partLink;
  }

  /** Hydraulic link of the exchanger of a CDU by its instance. */
  Map<Integer, Integer> exchangerLinks() {
    return exchangerLink;
  }

  /** Hydraulic link of a hose by the index of the model's link. */
  Map<Integer, Integer> hoseLinks() {
    return hoseLink;
  }

  /** Hydraulic link of the facility side of a CDU, where that is drawn, by its instance. */
  Map<Integer, Integer> primaryLinks() {
    return primaryLink;
  }

  /** Hydraulic link of a manifold that all of its coolant passes, by its instance. */
  Map<Integer, Integer> mainLinks() {
    return mainLink;
  }

  List<Branch> branches() {
    return branches;
  }

  private String name(int instance) {
    return model.instances().get(instance).name();
  }

  private boolean isBranch(int instance, PortSpec port) {
    return model.instances().get(instance).part().kind() == PartKind.MANIFOLD
        && port.name().equals("branch");
  }

  private void countBranch(int instance, PortSpec port, Map<Integer, Integer> count) {
    if (model.instances().get(instance).part().kind() == PartKind.MANIFOLD) {
      count.merge(instance, isBranch(instance, port) ? 1 : 0, Integer::sum);
    }
  }

  private void manifold(int instance, int branchCount) {
    Values v = model.instances().get(instance).values();
    int n = Math.max(1, branchCount);
    double segmentM = Math.max(SHORTEST_M, v.get(Property.LENGTH_M, MANIFOLD_LENGTH_M) / n);
    Pipe segment =
        new Pipe(
            segmentM,
            v.get(Property.INNER_DIAMETER_M, MANIFOLD_BORE_M),
            v.get(Property.ROUGHNESS_M, 15e-6),
            0);
    List<Integer> row = new ArrayList<>();
    int before = addNode(instance, "main");
    mainLink.put(instance, links.size());
    for (int i = 0; i < n; i++) {
      int here = nodes.size();
      nodes.add(HydraulicNode.at(name(instance), 0));
      boolean failed = model.instances().get(instance).failed();
      links.add(HydraulicLink.of(name(instance), before, here, failed ? new Closed() : segment));
      row.add(here);
      before = here;
    }
    manifoldRow.put(instance, row);
  }

  private int addNode(int instance, String port) {
    return nodeOf.computeIfAbsent(
        new Port(instance, port),
        _ -> {
          Instance i = model.instances().get(instance);
          // The expansion vessel of a loop hangs at the pump's suction side; loops of air are as
          // high there as the room.
          boolean vessel = i.part().kind() == PartKind.CDU && port.equals("return");
          if (i.part().kind() == PartKind.AIR_HANDLER && port.equals("return")) {
            nodes.add(HydraulicNode.vessel(i.name(), 0, 0));
            return nodes.size() - 1;
          }
          if (i.part().kind() == PartKind.EXPANSION_VESSEL && port.equals("a") && !i.failed()) {
            drawnVessels.add(nodes.size());
            double pa = i.values().get(Property.SET_PRESSURE, HydraulicSolver.FILL_PRESSURE_PA);
            nodes.add(HydraulicNode.vessel(i.name(), 0, pa));
            return nodes.size() - 1;
          }
          nodes.add(
              vessel
                  ? HydraulicNode.vessel(i.name(), 0, HydraulicSolver.FILL_PRESSURE_PA)
                  : HydraulicNode.at(i.name(), 0));
          return nodes.size() - 1;
        });
  }

  private int node(int instance, PortSpec port, Map<Integer, Integer> nextBranch) {
    if (!isBranch(instance, port)) {
      return addNode(instance, port.name());
    }
    int at = nextBranch.merge(instance, 1, Integer::sum) - 1;
    return manifoldRow.get(instance).get(at);
  }

  private LinkLaw pipe(Link hose) {
    return pipeOf.computeIfAbsent(new Hose(hose.type().id(), hose.lengthM()), _ -> newPipe(hose));
  }

  private static Pipe newPipe(Link hose) {
    Values v = hose.type().values();
    return new Pipe(
        Math.max(SHORTEST_M, hose.lengthM()),
        v.get(Property.INNER_DIAMETER_M, HOSE_BORE_M),
        v.get(Property.ROUGHNESS_M, HOSE_ROUGHNESS_M),
        v.get(Property.MINOR_LOSS, 0));
  }

  private void part(int instance) {
    Instance i = model.instances().get(instance);
    if (i.part().kind() == PartKind.MANIFOLD || partLink.containsKey(instance)) {
      return;
    }
    facilitySide(instance, i);
    Ends ends = endsOf.computeIfAbsent(i.part(), Ends::of);
    String inlet = ends.inlet();
    String outlet = ends.outlet();
    if (inlet.isEmpty() || outlet.isEmpty() || inlet.equals(outlet)) {
      return;
    }
    int from = end(instance, i, inlet);
    int to = end(instance, i, outlet);
    if (i.part().kind() == PartKind.CDU || i.part().kind() == PartKind.AIR_HANDLER) {
      // Exchanger, then pump: the curve is the unit's outside pressure, so the exchanger's own
      // loss is in it already.
      int middle = nodes.size();
      nodes.add(HydraulicNode.at(i.name(), 0));
      exchangerLink.put(instance, links.size());
      double boreM = i.part().kind() == PartKind.CDU ? UNIT_BORE_M : HANDLER_BORE_M;
      Pipe through = new Pipe(SHORTEST_M, boreM, HOSE_ROUGHNESS_M, 0);
      links.add(HydraulicLink.of(i.name(), from, middle, through));
      from = middle;
    }
    partLink.put(instance, links.size());
    LinkLaw law = i.failed() ? new Closed() : law(i);
    links.add(HydraulicLink.of(i.name(), from, to, law));
  }

  /** Where a part begins or ends; what passes air opens into the room where nothing is joined. */
  private int end(int instance, Instance i, String port) {
    if (i.part().kind().passesAir() && !nodeOf.containsKey(new Port(instance, port))) {
      open.add(nodes.size());
      nodeOf.put(new Port(instance, port), nodes.size());
      nodes.add(HydraulicNode.vessel(i.name(), 0, 0));
    }
    return addNode(instance, port);
  }

  /** One for all parts of the same values. */
  private LinkLaw law(Instance i) {
    return lawOf
        .computeIfAbsent(i.part(), _ -> new IdentityHashMap<>())
        .computeIfAbsent(i.values(), _ -> PartLaw.of(i));
  }

  private void facilitySide(int instance, Instance i) {
    Integer from = nodeOf.get(new Port(instance, "facilityIn"));
    Integer to = nodeOf.get(new Port(instance, "facilityOut"));
    if (from == null || to == null || primaryLink.containsKey(instance)) {
      return;
    }
    primaryLink.put(instance, links.size());
    LinkLaw law = i.failed() ? new Closed() : PartLaw.facilitySide(i);
    links.add(HydraulicLink.of(i.name(), from, to, law));
  }

  /** Names of the ports between which coolant passes a part; empty where it has none. */
  private record Ends(String inlet, String outlet) {
    // A CDU's facility side belongs to another loop.
    static Ends of(Part part) {
      List<PortSpec> fluid =
          part.ports().stream()
              .filter(p -> p.type() instanceof PortType.Fluid && !p.name().startsWith("facility"))
              .toList();
      return new Ends(facing(fluid, PortType.Side.IN, 0), facing(fluid, PortType.Side.OUT, 1));
    }

    /** The first that faces the way; of ports that face both ways, the n-th. */
    private static String facing(List<PortSpec> fluid, PortType.Side side, int nth) {
      for (PortSpec p : fluid) {
        if (p.type() instanceof PortType.Fluid(PortType.Side s) && s == side) {
          return p.name();
        }
      }
      return nth < fluid.size() ? fluid.get(nth).name() : "";
    }
  }
}
