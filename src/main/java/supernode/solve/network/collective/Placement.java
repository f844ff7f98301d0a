package supernode.solve.network.collective;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import supernode.solve.Outcome;
import supernode.solve.network.collective.PlacedStage.Manner;
import supernode.solve.network.route.Translations;

/** Puts schedules on the fabric: routes, loads, latencies. */
final class Placement {
  private final RankNetwork network;
  private final IdentityHashMap<Stage, Outcome<PlacedStage>> placed = new IdentityHashMap<>();

  Placement(RankNetwork network) {
    this.network = network;
  }

  /**
   * Places all stages.
   *
   * @return not applicable where ranks do not reach each other or no switches add up
   */
  Outcome<List<PlacedStage>> place(Schedule schedule) {
    List<PlacedStage> all = new ArrayList<>();
    for (Stage stage : schedule.stages()) {
      Outcome<PlacedStage> one = place(stage);
      if (one.asOptional().isEmpty()) {
        return one.map(_ -> all);
      }
      all.add(one.asOptional().get());
    }
    return Outcome.solved(all);
  }

  /** Places one stage; the same one again is at hand. */
  Outcome<PlacedStage> place(Stage stage) {
    Outcome<PlacedStage> known = placed.get(stage);
    if (known == null) {
      known = compute(stage);
      placed.put(stage, known);
    }
    return known;
  }

  private Outcome<PlacedStage> compute(Stage stage) {
    return switch (stage) {
      case Stage.Rounds(Transfers transfers, int repeat) -> {
        ChannelLoads loads = new ChannelLoads(network).add(transfers);
        yield onLinks(loads, repeat, repeat, repeat * loads.longestS(), Manner.STEPS);
      }
      case Stage.Loop(Transfers transfers, int length, int repeat) -> {
        ChannelLoads loads = new ChannelLoads(network).add(transfers);
        double latency = roundS(loads.latencyS(), length, repeat);
        yield onLinks(loads, repeat, repeat, latency, Manner.STEPS);
      }
      case Stage.Alike(Transfers toFirst, int repeat) -> {
        ChannelLoads loads = new ChannelLoads(network).add(toFirst);
        yield onLinks(loads, repeat, repeat, repeat * loads.longestS(), Manner.STEPS)
            .map(one -> one.withLoad(torus().ofAll(one.load())));
      }
      case Stage.Pipeline(Transfers transfers, int depth) -> {
        ChannelLoads loads = new ChannelLoads(network).add(transfers);
        yield onLinks(loads, 1, depth, loads.longestS(), Manner.PIPELINE);
      }
      case Stage.Reduction reduction -> reduced(reduction);
    };
  }

  private Translations torus() {
    return network.tiers().getFirst().translations().orElseThrow();
  }

  private static Outcome<PlacedStage> onLinks(
      ChannelLoads loads, int repeat, int steps, double latencyS, Manner manner) {
    if (loads.refused().isPresent()) {
      return new Outcome.NotApplicable<>(loads.refused().get());
    }
    int[] apart = loads.unreachable();
    if (apart != null) {
      return Outcome.notApplicable("collective.unreachable", apart[0], apart[1]);
    }
    double[] load = loads.load();
    if (repeat > 1) {
      for (int c = 0; c < load.length; c++) {
        load[c] *= repeat;
      }
    }
    return Outcome.solved(new PlacedStage(load, steps, latencyS, manner, loads.across()));
  }

  /** The slowest way of so many links in a row round one of the rings. */
  private static double roundS(double[] latencyS, int length, int repeat) {
    double worst = 0;
    for (int first = 0; first + length <= latencyS.length; first += length) {
      double[] edge = new double[length];
      double whole = 0;
      for (int i = 0; i < length; i++) {
        edge[i] = latencyS[first + i];
        whole += edge[i];
      }
      int rest = repeat % length;
      double window = 0;
      for (int i = 0; i < rest; i++) {
        window += edge[i];
      }
      double most = window;
      for (int i = 0; i < length && rest > 0; i++) {
        window += edge[(i + rest) % length] - edge[i];
        most = Math.max(most, window);
      }
      worst = Math.max(worst, whole * Math.floorDiv(repeat, length) + most);
    }
    return worst;
  }

  private Outcome<PlacedStage> reduced(Stage.Reduction stage) {
    double[] load = new double[network.channelCount()];
    double latency = 0;
    boolean across = false;
    for (int[] group : stage.groups()) {
      int t = commonTier(group);
      if (t < 0) {
        return Outcome.notApplicable("collective.unreachable", group[0], group[group.length - 1]);
      }
      Tier tier = network.tiers().get(t);
      int hops =
          tier.hasReducing()
              ? new ReductionTrees(tier, group).add(load, network.channel(t, 0), stage)
              : 0;
      if (hops == 0) {
        return Outcome.notApplicable("collective.noReducingSwitches", group.length);
      }
      across |= tier.kind() == Tier.Kind.SCALE_OUT;
      latency = Math.max(latency, tier.longestS(group[0], group));
    }
    // One trip in to be added and one out again, each no longer than between two ranks.
    int trips = stage.upShare() > 1 ? 2 : 1;
    return Outcome.solved(new PlacedStage(load, trips, trips * latency, Manner.REDUCTION, across));
  }

  private int commonTier(int[] group) {
    for (int t = 0; t < network.tiers().size(); t++) {
      boolean all = true;
      for (int i = 1; i < group.length && all; i++) {
        all = network.tiers().get(t).joins(group[0], group[i]);
      }
      if (all) {
        return t;
      }
    }
    return -1;
  }
}
