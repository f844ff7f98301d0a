package supernode.solve.workload.machine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import supernode.solve.network.rate.FlowIncidence;
import supernode.solve.network.rate.MaxMin;
import supernode.solve.network.rate.MaxMinProblem;
import supernode.solve.network.rate.MaxMinResult;

/**
 * Flows between chips of a machine, all on its fabrics at once and max-min fair: over the fabric of
 * their domain where both ends share one, else over the network. One that has neither gets what a
 * chip gets of the network on the whole.
 */
public final class ChipFlows {
  private final FlowIncidence incidence;
  private final double[] capacity;
  private final boolean[] inside;
  private final double[] latencyS;
  private final FabricCrossings up;
  private final FabricCrossings out;
  private final int firstOut;
  private final int firstOwn;

  /** A link, in one direction; without ends where a rate stands for the network. */
  public record Link(boolean inside, String from, String to, double bytesPerS) {}

  /**
   * Flows that take what they can get.
   *
   * @param bytesPerS by flow
   * @param limiting link by flow; -1 for none
   * @param wantedShare of what the others want that the worst off of them gets
   */
  public record Greedy(double[] bytesPerS, int[] limiting, double wantedShare) {}

  private ChipFlows(Fleet fleet, DrawnGroups.Fabrics on, int chips, int[] from, int[] to) {
    int flows = from.length;
    inside = new boolean[flows];
    latencyS = new double[flows];
    int[] near =
        IntStream.range(0, flows)
            .filter(f -> on.up().isPresent() && fleet.domainOf(from[f]) == fleet.domainOf(to[f]))
            .toArray();
    up = on.up().map(u -> crossings(u, chips, near, from, to)).orElse(null);
    for (int i = 0; i < near.length; i++) {
      inside[near[i]] = up.joined(i);
    }
    int[] far = IntStream.range(0, flows).filter(f -> !inside[f]).toArray();
    out = on.out().map(o -> crossings(o, chips, far, from, to)).orElse(null);
    firstOut = up == null ? 0 : up.links();
    firstOwn = firstOut + (out == null ? 0 : out.links());
    capacity = new double[firstOwn + flows];
    Arrays.fill(capacity, fleet.scaleOut().bytesPerS());
    copy(up, fleet, true, 0);
    copy(out, fleet, false, firstOut);
    FlowIncidence.Builder b = new FlowIncidence.Builder(capacity.length);
    int nextNear = 0;
    int nextFar = 0;
    for (int f = 0; f < flows; f++) {
      int atNear = nextNear < near.length && near[nextNear] == f ? nextNear++ : -1;
      int atFar = inside[f] ? -1 : nextFar++;
      if (inside[f]) {
        up.write(atNear, 0, b);
        latencyS[f] = up.latencyS(atNear);
      } else if (out != null && out.joined(atFar)) {
        out.write(atFar, firstOut, b);
        latencyS[f] = out.latencyS(atFar);
      } else {
        b.cross(firstOwn + f, 1);
        latencyS[f] = fleet.scaleOut().latencyS();
      }
      b.endFlow();
    }
    incidence = b.build();
  }

  /** Flow f goes from one chip to another. */
  public static ChipFlows of(Fleet fleet, int[] from, int[] to) {
    int chips =
        fleet.drawn().isPresent()
            ? fleet.count()
            : 1 + IntStream.concat(Arrays.stream(from), Arrays.stream(to)).max().orElse(0);
    return new ChipFlows(
        fleet,
        fleet.drawn().map(DrawnGroups::fabrics).orElseGet(() -> Stars.of(fleet, chips)),
        chips,
        from,
        to);
  }

  private static FabricCrossings crossings(
      DrawnFabric on, int chips, int[] flows, int[] from, int[] to) {
    return new FabricCrossings(
        on,
        chips,
        Arrays.stream(flows).map(f -> from[f]).toArray(),
        Arrays.stream(flows).map(f -> to[f]).toArray());
  }

  private void copy(FabricCrossings of, Fleet fleet, boolean inside, int first) {
    if (of != null) {
      // Rates of a machine that is not drawn have their share taken off already.
      double share = fleet.drawn().map(d -> d.share(inside)).orElse(1.0);
      System.arraycopy(of.capacities(share), 0, capacity, first, of.links());
    }
  }

  public boolean isInside(int flow) {
    return inside[flow];
  }

  public double latencyS(int flow) {
    return latencyS[flow];
  }

  public Link link(int link) {
    if (link >= firstOwn) {
      return new Link(false, "", "", capacity[link]);
    }
    boolean of = link < firstOut;
    String[] ends = of ? up.ends(link) : out.ends(link - firstOut);
    return new Link(of, ends[0], ends[1], capacity[link]);
  }

