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
   * Some vertices and links of a fabric of which nothing is down, numbered anew in their order.
   *
   * @param links kept, each between kept vertices
   */
  CsrGraph part(BitSet vertices, BitSet links) {
    return new CsrGraph(this, new Numbers(vertices), links);
  }

  /** New numbers of what is kept. */
  private static final class Numbers {
    private final int[] kept;
    private final int[] of;

    Numbers(BitSet kept) {
      this.kept = kept.stream().toArray();
      of = new int[kept.length()];
      for (int i = 0; i < this.kept.length; i++) {
        of[this.kept[i]] = i;
      }
    }

    BitSet among(BitSet all) {
      BitSet some = new BitSet(kept.length);
      for (int i = 0; i < kept.length; i++) {
        some.set(i, all.get(kept[i]));
      }
      return some;
    }
  }

  private CsrGraph(CsrGraph base, Numbers vertices, BitSet links) {
    declaredEndpoints = vertices.among(base.declaredEndpoints);
    forwards = vertices.among(base.forwards);
    failed = new BitSet();
    specs = base.specs;
    capacityBytesPerS = base.capacityBytesPerS;
    int n = vertices.kept.length;
    int m = links.cardinality();
    transitS = new double[n];
    ends = new int[2 * m];
    specOf = new int[m];
    usable = new BitSet(m);
    usable.set(0, m);
    int[] linkOf = new int[base.linkCount()];
    int at = 0;
    for (int l = 0; l < linkOf.length; l++) {
      linkOf[l] = -1;
      if (links.get(l)) {
        ends[2 * at] = vertices.of[base.ends[2 * l]];
        ends[2 * at + 1] = vertices.of[base.ends[2 * l + 1]];
        specOf[at] = base.specOf[l];
        linkOf[l] = at++;
      }
    }
    endpoints = declaredEndpoints.stream().toArray();
    arcStart = new int[n + 1];
    arcHead = new int[2 * m];
    arcChannel = new int[2 * m];
    int arcs = 0;
    for (int v = 0; v < n; v++) {
      int old = vertices.kept[v];
      transitS[v] = base.transitS[old];
      for (int arc = base.arcStart[old]; arc < base.arcStart[old + 1]; arc++) {
        int channel = base.arcChannel[arc];
        int link = linkOf[channel >> 1];
        if (link >= 0) {
          arcHead[arcs] = vertices.of[base.arcHead[arc]];
          arcChannel[arcs++] = 2 * link + (channel & 1);
        }
      }
      arcStart[v + 1] = arcs;
    }
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
    for (int l = 0; l < kindOf.length; l++) {
      double a = transitS[ends[2 * l]];
      double b = transitS[ends[2 * l + 1]];
      Kind kind = new Kind(specOf[l], Math.min(a, b), Math.max(a, b));
      kindOf[l] = known.computeIfAbsent(kind, _ -> known.size());
    }
    LinkSpec[] kinds = new LinkSpec[known.size()];
    Arrays.setAll(kinds, k -> LinkSpec.of(k + 1.0));
    return new CsrGraph(declaredEndpoints, forwards, failed, transitS, ends, kindOf, kinds, usable);
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
