package supernode.solve.cooling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.Function;
import supernode.quantity.Text;
import supernode.solve.Outcome;
import supernode.solve.cooling.heat.Cdu;
import supernode.solve.cooling.heat.ChipPackage;
import supernode.solve.cooling.hydraulic.HydraulicLink;
import supernode.solve.cooling.hydraulic.HydraulicNetwork;
import supernode.solve.cooling.hydraulic.HydraulicNode;
import supernode.solve.cooling.hydraulic.Notice;
import supernode.solve.cooling.power.PumpDrive;

/**
 * A cooling problem as a key: equal to another where the two differ in nothing but the names of
 * their parts, and so have the same answer.
 */
final class Likeness {
  private final CoolingProblem problem;
  private final int hash;

  Likeness(CoolingProblem problem) {
    this.problem = problem;
    HydraulicNetwork n = problem.network();
    double heatW = 0;
    for (ChipPackage c : problem.chips()) {
      heatW += c.dieW();
    }
    for (HeatInput h : problem.heats()) {
      heatW += h.powerW();
    }
    int ends = 0;
    for (HydraulicLink l : n.links()) {
      ends = 31 * (31 * ends + l.from()) + l.to();
    }
    hash =
        Arrays.hashCode(
            new double[] {
              n.nodes().size(), ends, problem.chips().size(), heatW, problem.inflowC()
            });
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Likeness l && hash == l.hash && alike(problem, l.problem);
  }

  private static boolean alike(CoolingProblem a, CoolingProblem b) {
    // What neighbours do to a loop is compared first: it is what changes from round to round.
    return a.inflowC() == b.inflowC()
        && a.fluid().equals(b.fluid())
        && all(a.cdus(), b.cdus(), (c, d) -> c.link() == d.link() && c.isLike(d))
        && all(a.heats(), b.heats(), (h, i) -> h.link() == i.link() && h.powerW() == i.powerW())
        && all(a.network().links(), b.network().links(), Likeness::alike)
        && all(a.network().nodes(), b.network().nodes(), HydraulicNode::isLike)
        && all(a.chips(), b.chips(), (c, d) -> c.link() == d.link() && c.isLike(d))
        && a.losses().equals(b.losses())
        && all(a.pumps(), b.pumps(), (p, q) -> p.link() == q.link() && p.isLike(q));
  }

  private static boolean alike(HydraulicLink a, HydraulicLink b) {
    return a.from() == b.from() && a.to() == b.to() && a.isLike(b);
  }

  private static <T> boolean all(List<T> a, List<T> b, BiPredicate<T, T> alike) {
    if (a.size() != b.size()) {
      return false;
    }
    for (int i = 0; i < a.size(); i++) {
      if (!alike.test(a.get(i), b.get(i))) {
        return false;
      }
    }
    return true;
  }

  /**
   * The answer of this problem as that of another, equal one.
   *
   * @return empty where names of the one do not tell which of the other is meant
   */
  Optional<Outcome<CoolingSolution>> answer(
      Outcome<CoolingSolution> outcome, CoolingProblem other) {
    if (outcome instanceof Outcome.Solved<CoolingSolution>(CoolingSolution s)
        && s.notices().isEmpty()) {
      return Optional.of(Outcome.solved(s.of(other, List.of())));
    }
    return names(other)
        .map(names ->
            switch (outcome) {
              case Outcome.Solved<CoolingSolution>(CoolingSolution s) ->
                  Outcome.solved(s.of(other, named(s.notices(), names)));
              case Outcome.NotConverged<CoolingSolution>(Text reason, String place) ->
                  new Outcome.NotConverged<>(
                      named(reason, names), names.getOrDefault(place, place));
              case Outcome.NotApplicable<CoolingSolution>(Text reason) ->
                  new Outcome.NotApplicable<>(named(reason, names));
            });
  }

  private static List<Notice> named(List<Notice> notices, Map<String, String> names) {
    return notices.stream()
        .map(n -> new Notice(n.kind(), names.getOrDefault(n.place(), n.place())))
        .toList();
  }

  private static Text named(Text text, Map<String, String> names) {
    List<Object> values = new ArrayList<>();
    for (Object v : text.values()) {
      values.add(
          switch (v) {
            case Text inner -> named(inner, names);
            case String s -> names.getOrDefault(s, s);
            default -> v;
          });
    }
    return new Text(text.key(), values);
  }

  /** Name in another, equal problem of what has a name in this; empty where one has two. */
  private Optional<Map<String, String>> names(CoolingProblem other) {
    Map<String, String> names = new HashMap<>();
    boolean[] clear = {true};
    BiConsumer<String, String> pair =
        (a, b) -> {
          String before = names.putIfAbsent(a, b);
          clear[0] &= before == null || before.equals(b);
        };
    pair(problem.network().nodes(), other.network().nodes(), HydraulicNode::label, pair);
    pair(problem.network().links(), other.network().links(), HydraulicLink::label, pair);
    pair(problem.chips(), other.chips(), ChipPackage::label, pair);
    pair(problem.heats(), other.heats(), HeatInput::label, pair);
    pair(problem.cdus(), other.cdus(), Cdu::label, pair);
    pair(problem.pumps(), other.pumps(), PumpDrive::label, pair);
    return clear[0] ? Optional.of(names) : Optional.empty();
  }

  private static <T> void pair(
      List<T> a, List<T> b, Function<T, String> label, BiConsumer<String, String> into) {
    for (int i = 0; i < a.size(); i++) {
      into.accept(label.apply(a.get(i)), label.apply(b.get(i)));
    }
  }
}
