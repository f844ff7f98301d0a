package supernode.topology;

import java.util.Arrays;
import java.util.List;
import supernode.design.Fabric;

/**
 * A fabric of which nothing has failed: from it others follow without going through their parts.
 */
public final class SoundFabric {
  private final SystemModel model;
  private final Fabric fabric;
  private final FabricGraph whole;

  public SoundFabric(SystemModel model, Fabric fabric) {
    this.model = model;
    this.fabric = fabric;
    this.whole = FabricGraph.of(model, fabric);
  }

  /**
   * The same as {@link FabricGraph#of}.
   *
   * @param scenario of the same design; shares with it the links that have not failed
   */
  public FabricGraph under(SystemModel scenario) {
    if (scenario == model) {
      return whole;
    }
    int[] left = left(scenario);
    CsrGraph graph = whole.graph();
    boolean[] kept = new boolean[graph.linkCount()];
    boolean[] on = new boolean[graph.vertexCount()];
    int links = 0;
    for (int p = 0; p < kept.length; p++) {
      // Of parallel links the first stay.
      kept[p] = left[whole.linkOf()[p]]-- > 0;
      if (kept[p]) {
        links++;
        on[graph.channelFrom(2 * p)] = true;
        on[graph.channelTo(2 * p)] = true;
      }
    }
    CsrGraphBuilder builder = new CsrGraphBuilder().expectLinks(links);
    int[] vertexOf = new int[on.length];
    int[] instanceOf = new int[on.length];
    int vertices = 0;
    boolean endpoints = false;
    for (int v = 0; v < on.length; v++) {
      if (on[v]) {
        endpoints |= graph.isEndpoint(v);
        vertexOf[v] =
            graph.isEndpoint(v)
                ? builder.addEndpoint(graph.transitS(v))
                : builder.addSwitch(graph.transitS(v));
        instanceOf[vertices++] = whole.instanceOf()[v];
      }
    }
    if (!endpoints) {
      // What ends are depends on what is left.
      return FabricGraph.of(scenario, fabric);
    }
    int[] linkOf = new int[links];
    int at = 0;
    for (int p = 0; p < kept.length; p++) {
      if (kept[p]) {
        int a = vertexOf[graph.channelFrom(2 * p)];
        int b = vertexOf[graph.channelTo(2 * p)];
        builder.addLink(a, b, graph.spec(p));
        linkOf[at++] = whole.linkOf()[p];
      }
    }
    return new FabricGraph(builder.build(), Arrays.copyOf(instanceOf, vertices), linkOf);
  }

  /** How many are left of each link; of one that is as it was, more than there are. */
  private int[] left(SystemModel scenario) {
    List<Link> before = model.links();
    List<Link> now = scenario.links();
    int[] left = new int[now.size()];
    for (int l = 0; l < left.length; l++) {
      left[l] = now.get(l) == before.get(l) ? Integer.MAX_VALUE : now.get(l).live();
    }
    return left;
  }
}
