package supernode.topology;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Collects the vertices and links of a {@link CsrGraph}; numbers are given in the order of adding.
 *
 * <p>Whether a vertex passes traffic of others on: switches do. Endpoints do when the fabric has no
 * switch at all (ring, mesh, torus, full mesh) and do not otherwise; {@link #setForwarding} settles
 * it for hybrids.
 */
public final class CsrGraphBuilder {
  private final BitSet endpoints = new BitSet();
  private final BitSet forwardingKnown = new BitSet();
  private final BitSet forwarding = new BitSet();
  private double[] transitS = new double[64];
  private int vertices;
  private int[] ends = new int[256];
  private int[] specOf = new int[128];
  private int links;
  private final List<LinkSpec> specs = new ArrayList<>();
  private final Map<LinkSpec, Integer> specNumbers = new HashMap<>();
  private LinkSpec lastSpec;
  private int lastNumber;

  /**
   * Adds an endpoint (accelerator, host).
   *
   * @param transitS time that it needs to pass on what is not for it, where it does so
   * @return its number
   */
  public int addEndpoint(double transitS) {
    endpoints.set(vertices);
    return addVertex(transitS);
  }

  /**
   * Adds a switch.
   *
   * @param transitS port-to-port latency without load
   * @return its number
   */
  public int addSwitch(double transitS) {
    return addVertex(transitS);
  }

  /** Settles whether a vertex passes on traffic between others. */
  public CsrGraphBuilder setForwarding(int vertex, boolean forwards) {
    requireVertex(vertex);
    forwardingKnown.set(vertex);
    forwarding.set(vertex, forwards);
    return this;
  }

  /**
   * Adds a link. Parallel links are kept apart; a link from a vertex to itself keeps its number and
   * carries nothing.
   *
   * @return its number
   */
  public int addLink(int a, int b, LinkSpec spec) {
    requireVertex(a);
    requireVertex(b);
    int link = links++;
    if (link == specOf.length) {
      ends = Arrays.copyOf(ends, ends.length * 2);
      specOf = Arrays.copyOf(specOf, specOf.length * 2);
    }
    ends[2 * link] = a;
    ends[2 * link + 1] = b;
    specOf[link] = number(spec);
    return link;
  }

  public CsrGraph build() {
    boolean direct = endpoints.cardinality() == vertices;
    BitSet forwards = new BitSet(vertices);
    for (int v = 0; v < vertices; v++) {
      boolean byRule = direct || !endpoints.get(v);
      forwards.set(v, forwardingKnown.get(v) ? forwarding.get(v) : byRule);
    }
    return CsrGraph.of(
        (BitSet) endpoints.clone(),
        forwards,
        Arrays.copyOf(transitS, vertices),
        Arrays.copyOf(ends, 2 * links),
        Arrays.copyOf(specOf, links),
        specs.toArray(LinkSpec[]::new));
  }

  /** Makes room for links that are known to come. */
  public CsrGraphBuilder expectLinks(int count) {
    ends = Arrays.copyOf(ends, Math.max(ends.length, 2 * count));
    specOf = Arrays.copyOf(specOf, Math.max(specOf.length, count));
    return this;
  }

  private int number(LinkSpec spec) {
    if (spec != lastSpec) {
      lastSpec = spec;
      lastNumber =
          specNumbers.computeIfAbsent(
              spec,
              s -> {
                specs.add(s);
                return specs.size() - 1;
              });
    }
    return lastNumber;
  }

  private int addVertex(double transit) {
    if (!(transit >= 0 && transit < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("transit latency " + transit);
    }
    if (vertices == transitS.length) {
      transitS = Arrays.copyOf(transitS, 2 * vertices);
    }
    transitS[vertices] = transit;
    return vertices++;
  }

  private void requireVertex(int vertex) {
    if (vertex < 0 || vertex >= vertices) {
      throw new IllegalArgumentException("no vertex " + vertex);
    }
  }
}
