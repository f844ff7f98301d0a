package supernode.solve.workload.machine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import supernode.solve.workload.machine.GroupRates.Manner;
import supernode.solve.workload.machine.GroupRates.Rates;

/**
 * Groups of chips where they lie on the drawn fabrics. The rates of a kind of group are those of
 * all its groups at once, max-min fair; they are found once. Between domains each chip deals with
 * those at its place in the others, as libraries do. For several threads.
 */
public final class DrawnGroups {
  /** Chips up to which groups are told apart; beyond, rates of all to all stand for them. */
  public static final int MOST_CHIPS = 16_384;

  private final Object drawing;
  private final int[] domainOf;
  private final Supplier<Fabrics> fabrics;
  private final Map<List<Span>, GroupRates> known = new ConcurrentHashMap<>();
  private final double upShare;
  private final double outShare;
  private Fabrics made;

  /** Inside domains and between them, where there is anything. */
  public record Fabrics(Optional<DrawnFabric> up, Optional<DrawnFabric> out) {}

  /**
   * @param drawing what this was made from: of the same drawing the same rates
   * @param domainOf by chip, chips of one domain one after the other
   * @param fabrics made when the first rates are asked for
   */
  public DrawnGroups(Object drawing, int[] domainOf, Supplier<Fabrics> fabrics) {
    this(drawing, domainOf.clone(), fabrics, 1, 1);
  }

  private DrawnGroups(
      Object drawing, int[] domainOf, Supplier<Fabrics> fabrics, double upShare, double outShare) {
    this.drawing = drawing;
    this.domainOf = domainOf;
    this.fabrics = fabrics;
    this.upShare = upShare;
    this.outShare = outShare;
  }

  /** The same where every link inside and between domains has a share of its rate. */
  DrawnGroups atShares(double up, double out) {
    return new DrawnGroups(drawing, domainOf, this::made, upShare * up, outShare * out);
  }

  Fabrics fabrics() {
    return made();
  }

  int domainOf(int chip) {
    return domainOf[chip];
  }

  /** Share that is left of the rate of every link inside or between domains. */
  double share(boolean inside) {
    return inside ? upShare : outShare;
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof DrawnGroups other
        && upShare == other.upShare
        && outShare == other.outShare
        && drawing.equals(other.drawing);
  }

  @Override
  public int hashCode() {
    return drawing.hashCode();
  }

  GroupRates of(Fleet fleet, List<Span> spans) {
    GroupRates rates = known.get(spans);
    if (rates == null) {
      Solving solving = new Solving(fleet, spans);
      rates = new GroupRates(solving.switched(), solving::rates);
      known.put(spans, rates);
    }
    return rates;
  }

  private synchronized Fabrics made() {
    if (made == null) {
      made = fabrics.get();
    }
    return made;
  }

  /** One kind of group. */
  private final class Solving {
    private final Fleet fleet;
    private final Fabrics on = made();

    /** Ranks that share a domain. */
    private final List<int[]> inside = new ArrayList<>();

    /** Ranks at the same place in their domains. */
    private final List<int[]> across = new ArrayList<>();

    /** From each rank to the next of its group. */
    private final Sending.Collected nextInside = new Sending.Collected();

    private final Sending.Collected nextAcross = new Sending.Collected();

    private Rates ring;

    Solving(Fleet fleet, List<Span> spans) {
      this.fleet = fleet;
      int[] offsets = Span.offsets(spans);
      boolean[] taken = new boolean[domainOf.length];
      for (int base = 0; base < domainOf.length; base++) {
        if (!taken[base] && base + offsets[offsets.length - 1] < domainOf.length) {
          int[] group = offsets.clone();
          for (int i = 0; i < group.length; i++) {
            group[i] += base;
            taken[group[i]] = true;
          }
          divide(group);
        }
      }
    }

    private void divide(int[] group) {
      Arrays.sort(group);
      for (int i = 0; i < group.length; i++) {
        int to = group[(i + 1) % group.length];
        (domainOf[group[i]] == domainOf[to] ? nextInside : nextAcross).add(group[i], to);
      }
      List<int[]> domains = new ArrayList<>();
      int first = 0;
      for (int i = 1; i <= group.length; i++) {
        if (i == group.length || domainOf[group[i]] != domainOf[group[first]]) {
          domains.add(Arrays.copyOfRange(group, first, i));
          first = i;
        }
      }
      domains.stream().filter(d -> d.length > 1).forEach(inside::add);
      if (domains.size() > 1) {
        int most = domains.stream().mapToInt(d -> d.length).max().orElseThrow();
        for (int at = 0; at < most; at++) {
          int place = at;
          across.add(domains.stream().mapToInt(d -> d[place % d.length]).toArray());
        }
      }
    }

    Rates rates(Manner manner) {
      Side up = new Side(fleet.scaleUp(), upShare, on.up(), inside);
      Side out = new Side(fleet.scaleOut(), outShare, on.out(), across);
      return switch (manner) {
        case RING -> ring(up, out);
        case TREE, REDUCED -> {
          Rates ring = ring(up, out);
          boolean reduced = manner == Manner.REDUCED;
          yield new Rates(up.tree(ring.up(), reduced), out.tree(ring.out(), reduced));
        }
        case PAIRS -> new Rates(up.pairs(), out.pairs(), up.sampled() || out.sampled());
        case NEXT -> new Rates(up.next(nextInside.listed()), out.next(nextAcross.listed()));
      };
    }

    private synchronized Rates ring(Side up, Side out) {
      if (ring == null) {
        ring = new Rates(up.ring(), out.ring());
      }
      return ring;
    }

    boolean switched() {
      return on.up().map(DrawnFabric::switched).orElse(true)
          && on.out().map(DrawnFabric::switched).orElse(true);
    }
  }
}
