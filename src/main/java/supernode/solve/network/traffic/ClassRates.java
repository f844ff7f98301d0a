package supernode.solve.network.traffic;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import supernode.solve.network.rate.FlowIncidence;
import supernode.solve.network.rate.MaxMin;
import supernode.solve.network.rate.MaxMinCertificate;
import supernode.solve.network.rate.MaxMinResult;
import supernode.solve.network.rate.Relief;
import supernode.solve.network.route.ClassRoutes;
import supernode.solve.network.route.ClassWays;
import supernode.solve.network.route.FabricClasses;
import supernode.solve.network.route.FlowPairs;
import supernode.solve.network.route.LinkClasses;
import supernode.topology.CsrGraph;

/**
 * Max-min rates of all-to-all by classes of flows and links: as exact as flow by flow, and as many
 * numbers as the fabric has different things, not as it has endpoints.
 */
public final class ClassRates implements FlowRates {
  private final ClassFlows flows;
  private final FabricClasses fabric;
  private final MaxMinResult result;
  private final double[] egress;
  private final double[] ingress;
  private final RateSummary rates;
  private final ClassWays routes;
  private int prepared = -1;

  private ClassRates(ClassFlows flows, MaxMinResult result) {
    this.flows = flows;
    this.fabric = flows.links.fabric();
    this.result = result;
    this.routes = flows.ways();
    egress = new double[fabric.cells()];
    ingress = new double[fabric.cells()];
    flows.addUp(result.ratesBytesPerS(), egress, ingress);
    double least = Double.POSITIVE_INFINITY;
    double most = 0;
    double sum = 0;
    double count = 0;
    for (int f = 0; f < flows.problem.incidence().flows(); f++) {
      double rate = result.rateBytesPerS(f);
      least = Math.min(least, rate);
      most = Math.max(most, rate);
      sum += rate * flows.problem.flowCount(f);
      count += flows.problem.flowCount(f);
    }
    rates = count == 0 ? new RateSummary(0, 0, 0) : new RateSummary(least, sum / count, most);
  }

  /** The rates; empty when the classes cross each other more often than the bound allows. */
  static Optional<ClassRates> allToAll(
      FabricClasses classes, int mostCrossings, BooleanSupplier cancelled) {
    return allToAll(
        LinkClasses.of(classes), () -> new ClassRoutes(classes), mostCrossings, cancelled);
  }

  /** The same by other ways, to which the classes of links are alike. */
  static Optional<ClassRates> allToAll(
      LinkClasses links, Supplier<ClassWays> ways, int mostCrossings, BooleanSupplier cancelled) {
    return ClassFlows.allToAll(links, ways, mostCrossings, cancelled)
        .map(flows -> new ClassRates(flows, MaxMin.solve(flows.problem, cancelled)));
  }

  /** All-to-all on a fabric of any size, by its classes. */
  public static Optional<ClassRates> allToAll(CsrGraph graph, BooleanSupplier cancelled) {
    return allToAll(FabricClasses.of(graph, cancelled), TrafficSolver.MOST_CROSSINGS, cancelled);
  }

  void addUp(PairSums sums, BooleanSupplier cancelled) {
    sums.addClasses(flows, result.ratesBytesPerS(), fabric, cancelled);
  }

  /** Proof of the class rates. */
  public MaxMinCertificate certificate() {
    return MaxMinCertificate.check(flows.problem, result.ratesBytesPerS());
  }

  public int flowClasses() {
    return flows.problem.incidence().flows();
  }

  public int linkClasses() {
    return flows.links.count();
  }

  @Override
  public double rate(int flow) {
    FlowPairs all = FlowPairs.allToAll(fabric.graph().endpointCount());
    return rate(all.source(flow), all.destination(flow));
  }

  /** Rate from one endpoint to another, by their places among those that are up. */
  public double rate(int source, int destination) {
    CsrGraph graph = fabric.graph();
    if (routes.leavesDirectLinks()
        && fabric.directLinks(graph.endpoint(source), graph.endpoint(destination)) > 0) {
      return fabric.directBytesPerS(graph.endpoint(source), graph.endpoint(destination));
    }
    int to = fabric.cellOf(fabric.graph().endpoint(destination));
    if (to != prepared) {
      routes.prepare(to);
      prepared = to;
    }
    int c = flows.classOf(routes, fabric.cellOf(fabric.graph().endpoint(source)));
    return c < 0 ? 0 : result.rateBytesPerS(c);
  }

