package supernode.solve.network.collective;

import java.util.ArrayList;
import java.util.List;
import supernode.solve.Outcome;
import supernode.solve.network.collective.PlacedStage.Manner;

/** Puts schedules on the fabric: routes, loads, latencies. */
final class Placement {
  private final RankNetwork network;

  Placement(RankNetwork network) {
    this.network = network;
  }

  /**
   * Places all stages.
   *
   * @return not applicable where ranks do not reach each other or no switches add up
   */
  Outcome<List<PlacedStage>> place(Schedule schedule) {
    List<PlacedStage> placed = new ArrayList<>();
    for (Stage stage : schedule.stages()) {
      Outcome<PlacedStage> one = place(stage);
      if (one.asOptional().isEmpty()) {
        return one.map(_ -> placed);
      }
      placed.add(one.asOptional().get());
    }
    return Outcome.solved(placed);
  }

  Outcome<PlacedStage> place(Stage stage) {
    return switch (stage) {
      case Stage.Rounds(Transfers transfers, int repeat) -> {
        ChannelLoads loads = new ChannelLoads(network).add(transfers);
        yield placed(loads, repeat, repeat, repeat * loads.longestS(), Manner.STEPS);
      }
      case Stage.Loop(Transfers transfers, int length, int repeat) -> {
        ChannelLoads loads = new ChannelLoads(network).add(transfers);
        double latency = loads.unreachable() == null ? roundS(transfers, length, repeat) : 0;
        yield placed(loads, repeat, repeat, latency, Manner.STEPS);
      }
      case Stage.Pipeline(Transfers transfers, int depth) -> {
        ChannelLoads loads = new ChannelLoads(network).add(transfers);
        yield placed(loads, 1, depth, loads.longestS(), Manner.PIPELINE);
      }
      case Stage.Reduction reduction -> place(reduction);
    };
  }

  private static Outcome<PlacedStage> placed(
      ChannelLoads loads, int repeat, int steps, double latencyS, Manner manner) {
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
  private double roundS(Transfers transfers, int length, int repeat) {
    double worst = 0;
    for (int first = 0; first < transfers.count(); first += length) {
      double[] edge = new double[length];
      double whole = 0;
      for (int i = 0; i < length; i++) {
        int from = transfers.from(first + i);
        int to = transfers.to(first + i);
        edge[i] = network.tiers().get(network.tierOf(from, to)).latencyS(from, to);
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

  private Outcome<PlacedStage> place(Stage.Reduction stage) {
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
      for (int i = 1; i < group.length; i++) {
        latency = Math.max(latency, tier.latencyS(group[0], group[i]));
        latency = Math.max(latency, tier.latencyS(group[i], group[0]));
      }
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
