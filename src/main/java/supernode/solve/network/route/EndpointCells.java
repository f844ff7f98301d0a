package supernode.solve.network.route;

import supernode.solve.network.rate.Colours;
import supernode.topology.CsrGraph;

/**
 * Endpoints that stand alike. Those that pass traffic on are switches too and stay single. Others
 * are alike when they hang on the same switches by the same links, and have as many direct links to
 * endpoints of each cell: a direct link carries its own pair alone, so it only matters how many
 * pairs are left for the switches. Where a pair has several direct links, both ends stay single.
 */
final class EndpointCells {
  private final CsrGraph graph;
  private final long[] look;
  private boolean direct;

  EndpointCells(CsrGraph graph) {
    this.graph = graph;
    look = new long[graph.vertexCount()];
  }

  /** Cell of each endpoint that is up. */
  int[] numbers() {
    int n = graph.endpointCount();
    long[] looks = new long[n];
    for (int i = 0; i < n; i++) {
      looks[i] = ofSwitches(graph.endpoint(i));
    }
    int[] number = Colours.number(looks);
    int cells = 0;
    for (int now = Colours.count(number); direct && now > cells; now = Colours.count(number)) {
      cells = now;
      for (int i = 0; i < n; i++) {
        look[graph.endpoint(i)] = looks[i];
      }
      for (int i = 0; i < n; i++) {
        looks[i] = Colours.mix(looks[i] + ofEndpoints(graph.endpoint(i)));
      }
      number = Colours.number(looks);
    }
    return number;
  }

  private long ofSwitches(int v) {
    if (graph.forwards(v)) {
      return Colours.mix(v + 1L);
    }
    boolean single = false;
    long sum = 0;
    int end = graph.arcStart(v + 1);
    double lastRate = -1;
    long lastMix = 0;
    for (int arc = graph.arcStart(v); arc < end; arc++) {
      int head = graph.arcHead(arc);
      if (graph.isEndpoint(head) && isPair(v, head)) {
        direct = true;
        single |= isParallel(v, arc);
      } else {
        double rate = graph.capacityBytesPerS(graph.arcChannel(arc) >> 1);
        if (rate != lastRate) {
          lastRate = rate;
          lastMix = Colours.mix(Colours.bits(rate));
        }
        sum += Colours.mix(head + lastMix);
      }
    }
    return single ? Colours.mix(v + 1L) : Colours.mix(sum);
  }

  private long ofEndpoints(int v) {
    long sum = 0;
    int end = graph.arcStart(v + 1);
    for (int arc = graph.arcStart(v); arc < end; arc++) {
      int head = graph.arcHead(arc);
      if (graph.isEndpoint(head) && isPair(v, head)) {
        sum += Colours.mix(look[head] + Colours.mix(capacityBits(arc)));
      }
    }
    return Colours.mix(sum);
  }

  private boolean isPair(int v, int head) {
    return graph.isEndpoint(head) && !graph.forwards(head) && !graph.forwards(v);
  }

  private boolean isParallel(int v, int arc) {
    for (int other = graph.arcStart(v); other < graph.arcStart(v + 1); other++) {
      if (other != arc && graph.arcHead(other) == graph.arcHead(arc)) {
        return true;
      }
    }
    return false;
  }

  private long capacityBits(int arc) {
    return Colours.bits(graph.capacityBytesPerS(graph.arcChannel(arc) >> 1));
  }
}
