package supernode.figure.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import supernode.analysis.Result;
import supernode.analysis.score.Ability;
import supernode.analysis.score.Score;
import supernode.analysis.score.SubScore;
import supernode.figure.ColorRole;
import supernode.figure.Ink;
import supernode.figure.Style;
import supernode.quantity.Dimension;
import supernode.quantity.Quantity;
import supernode.quantity.Text;
import supernode.solve.Outcome;

/** The four abilities as a radar, beside those of other designs, and what each is made of. */
public final class ScoreCharts {
  private static final List<ColorRole> COLOURS =
      List.of(ColorRole.ACCENT, ColorRole.COPPER, ColorRole.SWITCH, ColorRole.HBM);

  private ScoreCharts() {}

  /** A design's score under its name. */
  public record Named(String name, Score score) {}

  /**
   * The radar of all, then what the first is made of.
   *
   * @param designs one to four
   */
  public static List<Slot> of(List<Named> designs) {
    List<Chart> charts = new ArrayList<>();
    charts.add(radar(designs));
    charts.addAll(parts(designs.getFirst().score()));
    return charts.stream().map(c -> Slot.ready(c.id(), c.title(), Outcome.solved(c))).toList();
  }

  /**
   * One radar of all.
   *
   * @param designs one to four
   */
  public static Chart radar(List<Named> designs) {
    List<Series.Outline> outlines = new ArrayList<>();
    List<Series.Outline> bounds = new ArrayList<>();
    for (Named d : designs) {
      Text name = Text.of("chart.name", d.name());
      ColorRole role = COLOURS.get(outlines.size() % COLOURS.size());
      List<Ability> abilities = d.score().abilities();
      outlines.add(
          new Series.Outline(name, abilities.stream().map(ScoreCharts::points).toList(), role));
      if (abilities.stream().anyMatch(a -> a.score().flatMap(Result::bound).isPresent())) {
        bounds.add(
            new Series.Outline(
                Text.of("chart.curve.bound", name),
                abilities.stream().map(ScoreCharts::boundPoints).toList(),
                role,
                Style.Dash.DOTTED));
      }
    }
    outlines.addAll(bounds);
    List<Text> spokes =
        designs.getFirst().score().abilities().stream()
            .map(a -> Text.of("score." + a.kind().key()))
            .toList();
    Axis x = points();
    return new Chart(
        "score-radar",
        AnalysisCharts.title("score-radar"),
        Text.of("chart.subtitle.score"),
        x,
        x,
        List.of(new Series.Radar(AnalysisCharts.title("score-radar"), spokes, outlines)));
  }

  private static Axis points() {
    return Axis.linear(Text.of("chart.axis.points"), Dimension.FACTOR).from(0).to(100);
  }

  private static OptionalDouble points(Ability a) {
    return a.score().stream().mapToDouble(r -> r.quantity().value()).findFirst();
  }

  /** Of the bound; what is the same in both ways of timing stands in both. */
  private static OptionalDouble boundPoints(Ability a) {
    return a.score().stream().mapToDouble(r -> r.bound().orElse(r).quantity().value()).findFirst();
  }

  /** What an ability is made of: points, and the number that they are given for. */
  public static List<Chart> parts(Score score) {
    return score.abilities().stream()
        .filter(a -> !a.parts().isEmpty())
        .map(ScoreCharts::parts)
        .toList();
  }

  private static Chart parts(Ability ability) {
    String id = "score-" + ability.kind().key();
    List<Series.Row> rows = ability.parts().stream().map(ScoreCharts::row).toList();
    return new Chart(
        id,
        Text.of("score." + ability.kind().key()),
        Text.of(
            "chart.subtitle.ability",
            Math.round(points(ability).orElse(0)),
            ability.parts().size(),
            ability.missing().size()),
        points(),
        points(),
        List.of(new Series.Ranking(Text.of("chart.axis.points"), rows)));
  }

  private static Series.Row row(SubScore p) {
    Text note =
        p.reference()
            .map(r ->
                Text.of(
                    "chart.score.against",
                    p.measured(),
                    new Quantity(r.value(), p.measured().dimension()),
                    r.source()))
            .orElseGet(() -> Text.of("chart.score.share", p.measured()));
    return new Series.Row(p.label(), p.score(), Ink.of(ColorRole.ACCENT), beside(note, p));
  }

  private static Text beside(Text note, SubScore p) {
    return p.bound()
        .map(b -> Text.of("chart.score.bound", note, b.measured(), Math.round(b.score())))
        .orElse(note);
  }
}
