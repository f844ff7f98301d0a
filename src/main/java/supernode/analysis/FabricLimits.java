package supernode.analysis;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;
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
  private final List<Bottleneck> kinds;

  /** Channels one after the other, kind by kind. */
  private final int[] channels;

  /** Where the channels of each kind end. */
  private final int[] ends;

  FabricLimits(SystemModel model, FabricGraph graph, List<Bottleneck> kinds) {
    this.model = model;
    this.graph = graph;
    this.kinds = kinds;
    int[] found = new int[kinds.stream().mapToInt(k -> k.channels().size()).sum()];
    ends = new int[kinds.size()];
    int count = 0;
    for (int k = 0; k < ends.length; k++) {
      // Parallel links follow each other; they are named once in each direction.
      int[] named = {-1, -1};
      for (int channel : kinds.get(k).channels()) {
        int line = graph.linkOf()[channel / 2];
        if (named[channel % 2] != line) {
          named[channel % 2] = line;
          found[count++] = channel;
        }
      }
      ends[k] = count;
    }
    channels = Arrays.copyOf(found, count);
  }

  @Override
  public FabricAnswer.Bottleneck get(int index) {
    int channel = channels[index];
    int kind = 0;
    while (index >= ends[kind]) {
      kind++;
    }
    return new FabricAnswer.Bottleneck(
        name(graph.graph().channelFrom(channel)),
        name(graph.graph().channelTo(channel)),
        graph.graph().capacityBytesPerS(channel / 2),
        kinds.get(kind).flowsLimited());
  }

  @Override
  public int size() {
    return channels.length;
  }

  private String name(int vertex) {
    return model.instances().get(graph.instanceOf()[vertex]).name();
  }
}
