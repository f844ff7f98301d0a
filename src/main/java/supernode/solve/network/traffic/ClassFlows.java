package supernode.solve.network.traffic;

import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import supernode.solve.network.rate.Colours;
import supernode.solve.network.rate.FlowIncidence;
import supernode.solve.network.rate.MaxMinProblem;
import supernode.solve.network.route.ClassWays;
import supernode.solve.network.route.FabricClasses;
import supernode.solve.network.route.LinkClasses;

/**
 * All-to-all as classes of flows over classes of links: from every cell of endpoints to one cell of
 * each orbit. Flows that cross the same links by class are one, with their number.
 */
final class ClassFlows {
  final LinkClasses links;
  final MaxMinProblem problem;

  /** Endpoints of the orbit that a cell names. */
  final double[] endpointsOf;

  /** Per pair of a source cell and an orbit of destinations: what it is and how many flows. */
  private int[] source = new int[64];

  private int[] destination = new int[64];
  private int[] flowClass = new int[64];
  private double[] count = new double[64];
  private int pairs;
  private double unrouted;
  private final boolean tooMany;

  private final Colours.Numbers classOf = new Colours.Numbers();
  private final FlowIncidence.Builder rows;
  private final Row row;
  private double[] flows = new double[64];

  /** A pair of cells of each class. */
  private int[] exampleSource = new int[64];

  private int[] exampleDestination = new int[64];

  private final Supplier<ClassWays> ways;

  private ClassFlows(
      LinkClasses links, Supplier<ClassWays> ways, int mostCrossings, BooleanSupplier cancelled) {
    this.links = links;
    this.ways = ways;
    FabricClasses fabric = links.fabric();
    rows = new FlowIncidence.Builder(links.count());
    row = new Row(links);
    endpointsOf = new double[fabric.cells()];
    for (int c = 0; c < fabric.endpointCells(); c++) {
      endpointsOf[links.orbitOf(c)] += fabric.size(c);
    }
    ClassWays routes = ways.get();
    boolean apart = routes.leavesDirectLinks();
    for (int t = 0; t < fabric.endpointCells() && rows.nonZeros() <= mostCrossings; t++) {
      if (links.orbitOf(t) != t) {
        continue;
      }
      if (cancelled.getAsBoolean()) {
        throw new CancellationException();
      }
      routes.prepare(t);
      for (int s = 0; s < fabric.endpointCells() && rows.nonZeros() <= mostCrossings; s++) {
        double peers = fabric.size(s) - (s == t ? 1 : 0) - (apart ? direct(t, s) : 0);
        if (peers > 0) {
          add(row.read(routes, s), s, t, peers * endpointsOf[t]);
        }
      }
    }
    tooMany = rows.nonZeros() > mostCrossings;
    problem =
        MaxMinProblem.of(rows.build(), links.capacities())
            .withCounts(Arrays.copyOf(flows, classOf.count()), links.counts());
  }

  /**
   * The classes; empty where more than so many crossings are needed.
   *
   * @param ways by which they go, made anew for each use; the classes of links are alike to them
   */
  static Optional<ClassFlows> allToAll(
      LinkClasses links, Supplier<ClassWays> ways, int mostCrossings, BooleanSupplier cancelled) {
    long cells = links.fabric().endpointCells();
    if (links.count() == links.fabric().arcs() && cells * (cells - 1) > mostCrossings) {
      // Nothing is alike: every pair of cells is a class of its own, over a link at least.
      return Optional.empty();
    }
    ClassFlows flows = new ClassFlows(links, ways, mostCrossings, cancelled);
    return flows.tooMany ? Optional.empty() : Optional.of(flows);
  }

