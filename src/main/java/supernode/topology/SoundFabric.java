package supernode.topology;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntUnaryOperator;
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

  SoundFabric(SystemModel model, Fabric fabric) {
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

  /** The fabric of which nothing has failed. */
  public FabricGraph whole() {
    return whole;
  }

  /**
   * What an outage of the same model leaves: the same graph as {@link FabricGraph#of} makes of it.
   */
  public Remains under(Outage outage) {
    if (outage.model() == model) {
      return Remains.apart(whole);
    }
    CsrGraph graph = whole.graph();
    if (graph.usableLinkCount() < graph.linkCount()) {
      return Remains.apart(FabricGraph.of(outage.model(), fabric));
    }
    BitSet lost = lost(outage);
    if (lost.isEmpty()) {
      return Remains.apart(whole);
    }
    BitSet off = off(lost);
    BitSet ends = new BitSet(graph.vertexCount());
    ends.set(0, graph.vertexCount());
    ends.andNot(off);
    int vertices = ends.cardinality();
    int[] soundOf = ends.stream().toArray();
    int endpoints = graph.endpointCount();
    endpoints -= (int) off.stream().filter(graph::isEndpoint).count();
    if (endpoints == 0 || (graph.switchCount() > 0 && endpoints == vertices)) {
      // What ends are and what passes on depends on what is left.
      return Remains.apart(FabricGraph.of(outage.model(), fabric));
    }
    int[] lostLinks = lost.stream().toArray();
    int[] instanceOf = Arrays.stream(soundOf).map(v -> whole.instanceOf()[v]).toArray();
    FabricGraph left =
        new FabricGraph(
            graph.part(soundOf, lostLinks),
            instanceOf,
            Blocks.without(whole.linkOf(), lostLinks, 1));
    return Remains.of(left, whole, soundOf, lostLinks);
  }

  /** Physical links that are down. */
  private BitSet lost(Outage outage) {
    BitSet lost = new BitSet(whole.graph().linkCount());
    List<Link> now = outage.model().links();
    BitSet changed = outage.links();
    for (int l = changed.nextSetBit(0); l >= 0; l = changed.nextSetBit(l + 1)) {
      if (firstOf[l] < firstOf[l + 1]) {
        // Of parallel links the first stay.
        lost.set(firstOf[l] + now.get(l).live(), firstOf[l + 1]);
      }
    }
    return lost;
  }

  /** A vertex without links is not on the fabric. */
  private BitSet off(BitSet lostLinks) {
    CsrGraph graph = whole.graph();
    int[] lost = new int[graph.vertexCount()];
    BitSet off = new BitSet(graph.vertexCount());
    for (int l = lostLinks.nextSetBit(0); l >= 0; l = lostLinks.nextSetBit(l + 1)) {
      for (int channel = 2 * l; channel <= 2 * l + 1; channel++) {
        int v = graph.channelFrom(channel);
        off.set(v, ++lost[v] == graph.degree(v));
      }
    }
    return off;
  }

  /**
   * Physical links one by one, each named by the link of the model that it is one of.
   *
   * @param count how many there are; what comes after them means nothing
   */
  @SuppressWarnings("ArrayRecordComponent") // Worked on, never compared.
  record Units(int[] links, int count) {}

  /**
   * @param changed links of which not all are there
   * @param left how many are, of such a link
   */
  Units units(BitSet changed, IntUnaryOperator left) {
    int[] all = whole.linkOf();
    int[] units = new int[all.length];
    int count = 0;
    int from = 0;
    for (int l = changed.nextSetBit(0); l >= 0; l = changed.nextSetBit(l + 1)) {
      if (firstOf[l] < firstOf[l + 1]) {
        int length = firstOf[l] + left.applyAsInt(l) - from;
        System.arraycopy(all, from, units, count, length);
        count += length;
        from = firstOf[l + 1];
      }
    }
    System.arraycopy(all, from, units, count, all.length - from);
    return new Units(units, count + all.length - from);
  }
}
