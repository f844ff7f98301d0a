package supernode.solve.workload.machine;

import java.util.List;
import java.util.Optional;

/**
 * Equal chips in equal domains of high bandwidth, the domains joined by a network.
 *
 * @param count chips in all
 * @param domainSize chips of a domain
 * @param scaleUp what a chip gets while all send to all
 * @param scaleOut not used where there is one domain only
 * @param drawn the fabrics themselves, where they are drawn: what a group gets then depends on
 *     where its ranks lie
 */
public record Fleet(
    Chip chip,
    int count,
    int domainSize,
    Interconnect scaleUp,
    Interconnect scaleOut,
    Optional<DrawnGroups> drawn) {

  /** A machine of which the rates alone are known. */
  public Fleet(Chip chip, int count, int domainSize, Interconnect scaleUp, Interconnect scaleOut) {
    this(chip, count, domainSize, scaleUp, scaleOut, Optional.empty());
  }

  /** The same where every link inside and between domains has a share of its rate. */
  public Fleet atShares(double up, double out) {
    return new Fleet(
        chip,
        count,
        domainSize,
        scaleUp.atShare(up),
        scaleOut.atShare(out),
        drawn.map(d -> d.atShares(up, out)));
  }

  /**
   * Fewer or more of the same chips. Fewer are a part of the drawing, the rest as busy as they are;
   * what more of them would get is not drawn.
   */
  public Fleet withCount(int chips) {
    return new Fleet(
        chip,
        chips,
        Math.min(chips, domainSize),
        scaleUp,
        scaleOut,
        drawn.filter(_ -> chips <= count));
  }

  /** Which domain a chip is in. */
  public int domainOf(int chip) {
    return drawn.map(d -> d.domainOf(chip)).orElse(chip / domainSize);
  }

  public Fleet withChip(Chip other) {
    return new Fleet(other, count, domainSize, scaleUp, scaleOut, drawn);
  }

  /**
   * The ranks of a group that are so many chips apart, as they lie in domains.
   *
   * @param ranks of the group
   * @param stride chips from one rank to the next
   */
  public Group group(int ranks, int stride) {
    return group(List.of(new Span(ranks, stride)));
  }

  /** The ranks of a group, the first span innermost. */
  public Group group(List<Span> spans) {
    List<Span> own = Span.joined(spans);
    int ranks = 1;
    int perDomain = 1;
    for (Span s : own) {
      ranks *= s.ranks();
      perDomain *= inside(s);
    }
    return new Group(ranks, perDomain, drawn.isPresent() ? own : List.of());
  }

  private int inside(Span s) {
    int inside = Math.min(s.ranks(), Math.max(1, domainSize / s.stride()));
    // A group that a domain cuts unevenly is as fast as its worst cut.
    while (s.ranks() % inside != 0) {
      inside--;
    }
    return inside;
  }

  /** What the ranks of a group get while all groups like it are busy. */
  GroupRates rates(Group group) {
    return drawn
        .filter(_ -> !group.spans().isEmpty())
        .map(d -> d.of(this, group.spans()))
        .orElseGet(() -> GroupRates.flat(scaleUp, scaleOut));
  }

  /**
   * A group of equal chips.
   *
   * @param perDomain of them that share a domain
   * @param spans where they lie; empty where that does not matter
   */
  public record Group(int ranks, int perDomain, List<Span> spans) {
    public Group {
      spans = List.copyOf(spans);
    }

    public Group(int ranks, int perDomain) {
      this(ranks, perDomain, List.of());
    }

    public int domains() {
      return ranks / perDomain;
    }

    public boolean inOneDomain() {
      return perDomain == ranks;
    }
  }
}
