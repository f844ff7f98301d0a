package supernode.topology;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * An immutable snapshot of one fabric for the solvers: vertices (endpoints and switches) and
 * undirected physical links, in compressed sparse rows.
 *
 * <p>Each link is two <em>channels</em>, one per direction: channel {@code 2 * link} goes from the
 * link's first end to its second, channel {@code 2 * link + 1} back. An <em>arc</em> is a channel
 * as seen from the vertex that it leaves. Vertices and links keep their numbers when others fail;
 * what is down (failed, without capacity, or a self loop) has no arcs.
 */
public final class CsrGraph {
  private final BitSet declaredEndpoints;
  private final BitSet forwards;
  private final BitSet failed;
  private final double[] transitS;
  private final int[] ends;
  // Millions of links are of a few kinds: each link keeps the number of its kind.
  private final int[] specOf;
  private final LinkSpec[] specs;
  private final double[] capacityBytesPerS;
  private final BitSet usable;
  private final int[] endpoints;
  private final int[] arcStart;
  private final int[] arcHead;
  private final int[] arcChannel;

  /** Found when first asked for. */
  private volatile Islands islands;

  private CsrGraph(CsrGraph base, BitSet failed, BitSet usable) {
    this(
        base.declaredEndpoints,
        base.forwards,
        failed,
        base.transitS,
        base.ends,
        base.specOf,
        base.specs,
        usable);
  }

  private CsrGraph(
      BitSet declaredEndpoints,
      BitSet forwards,
      BitSet failed,
      double[] transitS,
      int[] ends,
      int[] specOf,
      LinkSpec[] specs,
      BitSet usable) {
    this.declaredEndpoints = declaredEndpoints;
    this.forwards = forwards;
    this.failed = failed;
    this.transitS = transitS;
    this.ends = ends;
    this.specOf = specOf;
    this.specs = specs;
    this.capacityBytesPerS =
        Arrays.stream(specs).mapToDouble(LinkSpec::capacityBytesPerS).toArray();
    this.usable = usable;
    this.endpoints = declaredEndpoints.stream().filter(v -> !failed.get(v)).toArray();
    int n = transitS.length;
    arcStart = new int[n + 1];
    for (int l = usable.nextSetBit(0); l >= 0; l = usable.nextSetBit(l + 1)) {
      arcStart[ends[2 * l] + 1]++;
      arcStart[ends[2 * l + 1] + 1]++;
    }
    for (int v = 0; v < n; v++) {
      arcStart[v + 1] += arcStart[v];
    }
    arcHead = new int[arcStart[n]];
    arcChannel = new int[arcStart[n]];
    int[] fill = arcStart.clone();
    for (int l = usable.nextSetBit(0); l >= 0; l = usable.nextSetBit(l + 1)) {
      for (int channel = 2 * l; channel <= 2 * l + 1; channel++) {
        int arc = fill[ends[channel]]++;
        arcHead[arc] = ends[channel ^ 1];
        arcChannel[arc] = channel;
      }
    }
  }

  static CsrGraph of(
      BitSet endpoints,
      BitSet forwards,
      double[] transitS,
      int[] ends,
      int[] specOf,
      LinkSpec[] specs) {
    BitSet usable = new BitSet(specOf.length);
    for (int l = 0; l < specOf.length; l++) {
      usable.set(l, specs[specOf[l]].capacityBytesPerS() > 0 && ends[2 * l] != ends[2 * l + 1]);
    }
    return new CsrGraph(endpoints, forwards, new BitSet(), transitS, ends, specOf, specs, usable);
  }

  /**
   * A fabric of which nothing is down without some vertices and links; the others are numbered anew
   * in their order.
   *
   * @param kept vertices, ascending
   * @param lost links, ascending, those of other vertices among them
   */
  CsrGraph part(int[] kept, int[] lost) {
    return new CsrGraph(this, kept, lost);
  }

