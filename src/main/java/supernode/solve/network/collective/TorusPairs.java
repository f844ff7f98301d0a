package supernode.solve.network.collective;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import supernode.solve.network.latency.SlowestPaths;
import supernode.solve.network.route.PairWays;
import supernode.solve.network.route.Translations;
import supernode.topology.CsrGraph;

/** Pairs on a torus or HyperX of ranks: those that lie as far apart have the same ways, moved. */
final class TorusPairs implements PairLoads {
  private final Translations torus;
  private final SlowestPaths times;
  private final PairWays ways;
  private final CsrGraph graph;
  private final int[] orbitOf;
  private final int orbits;

  /** By vertex and orbit of channels, what they carry together. */
  private final double[] load;

  private final Map<Integer, Way> known = new HashMap<>();

  // Of the way that is being found.
  private int[] from = new int[64];
  private int[] orbit = new int[64];
  private double[] share = new double[64];
  private int steps;

  /** From the first vertex: where channels begin, their orbits and shares. */
  @SuppressWarnings("ArrayRecordComponent") // Gone through, never compared.
  private record Way(int[] from, int[] orbit, double[] share, double latencyS) {}

  TorusPairs(CsrGraph graph, Translations torus, SlowestPaths times) {
    this.graph = graph;
    this.torus = torus;
    this.times = times;
    ways = new PairWays(graph);
    orbitOf = torus.orbitOfChannel();
    orbits = torus.orbits();
    load = new double[graph.vertexCount() * orbits];
  }

  @Override
  public double add(int from, int to, double share) {
    int source = graph.endpoint(from);
    Way way = known.computeIfAbsent(torus.moved(graph.endpoint(to), source, 0), this::way);
    for (int i = 0; i < way.from.length; i++) {
      load[torus.moved(way.from[i], 0, source) * orbits + way.orbit[i]] += share * way.share[i];
    }
    return way.latencyS;
  }

  private Way way(int to) {
    if (!ways.find(0, to)) {
      return new Way(new int[0], new int[0], new double[0], 0);
    }
    steps = 0;
    ways.follow(this::step);
    return new Way(
        Arrays.copyOf(from, steps),
        Arrays.copyOf(orbit, steps),
        Arrays.copyOf(share, steps),
        times.of(ways));
  }

  private void step(int channel, double part) {
    if (steps == from.length) {
      from = Arrays.copyOf(from, 2 * steps);
      orbit = Arrays.copyOf(orbit, 2 * steps);
      share = Arrays.copyOf(share, 2 * steps);
    }
    from[steps] = graph.channelFrom(channel);
    orbit[steps] = orbitOf[channel];
    share[steps++] = part;
  }

  @Override
  public void flush(double[] out, int first) {
    int[] parallel = new int[load.length];
    for (int c = 0; c < orbitOf.length; c++) {
      if (orbitOf[c] >= 0) {
        parallel[place(c)]++;
      }
    }
    for (int c = 0; c < orbitOf.length; c++) {
      if (orbitOf[c] >= 0) {
        out[first + c] += load[place(c)] / parallel[place(c)];
      }
    }
    Arrays.fill(load, 0);
  }

  private int place(int channel) {
    return graph.channelFrom(channel) * orbits + orbitOf[channel];
  }

  @Override
  public long costOfKind() {
    return graph.arcCount() / 16;
  }

  @Override
  public long kind(int from, int to) {
    return torus.moved(graph.endpoint(to), graph.endpoint(from), 0);
  }
}
