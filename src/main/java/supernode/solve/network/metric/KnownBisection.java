package supernode.solve.network.metric;

import java.util.Arrays;
import java.util.Optional;
import supernode.solve.network.route.Translations;
import supernode.topology.CsrGraph;
import supernode.topology.Islands;

/** Fabrics whose bisection has a formula. */
final class KnownBisection {
  private static final double SAME = 1e-9;

  private KnownBisection() {}

  static Optional<Bisection> of(CsrGraph graph, Optional<Translations> moves) {
    return equalAttachment(graph)
        .or(() -> fullMesh(graph))
        .or(() -> ring(graph))
        .or(() -> moves.flatMap(m -> GridAxes.of(graph, m.sides())).flatMap(GridAxes::bisection));
  }

  /** Sum and number of the links from a vertex to each other one, as two rows. */
  private static double[][] attachment(CsrGraph graph, int vertex, double[][] row) {
    Arrays.fill(row[0], 0);
    Arrays.fill(row[1], 0);
    for (int arc = graph.arcStart(vertex); arc < graph.arcStart(vertex + 1); arc++) {
      row[0][graph.arcHead(arc)] += graph.capacityBytesPerS(graph.arcChannel(arc) >> 1);
      row[1][graph.arcHead(arc)]++;
    }
    return row;
  }

  private static Optional<Bisection> equalAttachment(CsrGraph graph) {
    for (int l = 0; l < graph.linkCount(); l++) {
      boolean a = graph.isEndpoint(graph.channelFrom(2 * l));
      if (graph.isUsable(l) && a == graph.isEndpoint(graph.channelTo(2 * l))) {
        return Optional.empty();
      }
    }
    int n = graph.endpointCount();
    double[][] first = attachment(graph, graph.endpoint(0), new double[2][graph.vertexCount()]);
    double[][] row = new double[2][graph.vertexCount()];
    for (int i = 1; i < n; i++) {
      if (graph.degree(graph.endpoint(i)) != graph.degree(graph.endpoint(0))) {
        return Optional.empty();
      }
      attachment(graph, graph.endpoint(i), row);
      for (int v = 0; v < row[0].length; v++) {
        if (row[1][v] != first[1][v] || differs(row[0][v], first[0][v])) {
          return Optional.empty();
        }
      }
    }
    int half = n / 2;
    return Optional.of(
        new Bisection(
            half * Arrays.stream(first[0]).sum(),
            half * (long) graph.degree(graph.endpoint(0)),
            Bisection.Method.EQUAL_ATTACHMENT));
  }

  private static Optional<Bisection> fullMesh(CsrGraph graph) {
    int n = graph.endpointCount();
    if (graph.switchCount() > 0) {
      return Optional.empty();
    }
    double[][] row = new double[2][graph.vertexCount()];
    attachment(graph, graph.endpoint(0), row);
    double rate = row[0][graph.endpoint(1)];
    double links = row[1][graph.endpoint(1)];
    if (links == 0) {
      return Optional.empty();
    }
    for (int i = 0; i < n; i++) {
      int v = graph.endpoint(i);
      if (graph.degree(v) != links * (n - 1)) {
        return Optional.empty();
      }
      attachment(graph, v, row);
      for (int j = 0; j < n; j++) {
        int w = graph.endpoint(j);
        if (w != v && (row[1][w] != links || differs(row[0][w], rate))) {
          return Optional.empty();
        }
      }
    }
    long pairs = (long) (n / 2) * (n - n / 2);
    return Optional.of(
        new Bisection(pairs * rate, pairs * (long) links, Bisection.Method.FULL_MESH));
  }

  private static Optional<Bisection> ring(CsrGraph graph) {
    int n = graph.endpointCount();
    if (graph.switchCount() > 0 || graph.usableLinkCount() != n || n < 3) {
      return Optional.empty();
    }
    double rate = 0;
    for (int l = 0; l < graph.linkCount(); l++) {
      if (graph.isUsable(l)) {
        if (rate > 0 && differs(rate, graph.capacityBytesPerS(l))) {
          return Optional.empty();
        }
        rate = graph.capacityBytesPerS(l);
      }
    }
    for (int i = 0; i < n; i++) {
      if (graph.degree(graph.endpoint(i)) != 2) {
        return Optional.empty();
      }
    }
    return Islands.of(graph).count() == 1
        ? Optional.of(new Bisection(2 * rate, 2, Bisection.Method.RING))
        : Optional.empty();
  }

  private static boolean differs(double a, double b) {
    return Math.abs(a - b) > SAME * Math.max(a, b);
  }
}