  /**
   * Flows of which the first take what they can get and the others what they want, or their fair
   * part of it, in proportion to their weights.
   *
   * @param greedy the first so many
   * @param wantedBytesPerS by flow, at one unit of load; of the first not read
   * @param weights by flow
   */
  public Shared shared(int greedy, double[] wantedBytesPerS, double[] weights) {
    return new Shared(greedy, wantedBytesPerS.clone(), weights.clone());
  }

  /** Who shares the links. What the others put on them is summed up once. For several threads. */
  public final class Shared {
    private final int greedy;
    private final double[] wanted;
    private final double[] weights;

    /** By link, at one unit of load. */
    private final double[] load = new double[capacity.length];

    /** By link, the most that one of the others wants for its weight. */
    private final double[] most = new double[capacity.length];

    private final double fullest;

    private Shared(int greedy, double[] wanted, double[] weights) {
      this.greedy = greedy;
      this.wanted = wanted;
      this.weights = weights;
      for (int f = greedy; f < wanted.length; f++) {
        for (int e = incidence.start(f); e < incidence.start(f + 1); e++) {
          int l = incidence.link(e);
          load[l] += wanted[f] * incidence.share(e);
          most[l] = Math.max(most[l], wanted[f] / weights[f]);
        }
      }
      double share = 0;
      for (int l = 0; l < load.length; l++) {
        share = load[l] > 0 ? Math.max(share, load[l] / capacity[l]) : share;
      }
      fullest = share;
    }

    /**
     * Some of the first flows beside the others.
     *
     * @param from the first of them that flows
     * @param to after the last that does
     * @param units of load
     * @param silent those of the others that do not flow
     */
    public Greedy beside(int from, int to, double units, IntPredicate silent) {
      Greedy quick = units * fullest < 1 ? onWhatIsLeft(from, to, units, silent) : null;
      return quick != null ? quick : all(from, to, units, silent);
    }

    /**
     * Where all others have what they want and none of them has more than a flow that a link holds
     * back, they stay as they are: no need to fill anew. Null where that is not so.
     */
    private Greedy onWhatIsLeft(int from, int to, double units, IntPredicate silent) {
      Map<Integer, Integer> number = new HashMap<>();
      List<Integer> links = new ArrayList<>();
      for (int e = incidence.start(from); e < incidence.start(to); e++) {
        int l = incidence.link(e);
        if (number.putIfAbsent(l, links.size()) == null) {
          links.add(l);
        }
      }
      double[] left = links.stream().mapToDouble(l -> capacity[l] - units * load[l]).toArray();
      for (int f = greedy; f < wanted.length; f++) {
        for (int e = incidence.start(f); silent.test(f) && e < incidence.start(f + 1); e++) {
          Integer l = number.get(incidence.link(e));
          if (l != null) {
            left[l] += units * wanted[f] * incidence.share(e);
          }
        }
      }
      FlowIncidence.Builder b = new FlowIncidence.Builder(left.length);
      for (int f = from; f < to; f++) {
        for (int e = incidence.start(f); e < incidence.start(f + 1); e++) {
          b.cross(number.get(incidence.link(e)), incidence.share(e));
        }
        b.endFlow();
      }
      MaxMinResult r =
          MaxMin.solve(
              MaxMinProblem.of(b.build(), left).withWeights(Arrays.copyOfRange(weights, from, to)),
              () -> false);
      double[] rates = new double[greedy];
      int[] limiting = new int[greedy];
      Arrays.fill(limiting, -1);
      for (int f = from; f < to; f++) {
        rates[f] = r.rateBytesPerS(f - from);
        int by = r.bottleneck(f - from);
        limiting[f] = by < 0 ? -1 : links.get(by);
        if (by >= 0 && units * most[limiting[f]] > rates[f] / weights[f]) {
          return null;
        }
      }
      return new Greedy(rates, limiting, 1);
    }

    private Greedy all(int from, int to, double units, IntPredicate silent) {
      double[] limit = new double[wanted.length];
      for (int f = 0; f < limit.length; f++) {
        boolean flowing = f < greedy ? f >= from && f < to : !silent.test(f);
        limit[f] = !flowing ? 0 : f < greedy ? Double.POSITIVE_INFINITY : units * wanted[f];
      }
      MaxMinResult r =
          MaxMin.solve(
              MaxMinProblem.of(incidence, capacity).withWeights(weights).withLimits(limit),
              () -> false);
      double share = 1;
      for (int f = greedy; f < wanted.length; f++) {
        share = limit[f] > 0 ? Math.min(share, r.rateBytesPerS(f) / limit[f]) : share;
      }
      return new Greedy(
          Arrays.copyOf(r.ratesBytesPerS(), greedy),
          IntStream.range(0, greedy).map(r::bottleneck).toArray(),
          share);
    }
  }
}
