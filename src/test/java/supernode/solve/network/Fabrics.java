package supernode.solve.network;

import java.util.SplittableRandom;
import supernode.solve.Outcome;
import supernode.solve.network.route.EcmpRoutes;
import supernode.solve.network.traffic.Traffic;
import supernode.solve.network.traffic.TrafficResult;
import supernode.solve.network.traffic.TrafficSolver;
import supernode.topology.CsrGraph;
import supernode.topology.CsrGraphBuilder;
import supernode.topology.LinkSpec;

/** Small fabrics to test on. */
public final class Fabrics {
  public static final double GB = 1e9;

  private Fabrics() {}

  /** Every endpoint to every switch, one link each. */
  public static CsrGraph planes(int endpoints, int switches, double rate) {
    CsrGraphBuilder b = new CsrGraphBuilder();
    addEndpoints(b, endpoints);
    for (int s = 0; s < switches; s++) {
      int v = b.addSwitch(300e-9);
      for (int e = 0; e < endpoints; e++) {
        b.addLink(e, v, new LinkSpec(rate, 20e-9, 1, 4.5e-9));
      }
    }
    return b.build();
  }

  public static CsrGraph nvl72() {
    return planes(72, 18, 50 * GB);
  }

  public static CsrGraph fullMesh(int endpoints, double rate) {
    CsrGraphBuilder b = new CsrGraphBuilder();
    addEndpoints(b, endpoints);
    for (int i = 0; i < endpoints; i++) {
      for (int j = i + 1; j < endpoints; j++) {
        b.addLink(i, j, new LinkSpec(rate, 20e-9, 1, 4.5e-9));
      }
    }
    return b.build();
  }

  public static CsrGraph ring(int endpoints, double rate) {
    CsrGraphBuilder b = new CsrGraphBuilder();
    addEndpoints(b, endpoints);
    for (int i = 0; i < endpoints; i++) {
      b.addLink(i, (i + 1) % endpoints, LinkSpec.of(rate));
    }
    return b.build();
  }

  public static CsrGraph torus(int width, int height, double rate) {
    CsrGraphBuilder b = new CsrGraphBuilder();
    addEndpoints(b, width * height);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        b.addLink(y * width + x, y * width + (x + 1) % width, LinkSpec.of(rate));
        b.addLink(y * width + x, (y + 1) % height * width + x, LinkSpec.of(rate));
      }
    }
    return b.build();
  }

  /** Each leaf with its hosts; each spine with every leaf; all links alike. */
  public static CsrGraph leafSpine(int leaves, int hostsPerLeaf, int spines, double rate) {
    CsrGraphBuilder b = new CsrGraphBuilder();
    addEndpoints(b, leaves * hostsPerLeaf);
    int[] leaf = new int[leaves];
    for (int l = 0; l < leaves; l++) {
      leaf[l] = b.addSwitch(300e-9);
      for (int h = 0; h < hostsPerLeaf; h++) {
        b.addLink(l * hostsPerLeaf + h, leaf[l], LinkSpec.of(rate));
      }
    }
    for (int s = 0; s < spines; s++) {
      int spine = b.addSwitch(300e-9);
      for (int l : leaf) {
        b.addLink(l, spine, LinkSpec.of(rate));
      }
    }
    return b.build();
  }

  /** The k-ary fat tree of three levels. */
  public static CsrGraph fatTree(int k, double rate) {
    CsrGraphBuilder b = new CsrGraphBuilder();
    int half = k / 2;
    addEndpoints(b, k * half * half);
    int[] core = new int[half * half];
    for (int c = 0; c < core.length; c++) {
      core[c] = b.addSwitch(300e-9);
    }
    for (int pod = 0; pod < k; pod++) {
      int[] aggregation = new int[half];
      for (int a = 0; a < half; a++) {
        aggregation[a] = b.addSwitch(300e-9);
        for (int c = 0; c < half; c++) {
          b.addLink(aggregation[a], core[a * half + c], LinkSpec.of(rate));
        }
      }
      for (int e = 0; e < half; e++) {
        int edge = b.addSwitch(300e-9);
        for (int h = 0; h < half; h++) {
          b.addLink((pod * half + e) * half + h, edge, LinkSpec.of(rate));
        }
        for (int a : aggregation) {
          b.addLink(edge, a, LinkSpec.of(rate));
        }
      }
    }
    return b.build();
  }

  /** Anything: parallel links, self loops, links without capacity, several pieces. */
  public static CsrGraph random(long seed, int endpoints, int switches, int links) {
    SplittableRandom random = new SplittableRandom(seed);
    CsrGraphBuilder b = new CsrGraphBuilder();
    addEndpoints(b, endpoints);
    for (int s = 0; s < switches; s++) {
      b.addSwitch(random.nextInt(4) * 100e-9);
    }
    int n = endpoints + switches;
    for (int l = 0; l < links; l++) {
      b.addLink(
          random.nextInt(n),
          random.nextInt(n),
          new LinkSpec(random.nextInt(5) * GB, 20e-9, 1, random.nextInt(3) * 5e-9));
    }
    return b.build();
  }

  public static EcmpRoutes routes(CsrGraph graph) {
    return solved(EcmpRoutes.of(graph));
  }

  public static TrafficResult solve(CsrGraph graph, Traffic traffic) {
    return solved(TrafficSolver.solve(routes(graph), traffic, () -> false));
  }

  public static <T> T solved(Outcome<T> outcome) {
    return outcome
        .asOptional()
        .orElseThrow(() -> new AssertionError(String.valueOf(outcome.whyNot())));
  }

  private static void addEndpoints(CsrGraphBuilder b, int endpoints) {
    for (int e = 0; e < endpoints; e++) {
      b.addEndpoint(100e-9);
    }
  }
}
