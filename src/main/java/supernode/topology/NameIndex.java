package supernode.topology;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Instances by their names, indexed when first asked for one: most models are never asked. */
final class NameIndex {
  private final List<Instance> instances;
  private volatile Map<String, Integer> byName;

  NameIndex(List<Instance> instances) {
    this.instances = instances;
  }

  /** Position of an instance. */
  OptionalInt find(String name) {
    Integer at = index().get(name);
    return at == null ? OptionalInt.empty() : OptionalInt.of(at);
  }

  private Map<String, Integer> index() {
    Map<String, Integer> known = byName;
    if (known == null) {
      synchronized (this) {
        known = byName == null ? indexed() : byName;
        byName = known;
      }
    }
    return known;
  }

  private Map<String, Integer> indexed() {
    Map<String, Integer> found = HashMap.newHashMap(instances.size());
    instances.forEach(i -> found.put(i.name(), i.index()));
    return found;
  }
}
