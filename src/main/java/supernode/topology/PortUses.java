package supernode.topology;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import supernode.catalog.PortSpec;

/** How many ports of each group the links take. */
final class PortUses {
  private final List<Instance> instances;

  /** By instance and place of the port group in its part. */
  private int[][] taken = new int[0][];

  /** Port groups in the order in which they were first used. */
  private long[] used = new long[64];

  private int count;

  PortUses(List<Instance> instances) {
    this.instances = instances;
  }

  void take(int instance, PortSpec port, int links) {
    if (instance >= taken.length) {
      taken = Arrays.copyOf(taken, instances.size());
    }
    List<PortSpec> ports = instances.get(instance).part().ports();
    if (taken[instance] == null) {
      taken[instance] = new int[ports.size()];
    }
    int place = 0;
    while (ports.get(place) != port) {
      place++;
    }
    if (taken[instance][place] == 0) {
      if (count == used.length) {
        used = Arrays.copyOf(used, 2 * count);
      }
      used[count++] = (long) instance << Integer.SIZE | place;
    }
    taken[instance][place] += links;
  }

  List<Shortage> shortages() {
    List<Shortage> found = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int instance = (int) (used[i] >> Integer.SIZE);
      int place = (int) used[i];
      PortSpec port = instances.get(instance).part().ports().get(place);
      if (taken[instance][place] > port.count()) {
        found.add(new Shortage(instance, port.name(), port.count(), taken[instance][place]));
      }
    }
    return List.copyOf(found);
  }
}
