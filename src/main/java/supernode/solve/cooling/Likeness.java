package supernode.solve.cooling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
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
        && same(a.cdus(), b.cdus(), c -> c.named(""))
        && same(a.heats(), b.heats(), h -> new HeatInput("", h.link(), h.powerW()))
        && same(a.network().links(), b.network().links(), Likeness::unnamed)
        && same(a.network().nodes(), b.network().nodes(), Likeness::unnamed)
        && same(a.chips(), b.chips(), c -> c.named(""))
        && a.losses().equals(b.losses())
        && same(a.pumps(), b.pumps(), Likeness::unnamed);
  }

  private static <T> boolean same(List<T> a, List<T> b, UnaryOperator<T> unnamed) {
    if (a.size() != b.size()) {
      return false;
    }
    for (int i = 0; i < a.size(); i++) {
      if (!unnamed.apply(a.get(i)).equals(unnamed.apply(b.get(i)))) {
        return false;
      }
    }
    return true;
  }

  private static HydraulicLink unnamed(HydraulicLink l) {
    return new HydraulicLink("", l.from(), l.to(), l.law(), l.copies());
  }

  private static HydraulicNode unnamed(HydraulicNode n) {
    return new HydraulicNode("", n.elevationM(), n.fixedPressurePa(), n.demandKgS());
  }

  private static PumpDrive unnamed(PumpDrive d) {
    return new PumpDrive("", d.link(), d.efficiency(), d.motorShare());
  }

  /**
   * The answer of this problem as that of another, equal one.
   *
   * @return empty where names of the one do not tell which of the other is meant
   */
  Optional<Outcome<CoolingSolution>> answer(
      Outcome<CoolingSolution> outcome, CoolingProblem other) {
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
