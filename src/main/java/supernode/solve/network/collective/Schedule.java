package supernode.solve.network.collective;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an algorithm does.
 *
 * @param stages one after the other
 * @param chunked whether the data goes through the stages in chunks, so that they overlap
 */
record Schedule(List<Stage> stages, boolean chunked) {
  Schedule {
    stages = List.copyOf(stages);
  }

  static Schedule of(Stage... stages) {
    return new Schedule(List.of(stages), false);
  }

  /** About how many steps it takes to look up all routes. */
  long work(RankNetwork network) {
    long work = 0;
    Map<Integer, Set<Long>> kinds = new HashMap<>();
    Set<Stage> once = Collections.newSetFromMap(new IdentityHashMap<>());
    once.addAll(stages);
    for (Stage stage : once) {
      work +=
          switch (stage) {
            case Stage.Rounds r -> work(network, r.transfers(), kinds);
            case Stage.Loop l -> work(network, l.transfers(), kinds);
            case Stage.Alike a -> work(network, a.toFirst(), kinds);
            case Stage.Pipeline p -> work(network, p.transfers(), kinds);
            case Stage.Reduction r -> work(network, r);
          };
    }
    return work;
  }

  /** Each adding switch looks for all ranks; then each rank of a group for its first. */
  private static long work(RankNetwork network, Stage.Reduction stage) {
    long most = 0;
    for (Tier tier : network.tiers()) {
      most = Math.max(most, tier.hasReducing() ? tier.size() * (tier.reducingSwitches() + 2L) : 0);
    }
    return most * stage.groups().size();
  }

  /** Ways are looked up when the receiver changes; by what is alike, once for each kind. */
  private static long work(RankNetwork network, Transfers all, Map<Integer, Set<Long>> kinds) {
    long work = 0;
    for (int i = 0; i < all.count(); i++) {
      int t = Math.max(0, network.tierOf(all.from(i), all.to(i)));
      Tier tier = network.tiers().get(t);
      Optional<PairLoads> alike = tier.pairs();
      if (alike.isEmpty()) {
        work += i > 0 && all.to(i) == all.to(i - 1) ? 1 : tier.size();
        continue;
      }
      long kind = alike.get().kind(tier.endpoint(all.from(i)), tier.endpoint(all.to(i)));
      boolean isNew = kinds.computeIfAbsent(t, _ -> new HashSet<>()).add(kind);
      work += isNew ? alike.get().costOfKind() : 1;
    }
    return work;
  }
}