  /**
   * Adds the flows over direct links between one cell and another: one for each link, or a single
   * one over all links of a pair.
   *
   * @return how many endpoints of the second cell one of the first is joined to
   */
  private double direct(int t, int s) {
    FabricClasses fabric = links.fabric();
    boolean onePair = fabric.size(s) == 1 && fabric.size(t) == 1;
    double joined = 0;
    row.clear();
    int parallel = 0;
    for (int a = fabric.arcStart(s); a < fabric.arcStart(s + 1); a++) {
      parallel += fabric.arcHead(a) == t && fabric.isDirect(s, a) ? fabric.arcCount(a) : 0;
    }
    for (int a = fabric.arcStart(s); parallel > 0 && a < fabric.arcStart(s + 1); a++) {
      if (fabric.arcHead(a) != t) {
        continue;
      }
      row.cross(a, onePair ? (double) fabric.arcCount(a) / parallel : 1);
      if (!onePair) {
        // As many pairs seen from either cell.
        double each = (double) fabric.arcCount(a) * fabric.size(s) / fabric.size(t);
        add(true, s, t, each * endpointsOf[t]);
        row.clear();
        joined += each;
      }
    }
    if (onePair && parallel > 0) {
      add(true, s, t, endpointsOf[t]);
      joined = 1;
    }
    return joined;
  }

  private void add(boolean there, int s, int t, double number) {
    if (!there) {
      unrouted += number;
      return;
    }
    int before = classOf.count();
    int c = classOf.of(row.look());
    boolean first = c == before;
    if (first) {
      row.append(rows);
    }
    if (c == flows.length) {
      flows = Arrays.copyOf(flows, 2 * c);
      exampleSource = Arrays.copyOf(exampleSource, 2 * c);
      exampleDestination = Arrays.copyOf(exampleDestination, 2 * c);
    }
    if (first) {
      exampleSource[c] = s;
      exampleDestination[c] = t;
    }
    flows[c] += number;
    if (pairs == source.length) {
      source = Arrays.copyOf(source, 2 * pairs);
      destination = Arrays.copyOf(destination, 2 * pairs);
      flowClass = Arrays.copyOf(flowClass, 2 * pairs);
      count = Arrays.copyOf(count, 2 * pairs);
    }
    source[pairs] = links.orbitOf(s);
    destination[pairs] = links.orbitOf(t);
    flowClass[pairs] = c;
    count[pairs++] = number;
  }

  /** By which flows go; for one use. */
  ClassWays ways() {
    return ways.get();
  }

  int exampleSource(int flow) {
    return exampleSource[flow];
  }

  int exampleDestination(int flow) {
    return exampleDestination[flow];
  }

  double unrouted() {
    return unrouted;
  }

  /** Adds the rates of all flows to what their orbits send and receive, per endpoint. */
  void addUp(double[] rate, double[] egress, double[] ingress) {
    for (int i = 0; i < pairs; i++) {
      double all = rate[flowClass[i]] * count[i];
      egress[source[i]] += all / endpointsOf[source[i]];
      ingress[destination[i]] += all / endpointsOf[destination[i]];
    }
  }

  /**
   * Class of the flow from one endpoint of a cell to the prepared destination; -1 without route.
   */
  int classOf(ClassWays routes, int s) {
    return row.read(routes, s) ? classOf.find(row.look()) : -1;
  }

  /** What one flow puts on each class of links. */
  private static final class Row {
    private final LinkClasses links;
    private final double[] sum;
    private final int[] touched;
    private int length;

    Row(LinkClasses links) {
      this.links = links;
      sum = new double[links.count()];
      touched = new int[links.count()];
    }

    void clear() {
      for (int i = 0; i < length; i++) {
        sum[touched[i]] = 0;
      }
      length = 0;
    }

    boolean read(ClassWays routes, int source) {
      clear();
      return routes.follow(source, this::cross);
    }

    void cross(int arc, double share) {
      int l = links.ofArc(arc);
      if (sum[l] == 0) {
        touched[length++] = l;
      }
      sum[l] += share;
    }

    long look() {
      long look = 0;
      for (int i = 0; i < length; i++) {
        look += Colours.mix(touched[i] + Colours.mix(Colours.rounded(sum[touched[i]])));
      }
      return look;
    }

    void append(FlowIncidence.Builder rows) {
      for (int i = 0; i < length; i++) {
        rows.cross(touched[i], sum[touched[i]]);
      }
      rows.endFlow();
    }
  }
}
