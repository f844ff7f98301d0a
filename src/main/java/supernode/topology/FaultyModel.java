package supernode.topology;

import java.util.BitSet;
import java.util.List;
import java.util.Set;

/** A model of which parts and assemblies have failed; the rest is shared with the sound one. */
final class FaultyModel {
  private FaultyModel() {}

  /**
   * @param paths names of what fails besides what has failed in the model already; those of nothing
   *     in the model do not count
   */
  static SystemModel of(SystemModel model, Set<String> paths) {
    BitSet failed = failed(model, paths);
    if (failed.isEmpty()) {
      return model;
    }
    Instance[] instances = model.instances().toArray(Instance[]::new);
    failed.stream().forEach(i -> instances[i] = instances[i].asFailed());
    Link[] links = model.links().toArray(Link[]::new);
    for (int l = 0; l < links.length; l++) {
      if (failed.get(links[l].a()) || failed.get(links[l].b())) {
        links[l] = links[l].asFailed();
      }
    }
    return new SystemModel(
        List.of(instances),
        model.groups(),
        List.of(links),
        model.wired(),
        model.shortages(),
        model.byName());
  }

  private static BitSet failed(SystemModel model, Set<String> paths) {
    BitSet failed = new BitSet();
    if (paths.isEmpty()) {
      return failed;
    }
    for (String path : paths) {
      model.find(path).ifPresent(i -> failed.set(i.index()));
    }
    for (Group g : model.groups()) {
      // The design as a whole has no path and does not fail.
      if (!g.name().isEmpty() && paths.contains(g.name())) {
        failed.set(g.first(), g.end());
      }
    }
    return failed;
  }
}
