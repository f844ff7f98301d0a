package supernode.analysis.loop;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import supernode.catalog.Part;
import supernode.catalog.PartKind;
import supernode.catalog.PortSpec;
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

  private final List<Instance> instances;
  private final List<HydraulicNode> nodes = new ArrayList<>();
  private final List<HydraulicLink> links = new ArrayList<>();
  private final PortNodes nodeOf;
  private final PartLinks partLink;
  private final Map<Integer, Integer> exchangerLink = new LinkedHashMap<>();
  private final Map<Integer, Integer> primaryLink = new LinkedHashMap<>();
  private final IdentityHashMap<Part, Ends> endsOf = new IdentityHashMap<>();
  private final IdentityHashMap<Part, IdentityHashMap<Values, LinkLaw>> lawOf =
      new IdentityHashMap<>();
  private final List<Integer> drawnVessels = new ArrayList<>();

  /** Nodes at which air comes from the room or goes there. */
  private final BitSet open = new BitSet();

  private final BitSet openParts = new BitSet();

  private final List<Branch> branches = new ArrayList<>();

  /** By instance; null for what is no manifold on a loop. */
  private final Row[] rowOf;

  /** The model's links that are hoses, ascending: their hydraulic links follow each other. */
  private final int[] hoseIndex;

  private final int firstHose;

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

  /** The nodes of a manifold, one for each branch, of which so many are taken. */
  private static final class Row {
    private int branches;
    private int first;
    private int taken;
  }

  LoopMap(SystemModel model) {
    instances = model.instances();
    nodeOf = new PortNodes(instances.size());
    partLink = new PartLinks(instances.size());
    rowOf = new Row[instances.size()];
    List<Link> hoses = model.links(Fabric.LOOP);
    List<Instance> manifolds = new ArrayList<>();
    for (Link hose : hoses) {
      countBranch(hose.a(), hose.portA(), manifolds);
      countBranch(hose.b(), hose.portB(), manifolds);
    }
    manifolds.forEach(this::manifold);
    hoseIndex = hoses.stream().mapToInt(Link::index).toArray();
    firstHose = links.size();
    hoses(hoses);
    for (Link hose : hoses) {
      part(hose.a());
      part(hose.b());
    }
    parts = Partition.of(nodes.size(), links);
    keepOneVessel();
  }

  private void hoses(List<Link> hoses) {
    Pipe pipe = null;
    Link before = null;
    for (Link hose : hoses) {
      Instance a = instances.get(hose.a());
      Instance b = instances.get(hose.b());
      int from = node(a, hose.portA());
      int to = node(b, hose.portB());
      int index = links.size();
      // Hoses of one wiring are alike.
      if (before == null || before.type() != hose.type() || before.lengthM() != hose.lengthM()) {
        pipe = newPipe(hose);
      }
      before = hose;
      links.add(
          HydraulicLink.between(a.name(), b.name(), from, to, hose.failed() ? new Closed() : pipe));
      if (isBranch(a, hose.portA())) {
        branches.add(new Branch(index, hose.a(), hose.b(), true));
      } else if (isBranch(b, hose.portB())) {
        branches.add(new Branch(index, hose.b(), hose.a(), false));
      }
    }
  }

  /** Two vessels would let coolant in at one and out at the other. */
  private void keepOneVessel() {
    boolean[] has = new boolean[parts.size()];
    drawnVessels.forEach(v -> has[parts.partOf()[v]] = true);
    open.stream().forEach(v -> openParts.set(parts.partOf()[v]));
    openParts.stream().forEach(p -> has[p] = true);
    for (int v = 0; v < nodes.size(); v++) {
      if (nodes.get(v).fixedPressurePa().isPresent() && !open.get(v)) {
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
  PartLinks partLinks() {
    return partLink;
  }

  /** Hydraulic link of the exchanger of a CDU by its instance. */
  Map<Integer, Integer> exchangerLinks() {
    return exchangerLink;
  }

  /** Hydraulic link of a hose by the index of the model's link; empty for what is no hose. */
  OptionalInt hoseLink(int link) {
    int at = Arrays.binarySearch(hoseIndex, link);
    return at < 0 ? OptionalInt.empty() : OptionalInt.of(firstHose + at);
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

  private static boolean isBranch(Instance i, PortSpec port) {
    return i.part().kind() == PartKind.MANIFOLD && port.name().equals("branch");
  }

  private void countBranch(int instance, PortSpec port, List<Instance> manifolds) {
    Instance i = instances.get(instance);
    if (i.part().kind() == PartKind.MANIFOLD) {
      if (rowOf[instance] == null) {
        rowOf[instance] = new Row();
        manifolds.add(i);
      }
      rowOf[instance].branches += isBranch(i, port) ? 1 : 0;
    }
  }

  private void manifold(Instance i) {
    Values v = i.values();
    Row row = rowOf[i.index()];
    int n = Math.max(1, row.branches);
    double segmentM = Math.max(SHORTEST_M, v.get(Property.LENGTH_M, MANIFOLD_LENGTH_M) / n);
    LinkLaw segment =
        i.failed()
            ? new Closed()
            : new Pipe(
                segmentM,
                v.get(Property.INNER_DIAMETER_M, MANIFOLD_BORE_M),
                v.get(Property.ROUGHNESS_M, 15e-6),
                0);
    int before = addNode(i, PortNodes.place(i, "main"));
    mainLink.put(i.index(), links.size());
    row.first = nodes.size();
    HydraulicNode here = HydraulicNode.at(i.name(), 0);
    for (int k = 0; k < n; k++) {
      links.add(HydraulicLink.of(i.name(), before, nodes.size(), segment));
      before = nodes.size();
      nodes.add(here);
    }
  }

  private int addNode(Instance i, int place) {
    int known = nodeOf.at(i, place);
    if (known != PortNodes.NONE) {
      return known;
    }
    nodeOf.put(i, place, nodes.size());
    nodes.add(newNode(i, place));
    return nodes.size() - 1;
  }

  /**
   * The expansion vessel of a loop hangs at the pump's suction side; loops of air are as high there
   * as the room.
   */
  private HydraulicNode newNode(Instance i, int place) {
    PartKind kind = i.part().kind();
    if (kind == PartKind.CDU && isPort(i, place, "return")) {
      return HydraulicNode.vessel(i.name(), 0, HydraulicSolver.FILL_PRESSURE_PA);
    }
    if (kind == PartKind.AIR_HANDLER && isPort(i, place, "return")) {
      return HydraulicNode.vessel(i.name(), 0, 0);
    }
    if (kind == PartKind.EXPANSION_VESSEL && isPort(i, place, "a") && !i.failed()) {
      drawnVessels.add(nodes.size());
      double pa = i.values().get(Property.SET_PRESSURE, HydraulicSolver.FILL_PRESSURE_PA);
      return HydraulicNode.vessel(i.name(), 0, pa);
    }
    return HydraulicNode.at(i.name(), 0);
  }

  private static boolean isPort(Instance i, int place, String name) {
    List<PortSpec> ports = i.part().ports();
    return place < ports.size() && ports.get(place).name().equals(name);
  }

  private int node(Instance i, PortSpec port) {
    if (!isBranch(i, port)) {
      return addNode(i, PortNodes.place(i, port.name()));
    }
    Row row = rowOf[i.index()];
    return row.first + row.taken++;
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
    Instance i = instances.get(instance);
    PartKind kind = i.part().kind();
    if (kind == PartKind.MANIFOLD || partLink.has(instance)) {
      return;
    }
    Ends ends = endsOf.computeIfAbsent(i.part(), Ends::of);
    facilitySide(i, ends);
    if (!ends.pass()) {
      return;
    }
    int from = end(i, ends.inlet());
    int to = end(i, ends.outlet());
    if (kind == PartKind.CDU || kind == PartKind.AIR_HANDLER) {
      // Exchanger, then pump: the curve is the unit's outside pressure, so the exchanger's own
      // loss is in it already.
      int middle = nodes.size();
      nodes.add(HydraulicNode.at(i.name(), 0));
      exchangerLink.put(instance, links.size());
      double boreM = kind == PartKind.CDU ? UNIT_BORE_M : HANDLER_BORE_M;
      Pipe through = new Pipe(SHORTEST_M, boreM, HOSE_ROUGHNESS_M, 0);
      links.add(HydraulicLink.of(i.name(), from, middle, through));
      from = middle;
    }
    partLink.put(instance, links.size());
    LinkLaw law = i.failed() ? new Closed() : law(i);
    links.add(HydraulicLink.of(i.name(), from, to, law));
  }

  /** Where a part begins or ends; what passes air opens into the room where nothing is joined. */
  private int end(Instance i, int place) {
    if (i.part().kind().passesAir() && nodeOf.at(i, place) == PortNodes.NONE) {
      open.set(nodes.size());
      nodeOf.put(i, place, nodes.size());
      nodes.add(HydraulicNode.vessel(i.name(), 0, 0));
    }
    return addNode(i, place);
  }

  /** One for all parts of the same values. */
  private LinkLaw law(Instance i) {
    IdentityHashMap<Values, LinkLaw> known =
        lawOf.computeIfAbsent(i.part(), _ -> new IdentityHashMap<>());
    LinkLaw law = known.get(i.values());
    if (law == null) {
      law = PartLaw.of(i);
      known.put(i.values(), law);
    }
    return law;
  }

  private void facilitySide(Instance i, Ends ends) {
    if (ends.facilityIn() < 0 || ends.facilityOut() < 0 || primaryLink.containsKey(i.index())) {
      return;
    }
    int from = nodeOf.at(i, ends.facilityIn());
    int to = nodeOf.at(i, ends.facilityOut());
    if (from == PortNodes.NONE || to == PortNodes.NONE) {
      return;
    }
    primaryLink.put(i.index(), links.size());
    LinkLaw law = i.failed() ? new Closed() : PartLaw.facilitySide(i);
    links.add(HydraulicLink.of(i.name(), from, to, law));
  }
}
