package supernode.solve.network.metric;

import java.util.Arrays;
import java.util.Optional;
import supernode.solve.network.route.Translations;
import supernode.topology.CsrGraph;
import supernode.topology.generate.Generated;

/**
 * Orbits of a graph under automorphisms that keep capacities: what is found from one vertex holds
 * for its whole orbit. (Classes by colour refinement would not do, see network.md 1.4.)
 */
final class Symmetry {
  private final int[] ofVertex;
  private final int[] ofChannel;

  private Symmetry(int[] ofVertex, int[] ofChannel) {
    this.ofVertex = ofVertex;
    this.ofChannel = ofChannel;
  }

  /** As the generator knows it; empty where it knows none, or some of its fabric has failed. */
  static Optional<Symmetry> of(Generated made) {
    return made.vertexOrbits()
        .map(v -> {
          int[] channels = new int[made.graph().channelCount()];
          Arrays.setAll(channels, made::channelOrbit);
          return new Symmetry(v, channels);
        });
  }

  /** Of a torus or HyperX. */
  static Symmetry of(Translations moves) {
    int[] channels = moves.orbitOfChannel();
    return new Symmetry(new int[moves.vertices()], channels);
  }

  int ofVertex(int vertex) {
    return ofVertex[vertex];
  }

  int ofChannel(int channel) {
    return ofChannel[channel];
  }

  int channelOrbits() {
    return count(ofChannel);
  }

  /** One vertex that is up of each orbit that has any. */
  int[] representatives(CsrGraph graph) {
    int[] first = new int[count(ofVertex)];
    Arrays.fill(first, -1);
    for (int v = ofVertex.length - 1; v >= 0; v--) {
      if (graph.isUp(v)) {
        first[ofVertex[v]] = v;
      }
    }
    return Arrays.stream(first).filter(v -> v >= 0).toArray();
  }

  /** Vertices that are up in each orbit. */
  long[] sizes(CsrGraph graph) {
    long[] size = new long[count(ofVertex)];
    for (int v = 0; v < ofVertex.length; v++) {
      if (graph.isUp(v)) {
        size[ofVertex[v]]++;
      }
    }
    return size;
  }

  private static int count(int[] orbit) {
    int most = -1;
    for (int o : orbit) {
      most = Math.max(most, o);
    }
    return most + 1;
  }
}
