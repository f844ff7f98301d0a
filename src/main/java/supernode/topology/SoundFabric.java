package supernode.topology;

import java.util.BitSet;
import java.util.List;
import supernode.design.Fabric;

/**
 * A fabric of which nothing has failed: from it others follow without going through their parts.
 */
public final class SoundFabric {
  private final SystemModel model;
  private final Fabric fabric;
  private final FabricGraph whole;

  /** By link of the model, the first of its physical links; they follow each other. */
  private final int[] firstOf;

  public SoundFabric(SystemModel model, Fabric fabric) {
    this.model = model;
    this.fabric = fabric;
    this.whole = FabricGraph.of(model, fabric);
    firstOf = new int[model.links().size() + 1];
    for (int link : whole.linkOf()) {
      firstOf[link + 1]++;
    }
    for (int l = 1; l < firstOf.length; l++) {
      firstOf[l] += firstOf[l - 1];
    }
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
    CsrGraph graph = whole.graph();
    if (graph.usableLinkCount() < graph.linkCount()) {
      return FabricGraph.of(scenario, fabric);
    }
    BitSet kept = new BitSet(graph.linkCount());
    kept.set(0, graph.linkCount());
    int[] lost = new int[graph.vertexCount()];
    BitSet on = new BitSet(graph.vertexCount());
    on.set(0, graph.vertexCount());
    List<Link> before = model.links();
    List<Link> now = scenario.links();
    for (int l = 0; l < firstOf.length - 1; l++) {
      if (firstOf[l] < firstOf[l + 1] && now.get(l) != before.get(l)) {
        // Of parallel links the first stay.
        for (int p = firstOf[l] + now.get(l).live(); p < firstOf[l + 1]; p++) {
          kept.clear(p);
          loseAt(graph.channelFrom(2 * p), lost, on);
          loseAt(graph.channelTo(2 * p), lost, on);
        }
      }
    }
    int links = 0;
    int[] linkOf = new int[kept.cardinality()];
    for (int p = kept.nextSetBit(0); p >= 0; p = kept.nextSetBit(p + 1)) {
      linkOf[links++] = whole.linkOf()[p];
    }
    int[] instanceOf = on.stream().map(v -> whole.instanceOf()[v]).toArray();
    boolean switched = graph.switchCount() > 0;
    int endpoints = (int) on.stream().filter(graph::isEndpoint).count();
    if (endpoints == 0 || (switched && endpoints == instanceOf.length)) {
      // What ends are and what passes on depends on what is left.
      return FabricGraph.of(scenario, fabric);
    }
    return new FabricGraph(graph.part(on, kept), instanceOf, linkOf);
  }

  /** The fabric of which nothing has failed. */
  public FabricGraph whole() {
    return whole;
  }

  /** A vertex without links is not on the fabric. */
  private void loseAt(int vertex, int[] lost, BitSet on) {
    if (++lost[vertex] == whole.graph().degree(vertex)) {
      on.clear(vertex);
    }
  }
}
