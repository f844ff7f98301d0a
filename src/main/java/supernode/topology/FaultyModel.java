package supernode.topology;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** A model of which parts and assemblies have failed; the rest is shared with the sound one. */
final class FaultyModel {
  private FaultyModel() {}

  /**
   * @param before what has failed already
   * @param paths names of what fails besides; those of nothing in the model do not count
   */
  static Outage of(SoundModel sound, Outage before, Set<String> paths) {
    BitSet failed = new BitSet();
    paths.forEach(p -> failed.or(sound.within(p)));
    if (failed.isEmpty()) {
      return before;
    }
    BitSet cut = new BitSet();
    failed.stream().flatMap(sound::linksOf).forEach(cut::set);
    SystemModel model = before.model();
    Instance[] instances = model.instances().toArray(Instance[]::new);
    failed.stream().forEach(i -> instances[i] = instances[i].asFailed());
    Link[] links = sound.links(model);
    cut.stream().forEach(l -> links[l] = links[l].asFailed());
    failed.or(before.instances());
    cut.or(before.links());
    return new Outage(with(model, fixed(instances), fixed(links)), failed, cut);
  }

  static SystemModel with(SystemModel model, List<Instance> instances, List<Link> links) {
    return new SystemModel(
        instances, model.groups(), links, model.wired(), model.shortages(), model.names());
  }

  /** Without copying what may be hundreds of thousands. */
  static <T> List<T> fixed(T[] all) {
    return Collections.unmodifiableList(Arrays.asList(all));
  }
}
