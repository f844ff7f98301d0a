package supernode.solve.network.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import supernode.topology.CsrGraph;
import supernode.topology.CsrGraphBuilder;
import supernode.topology.LinkSpec;
import supernode.topology.generate.Generator;
import supernode.topology.generate.Samples;

/** Ways over cells, found as far as asked for, against a plain search through the whole graph. */
class ClassRoutesTest {
  @Property(tries = 4)
  void generatedFabricsAgree(@ForAll long seed) {
    for (Generator generator : Samples.ofEveryKind(seed)) {
      CsrGraph graph = generator.generate(LinkSpec.of(1e9)).graph();
      if (graph.endpointCount() <= 60) {
        agrees(graph, new SplittableRandom(seed));
      }
    }
  }

  @Property(tries = 100)
  void randomFabricsAgree(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    CsrGraphBuilder b = new CsrGraphBuilder();
    int endpoints = random.nextInt(2, 12);
    int all = endpoints + random.nextInt(0, 8);
    for (int v = 0; v < all; v++) {
      if (v < endpoints) {
        b.setForwarding(b.addEndpoint(1e-8), random.nextInt(4) == 0);
      } else {
        b.addSwitch(1e-7);
      }
    }
    for (int l = random.nextInt(1, 40); l > 0; l--) {
      int from = random.nextInt(all);
      int to = (from + 1 + random.nextInt(all - 1)) % all;
      b.addLink(from, to, LinkSpec.of(random.nextInt(1, 3) * 1e9));
    }
    agrees(b.build(), random);
  }

  /** What hangs on the first vertex, which passes traffic on, is not like a pair by itself. */
  @Test
  void whatHangsOnTheFirstVertexIsNoPair() {
    CsrGraphBuilder b = new CsrGraphBuilder();
    b.setForwarding(b.addEndpoint(0), true);
    int pair = b.addEndpoint(0);
    int other = b.addEndpoint(0);
    int hanging = b.addEndpoint(0);
    IntStream.of(pair, other, hanging).forEach(v -> b.setForwarding(v, false));
    b.addLink(pair, other, LinkSpec.of(2e9));
    b.addLink(hanging, 0, LinkSpec.of(2e9));
    FabricClasses classes = FabricClasses.of(b.build(), () -> false);
    assertThat(classes.cellOf(pair)).isEqualTo(classes.cellOf(other));
    assertThat(classes.cellOf(hanging)).isNotEqualTo(classes.cellOf(pair));
  }

  private static void agrees(CsrGraph graph, SplittableRandom random) {
    FabricClasses classes = FabricClasses.of(graph, () -> false);
    int cells = classes.endpointCells();
    ClassRoutes asked = new ClassRoutes(classes);
    for (int turn = 0; turn < 2 * cells; turn++) {
      int to = random.nextInt(cells);
      int destination = memberOf(classes, to);
      int[] hops = plainHops(graph, destination);
      ClassRoutes fresh = new ClassRoutes(classes);
      fresh.prepare(to);
      fresh.spread(new double[classes.cells()], (_, _) -> {});
      asked.prepare(to);
      for (int i = random.nextInt(2 * cells); i > 0; i--) {
        int from = random.nextInt(cells);
        if (from == to) {
          continue;
        }
        int source = memberOf(classes, from);
        boolean direct = classes.directLinks(source, destination) > 0;
        if (!direct) {
          assertThat(asked.hops(from)).isEqualTo(hops[source]);
        }
        double[] shares = new double[classes.arcs()];
        double[] all = new double[classes.arcs()];
        boolean there = asked.follow(from, (a, share) -> shares[a] += share);
        assertThat(there).isEqualTo(fresh.follow(from, (a, share) -> all[a] += share));
        assertThat(shares).isEqualTo(all);
        double arrives = 0;
        for (int c = 0; c < classes.cells(); c++) {
          for (int a = classes.arcStart(c); a < classes.arcStart(c + 1); a++) {
            arrives += classes.arcHead(a) == to ? shares[a] : 0;
          }
        }
        assertThat(arrives).isCloseTo(there ? 1 : 0, within(1e-12));
      }
    }
  }

  private static int memberOf(FabricClasses classes, int cell) {
    int v = 0;
    while (classes.cellOf(v) != cell) {
      v++;
    }
    return v;
  }

  private static int[] plainHops(CsrGraph graph, int to) {
    int[] hops = new int[graph.vertexCount()];
    Arrays.fill(hops, -1);
    hops[to] = 0;
    int[] queue = new int[hops.length];
    queue[0] = to;
    int reached = 1;
    for (int i = 0; i < reached; i++) {
      int v = queue[i];
      for (int a = graph.arcStart(v); a < graph.arcStart(v + 1); a++) {
        int w = graph.arcHead(a);
        if ((i == 0 || graph.forwards(v)) && hops[w] < 0) {
          hops[w] = hops[v] + 1;
          queue[reached++] = w;
        }
      }
    }
    return hops;
  }
}
