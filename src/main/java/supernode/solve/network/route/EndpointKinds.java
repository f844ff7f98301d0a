package supernode.solve.network.route;

import java.util.Arrays;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import supernode.topology.CsrGraph;

/**
 * Endpoints from which a fabric looks the same, latencies too: the first of each kind stands for
 * all of it. Endpoints are named by their places among those that are up.
 */
public final class EndpointKinds {
  /** Endpoints up to which no looking for what is alike pays. */
  private static final int FEW = 64;

  private final int[] kindOf;
  private final long[] size;
  private final int[] first;

  private EndpointKinds(int[] kindOf) {
    this.kindOf = kindOf;
    size = new long[Arrays.stream(kindOf).max().orElse(-1) + 1];
    int[] found = new int[size.length];
    Arrays.fill(found, -1);
    for (int i = kindOf.length - 1; i >= 0; i--) {
      found[kindOf[i]] = i;
      size[kindOf[i]]++;
    }
    first = Arrays.stream(found).filter(i -> i >= 0).sorted().toArray();
  }

  /** Every endpoint a kind of its own. */
  public static EndpointKinds each(CsrGraph graph) {
    return new EndpointKinds(IntStream.range(0, graph.endpointCount()).toArray());
  }

  /**
   * By exchanges of equal parts.
   *
   * @throws java.util.concurrent.CancellationException when cancelled
   */
  public static EndpointKinds alike(CsrGraph graph, BooleanSupplier cancelled) {
    return alike(graph, FabricClasses.of(graph.byKind(), cancelled));
  }

  private static EndpointKinds alike(CsrGraph graph, FabricClasses classes) {
    LinkClasses orbits = LinkClasses.of(classes);
    return new EndpointKinds(
        IntStream.range(0, graph.endpointCount())
            .map(i -> orbits.orbitOf(classes.cellOf(graph.endpoint(i))))
            .toArray());
  }

  /** As far as it pays: by translations, by exchanges, or none on a small fabric. */
  static EndpointKinds of(EcmpRoutes routes, BooleanSupplier cancelled) {
    CsrGraph graph = routes.graph();
    if (graph.endpointCount() <= FEW) {
      return each(graph);
    }
    return routes.translations().isPresent()
        ? new EndpointKinds(new int[graph.endpointCount()])
        : alike(graph, routes.classes(cancelled).byKind(cancelled)).acrossIslands(graph);
  }

  /** What islands that are drawn alike have in common is one kind. */
  private EndpointKinds acrossIslands(CsrGraph graph) {
    if (count() == 1) {
      return this;
    }
    int[] stands = EqualIslands.representatives(graph);
    int[] place = new int[graph.vertexCount()];
    for (int e = 0; e < kindOf.length; e++) {
      place[graph.endpoint(e)] = e;
    }
    return new EndpointKinds(
        IntStream.range(0, kindOf.length)
            .map(e -> kindOf[place[stands[graph.endpoint(e)]]])
            .toArray());
  }

  /** The first of each kind, ascending. */
  public int[] first() {
    return first.clone();
  }

  public int count() {
    return first.length;
  }

  /** How many are of the kind of one. */
  public long number(int endpoint) {
    return size[kindOf[endpoint]];
  }
}
