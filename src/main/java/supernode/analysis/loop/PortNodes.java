package supernode.analysis.loop;

import java.util.Arrays;
import java.util.List;
import supernode.catalog.PortSpec;
import supernode.topology.Instance;

/** Hydraulic nodes of ports: by the instance, and by the port's place among those of its part. */
final class PortNodes {
  static final int NONE = -1;

  /** By instance: where its ports begin; 0 while none of them has a node. */
  private final int[] first;

  /** One more than the node of each port; 0 for none. */
  private int[] node = new int[256];

  private int used = 1;

  PortNodes(int instances) {
    first = new int[instances];
  }

  /** The place of a port among those of its part; behind the last where the part has none such. */
  static int place(Instance i, String port) {
    List<PortSpec> ports = i.part().ports();
    for (int p = 0; p < ports.size(); p++) {
      if (ports.get(p).name().equals(port)) {
        return p;
      }
    }
    return ports.size();
  }

  /** {@link #NONE} where the port has no node. */
  int at(Instance i, int place) {
    int begin = first[i.index()];
    return begin == 0 ? NONE : node[begin + place] - 1;
  }

  void put(Instance i, int place, int at) {
    if (first[i.index()] == 0) {
      first[i.index()] = used;
      used += i.part().ports().size() + 1;
      if (used > node.length) {
        node = Arrays.copyOf(node, 2 * used);
      }
    }
    node[first[i.index()] + place] = at + 1;
  }
}
