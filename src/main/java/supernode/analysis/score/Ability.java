package supernode.analysis.score;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import supernode.analysis.Derivation;
import supernode.analysis.Explanation;
import supernode.analysis.Result;
import supernode.quantity.Dimension;
import supernode.quantity.Quantity;
import supernode.quantity.Text;

/**
 * One of the four abilities.
 *
 * @param parts what was measured
 * @param missing what could not be, with the reason; counts neither for nor against
 */
public record Ability(Kind kind, List<SubScore> parts, List<Text> missing) {
  /** High density; high speed and width; efficiency and flexibility; stability. */
  public enum Kind {
    DENSITY,
    SPEED,
    EFFICIENCY,
    STABILITY;

    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Ability {
    parts = List.copyOf(parts);
    missing = List.copyOf(missing);
  }

  /** The mean of the parts, from 0 to 100; empty where nothing was measured. */
  public Optional<Result> score() {
    if (parts.isEmpty()) {
      return Optional.empty();
    }
    String id = "score." + kind.key();
    Text label = Text.of(id);
    boolean two = parts.stream().anyMatch(p -> p.bound().isPresent());
    List<SubScore> bounds = parts.stream().map(p -> p.bound().orElse(p)).toList();
    return Optional.of(
        mean(id, label, parts)
            .beside(
                two
                    ? Optional.of(
                        mean(Result.boundId(id), Text.of("chart.curve.bound", label), bounds))
                    : Optional.empty()));
  }

  private Result mean(String id, Text label, List<SubScore> of) {
    double mean = of.stream().mapToDouble(SubScore::score).average().orElseThrow();
    return new Result(
        id,
        label,
        new Quantity(mean, Dimension.FACTOR),
        () ->
            Derivation.computed(
                label,
                mean,
                Dimension.FACTOR,
                "score.formula.mean",
                Stream.concat(
                        of.stream().map(p -> p.result(kind).explanation().get()),
                        missing.stream().map(m -> Explanation.remark(m, "")))
                    .toList()));
  }
}
