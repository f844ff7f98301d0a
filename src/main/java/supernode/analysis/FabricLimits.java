package supernode.analysis;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.Supplier;
import supernode.solve.network.traffic.Bottleneck;
import supernode.topology.FabricGraph;
import supernode.topology.SystemModel;

/**
 * The links that limit a pattern, worst first. There may be hundreds of thousands, of which the
 * first few are looked at: each is named when it is.
 */
final class FabricLimits extends AbstractList<FabricAnswer.Bottleneck> implements RandomAccess {
  private final SystemModel model;
  private final FabricGraph graph;
  private final Supplier<List<Bottleneck>> limits;
  private final Once<Found> found = new Once<>();

  /**
   * Put together when first looked at.
   *
   * @param kinds of links
   * @param channels one after the other, kind by kind
   * @param ends where the channels of each kind end
   */
  @SuppressWarnings("ArrayRecordComponent") // Looked up, never compared.
  private record Found(List<Bottleneck> kinds, int[] channels, int[] ends) {}

  FabricLimits(SystemModel model, FabricGraph graph, Supplier<List<Bottleneck>> limits) {
    this.model = model;
    this.graph = graph;
    this.limits = limits;
  }

  private Found found() {
    return found.get(this::find);
  }

  private Found find() {
    List<Bottleneck> kinds = limits.get();
    int[] found = new int[kinds.stream().mapToInt(k -> k.channels().size()).sum()];
    int[] ends = new int[kinds.size()];
    int count = 0;
    for (int k = 0; k < ends.length; k++) {
      // Parallel links follow each other; they are named once in each direction.
      int[] named = {-1, -1};
      for (int channel : kinds.get(k).channels()) {
        int line = graph.linkOf()[channel / 2];
        if (line < 0 || named[channel % 2] != line) {
          named[channel % 2] = line;
          found[count++] = channel;
        }
      }
      ends[k] = count;
    }
    return new Found(kinds, Arrays.copyOf(found, count), ends);
  }

  @Override
  public FabricAnswer.Bottleneck get(int index) {
    Found all = found();
    int channel = all.channels[index];
    int kind = 0;
    while (index >= all.ends[kind]) {
      kind++;
    }
    return new FabricAnswer.Bottleneck(
        name(graph.graph().channelFrom(channel)),
        name(graph.graph().channelTo(channel)),
        graph.graph().capacityBytesPerS(channel / 2),
        all.kinds.get(kind).flowsLimited());
  }

  @Override
  public int size() {
    return found().channels.length;
  }

  private String name(int vertex) {
    return model.instances().get(graph.instanceOf()[vertex]).name();
  }
}
