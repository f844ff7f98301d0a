package supernode.solve.workload.machine;

import java.util.Arrays;
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
   * The first flows take what they can get, the others what they want or their fair part of it, in
   * proportion to their weights.
   *
   * @param greedy the first so many
   * @param wantedBytesPerS by flow; of the first not read
   * @param weights 0 for one that does not flow
   */
  public Greedy beside(int greedy, double[] wantedBytesPerS, double[] weights) {
    return new Sharing(greedy, wantedBytesPerS, weights).greedy();
  }

  private final class Sharing {
    private final int own;
    private final double[] wanted;
    private final double[] weights;
    private final double[] left = capacity.clone();

    /** By link, the most that one of the others wants for its weight. */
    private final double[] most = new double[capacity.length];

    Sharing(int own, double[] wanted, double[] weights) {
      this.own = own;
      this.wanted = wanted;
      this.weights = weights;
    }

    Greedy greedy() {
      boolean fits = true;
      for (int f = own; f < wanted.length; f++) {
        if (!(weights[f] > 0)) {
          continue;
        }
        for (int e = incidence.start(f); e < incidence.start(f + 1); e++) {
          int l = incidence.link(e);
          left[l] -= wanted[f] * incidence.share(e);
          most[l] = Math.max(most[l], wanted[f] / weights[f]);
          fits &= left[l] > 0;
        }
      }
      Greedy quick = fits ? onWhatIsLeft() : null;
      return quick != null ? quick : all();
    }

    /**
     * Where all others have what they want and none of them has more than a flow that a link holds
     * back, they stay as they are: no need to fill anew. Null where that is not so.
     */
    private Greedy onWhatIsLeft() {
      MaxMinResult r = solved(false);
      for (int f = 0; f < own; f++) {
        int by = r.bottleneck(f);
        if (by >= 0 && weights[f] > 0 && most[by] > r.rateBytesPerS(f) / weights[f]) {
          return null;
        }
      }
      return told(r, 1);
    }

    private Greedy all() {
      MaxMinResult r = solved(true);
      double share = 1;
      for (int f = own; f < wanted.length; f++) {
        if (weights[f] > 0 && wanted[f] > 0) {
          share = Math.min(share, r.rateBytesPerS(f) / wanted[f]);
        }
      }
      return told(r, share);
    }

    private MaxMinResult solved(boolean whole) {
      int flows = whole ? wanted.length : own;
      FlowIncidence.Builder b = new FlowIncidence.Builder(capacity.length);
      double[] weight = new double[flows];
      double[] limit = new double[flows];
      for (int f = 0; f < flows; f++) {
        boolean flowing = weights[f] > 0;
        weight[f] = flowing ? weights[f] : 1;
        limit[f] = !flowing ? 0 : f < own ? Double.POSITIVE_INFINITY : wanted[f];
        for (int e = incidence.start(f); e < incidence.start(f + 1); e++) {
          b.cross(incidence.link(e), incidence.share(e));
        }
        b.endFlow();
      }
      return MaxMin.solve(
          MaxMinProblem.of(b.build(), whole ? capacity : left)
              .withWeights(weight)
              .withLimits(limit),
          () -> false);
    }

    private Greedy told(MaxMinResult r, double share) {
      return new Greedy(
          Arrays.copyOf(r.ratesBytesPerS(), own),
          IntStream.range(0, own).map(r::bottleneck).toArray(),
          share);
    }
  }
}