  private CsrGraph(CsrGraph base, int[] kept, int[] lost) {
    int n = kept.length;
    boolean renumbered = n < base.vertexCount();
    int[] now = new int[renumbered ? base.vertexCount() : 0];
    declaredEndpoints = new BitSet(n);
    forwards = new BitSet(n);
    transitS = new double[n];
    for (int v = 0; v < n; v++) {
      int before = kept[v];
      transitS[v] = base.transitS[before];
      declaredEndpoints.set(v, base.declaredEndpoints.get(before));
      forwards.set(v, base.forwards.get(before));
      if (renumbered) {
        now[before] = v;
      }
    }
    failed = new BitSet();
    specs = base.specs;
    capacityBytesPerS = base.capacityBytesPerS;
    specOf = Blocks.without(base.specOf, lost, 1);
    ends = Blocks.without(base.ends, lost, 2);
    if (renumbered) {
      for (int c = 0; c < ends.length; c++) {
        ends[c] = now[ends[c]];
      }
    }
    usable = new BitSet(specOf.length);
    usable.set(0, specOf.length);
    endpoints = declaredEndpoints.stream().toArray();
    arcStart = new int[n + 1];
    arcHead = new int[ends.length];
    arcChannel = new int[ends.length];
    int arcs = 0;
    for (int v = 0; v < n; v++) {
      arcs = copyArcs(base, kept[v], lost, now, arcs);
      arcStart[v + 1] = arcs;
    }
  }

  /** Arcs of a vertex are in the order of their links: one walk along both finds what is lost. */
  private int copyArcs(CsrGraph base, int vertex, int[] lost, int[] now, int from) {
    int arcs = from;
    int start = base.arcStart[vertex];
    int end = base.arcStart[vertex + 1];
    int before = start < end ? Arrays.binarySearch(lost, base.arcChannel[start] >> 1) : 0;
    before = before < 0 ? -before - 1 : before;
    for (int arc = start; arc < end; arc++) {
      int channel = base.arcChannel[arc];
      while (before < lost.length && lost[before] < channel >> 1) {
        before++;
      }
      if (before == lost.length || lost[before] != channel >> 1) {
        arcHead[arcs] = now.length == 0 ? base.arcHead[arc] : now[base.arcHead[arc]];
        arcChannel[arcs++] = channel - 2 * before;
      }
    }
    return arcs;
  }

  /** The same fabric with further vertices and links failed; all keep their numbers. */
  public CsrGraph without(BitSet failedVertices, BitSet failedLinks) {
    BitSet nowFailed = (BitSet) failed.clone();
    nowFailed.or(failedVertices);
    BitSet nowUsable = (BitSet) usable.clone();
    nowUsable.andNot(failedLinks);
    for (int l = nowUsable.nextSetBit(0); l >= 0; l = nowUsable.nextSetBit(l + 1)) {
      if (nowFailed.get(ends[2 * l]) || nowFailed.get(ends[2 * l + 1])) {
        nowUsable.clear(l);
      }
    }
    return new CsrGraph(this, nowFailed, nowUsable);
  }

  /**
   * The same graph with numbers in place of capacities, one for each kind of link: classes of it
   * are alike in latency too. A kind is all that is said of the link and of the transit at its
   * ends.
   */
  public CsrGraph byKind() {
    record Kind(int spec, double fasterS, double slowerS) {}
    Map<Kind, Integer> known = new HashMap<>();
    int[] kindOf = new int[specOf.length];
    double lastA = Double.NaN;
    double lastB = Double.NaN;
    for (int l = 0; l < kindOf.length; l++) {
      double a = transitS[ends[2 * l]];
      double b = transitS[ends[2 * l + 1]];
      // Neighbours are most often alike.
      if (a == lastA && b == lastB && specOf[l] == specOf[l - 1]) {
        kindOf[l] = kindOf[l - 1];
      } else {
        Kind kind = new Kind(specOf[l], Math.min(a, b), Math.max(a, b));
        kindOf[l] = known.computeIfAbsent(kind, _ -> known.size());
        lastA = a;
        lastB = b;
      }
    }
    LinkSpec[] kinds = new LinkSpec[known.size()];
    Arrays.setAll(kinds, k -> LinkSpec.of(k + 1.0));
    return new CsrGraph(this, kindOf, kinds);
  }

