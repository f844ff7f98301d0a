package supernode.analysis.loop;

import java.util.Arrays;
import java.util.OptionalInt;

/** Hydraulic links of parts, in the order in which they came. */
final class PartLinks {
  /** By instance: one more than its link; 0 for none. */
  private final int[] linkOf;

  private int[] instances = new int[64];
  private int size;

  /** What is done with a part and its link. */
  interface Each {
    void accept(int instance, int link);
  }

  PartLinks(int instances) {
    linkOf = new int[instances];
  }

  void put(int instance, int link) {
    if (size == instances.length) {
      instances = Arrays.copyOf(instances, 2 * size);
    }
    instances[size++] = instance;
    linkOf[instance] = link + 1;
  }

  boolean has(int instance) {
    return linkOf[instance] > 0;
  }

  /** The link of an instance that has one. */
  int of(int instance) {
    return linkOf[instance] - 1;
  }

  OptionalInt find(int instance) {
    return has(instance) ? OptionalInt.of(of(instance)) : OptionalInt.empty();
  }

  int size() {
    return size;
  }

  /** The n-th instance. */
  int instance(int n) {
    return instances[n];
  }

  void forEach(Each each) {
    for (int n = 0; n < size; n++) {
      each.accept(instances[n], of(instances[n]));
    }
  }
}
