package supernode.solve.network.collective;

import java.util.List;

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

  /** How often the receiver changes from transfer to transfer: as often routes are looked up. */
  long receivers() {
    long changes = 0;
    for (Stage stage : stages) {
      if (stage instanceof Stage.Reduction r) {
        changes += r.groups().stream().mapToLong(g -> g.length).sum();
      }
      Transfers all =
          switch (stage) {
            case Stage.Rounds r -> r.transfers();
            case Stage.Loop l -> l.transfers();
            case Stage.Alike a -> a.toFirst();
            case Stage.Pipeline p -> p.transfers();
            case Stage.Reduction _ -> new Transfers.Builder().build();
          };
      for (int i = 0; i < all.count(); i++) {
        changes += i == 0 || all.to(i) != all.to(i - 1) ? 1 : 0;
      }
    }
    return changes;
  }
}