  private CsrGraph(CsrGraph base, int[] specOf, LinkSpec[] specs) {
    declaredEndpoints = base.declaredEndpoints;
    forwards = base.forwards;
    failed = base.failed;
    transitS = base.transitS;
    ends = base.ends;
    this.specOf = specOf;
    this.specs = specs;
    capacityBytesPerS = Arrays.stream(specs).mapToDouble(LinkSpec::capacityBytesPerS).toArray();
    usable = base.usable;
    endpoints = base.endpoints;
    arcStart = base.arcStart;
    arcHead = base.arcHead;
    arcChannel = base.arcChannel;
  }

  /** Its connected pieces. */
  Islands islands() {
    if (islands == null) {
      islands = Islands.find(this);
    }
    return islands;
  }

  /** All vertices, failed ones too. */
  public int vertexCount() {
    return transitS.length;
  }

  /** All links, those that are down too. */
  public int linkCount() {
    return specOf.length;
  }

  /** Directed links: two per link. */
  public int channelCount() {
    return ends.length;
  }

  /** Links that carry traffic. */
  public int usableLinkCount() {
    return usable.cardinality();
  }

  /** Endpoints that are up. */
  public int endpointCount() {
    return endpoints.length;
  }

  /** Vertex number of an endpoint that is up, by its place among them. */
  public int endpoint(int index) {
    return endpoints[index];
  }

  /** Switches that are up. */
  public int switchCount() {
    int up = vertexCount() - failed.cardinality();
    return up - endpoints.length;
  }

  public boolean isEndpoint(int vertex) {
    return declaredEndpoints.get(vertex);
  }

  public boolean isUp(int vertex) {
    return !failed.get(vertex);
  }

  /** Whether it passes on traffic between others. */
  public boolean forwards(int vertex) {
    return forwards.get(vertex);
  }

  /** Time from port to port through a vertex without load. */
  public double transitS(int vertex) {
    return transitS[vertex];
  }

  /** Whether a link carries traffic: not failed, some capacity, no self loop. */
  public boolean isUsable(int link) {
    return usable.get(link);
  }

  /** The vertex that a channel leaves. */
  public int channelFrom(int channel) {
    return ends[channel];
  }

  /** The vertex that a channel enters. */
  public int channelTo(int channel) {
    return ends[channel ^ 1];
  }

  /** What a link does to data. */
  public LinkSpec spec(int link) {
    return specs[specOf[link]];
  }

  /** How many kinds of links there are. */
  public int specs() {
    return specs.length;
  }

  /** Number of the kind of a link. */
  public int specNumber(int link) {
    return specOf[link];
  }

  /** What links of a kind do to data. */
  public LinkSpec specOfNumber(int number) {
    return specs[number];
  }

  /** Capacity of each direction, byte/s. */
  public double capacityBytesPerS(int link) {
    return capacityBytesPerS[specOf[link]];
  }

  /** Fixed one-way latency of a link's two ends. */
  public double latencyS(int link) {
    return specs[specOf[link]].latencyS();
  }

  public double lengthM(int link) {
    return specs[specOf[link]].lengthM();
  }

  /** One-way time of flight. */
  public double propagationS(int link) {
    return specs[specOf[link]].propagationS();
  }

  /** First arc of a vertex; its arcs end before {@code arcStart(vertex + 1)}. */
  public int arcStart(int vertex) {
    return arcStart[vertex];
  }

  /** Number of arcs: twice the usable links. */
  public int arcCount() {
    return arcHead.length;
  }

  /** Where an arc leads. */
  public int arcHead(int arc) {
    return arcHead[arc];
  }

  /** The channel that an arc is. */
  public int arcChannel(int arc) {
    return arcChannel[arc];
  }

  /** Usable links at a vertex. */
  public int degree(int vertex) {
    return arcStart[vertex + 1] - arcStart[vertex];
  }
}