  @Override
  public double utilisation(int channel) {
    int arc = fabric.arcOf(channel);
    return arc < 0 ? 0 : result.utilisation(flows.links.ofArc(arc));
  }

  @Override
  public RateSummary rates() {
    return rates;
  }

  @Override
  public double egress(int endpoint) {
    return egress[orbit(endpoint)];
  }

  @Override
  public double ingress(int endpoint) {
    return ingress[orbit(endpoint)];
  }

  private int orbit(int endpoint) {
    return flows.links.orbitOf(fabric.cellOf(fabric.graph().endpoint(endpoint)));
  }

  @Override
  public long unrouted() {
    return Math.round(flows.unrouted());
  }

  @Override
  public int levels() {
    return result.levels();
  }

  @Override
  public List<Bottleneck> bottlenecks() {
    CsrGraph graph = fabric.graph();
    FullLinks full = FullLinks.of(flows.problem, result);
    BottleneckTally tally = new BottleneckTally(graph);
    int[] mask = new int[flows.links.count()];
    int[] limiting = new int[fabric.arcs()];
    for (int a = 0; a < limiting.length; a++) {
      int link = flows.links.ofArc(a);
      limiting[a] = full.limits(link) ? link : -1;
    }
    fabric.forEachChannel(
        limiting,
        (channel, link) -> {
          // All links of a class join the same kinds of things.
          if (mask[link] == 0) {
            mask[link] = tally.mask(channel);
          }
          tally.addChannel(channel, mask[link]);
        });
    full.tally(tally, l -> mask[l]);
    return tally.bottlenecks();
  }

  @Override
  public void eachRate(RateCount out) {
    for (int f = 0; f < flowClasses(); f++) {
      out.add(result.rateBytesPerS(f), flows.problem.flowCount(f));
    }
    if (flows.unrouted() > 0) {
      out.add(0, flows.unrouted());
    }
  }

  /** The classes of flows that cross a channel. */
  List<LinkFlow> onLink(int channel) {
    int arc = fabric.arcOf(channel);
    List<LinkFlow> found = new ArrayList<>();
    if (arc < 0) {
      return found;
    }
    int link = flows.links.ofArc(arc);
    FullLinks full = FullLinks.of(flows.problem, result);
    FlowIncidence a = flows.problem.incidence();
    for (int f = 0; f < a.flows(); f++) {
      for (int e = a.start(f); e < a.start(f + 1); e++) {
        if (a.link(e) == link) {
          found.add(
              example(
                  f,
                  flows.problem.flowCount(f) * a.share(e) / flows.links.counts()[link],
                  full.holds(f, link)));
        }
      }
    }
    return found;
  }

  private LinkFlow example(int flow, double number, boolean limited) {
    int from = flows.exampleSource(flow);
    int to = flows.exampleDestination(flow);
    CsrGraph graph = fabric.graph();
    int source = -1;
    int destination = -1;
    for (int i = 0; i < graph.endpointCount() && (source < 0 || destination < 0); i++) {
      int cell = fabric.cellOf(graph.endpoint(i));
      if (cell == from && source < 0) {
        source = i;
      } else if (cell == to && destination < 0) {
        destination = i;
      }
    }
    return new LinkFlow(source, destination, number, result.rateBytesPerS(flow), limited);
  }

  /** What raising each class of limiting links would bring. */
  public List<Relief> reliefs(BooleanSupplier cancelled) {
    FullLinks full = FullLinks.of(flows.problem, result);
    List<Relief> reliefs = new ArrayList<>();
    for (int l = 0; l < flows.links.count(); l++) {
      if (full.limits(l)) {
        BitSet one = new BitSet();
        one.set(l);
        reliefs.add(Relief.of(flows.problem, result, one, cancelled));
      }
    }
    return reliefs;
  }
}
