package supernode.analysis.score;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
    double mean = parts.stream().mapToDouble(SubScore::score).average().orElseThrow();
    Text label = Text.of("score." + kind.key());
    return Optional.of(
        new Result(
            "score." + kind.key(),
            label,
            new Quantity(mean, Dimension.FACTOR),
            () ->
                Derivation.computed(
                    label,
                    mean,
                    Dimension.FACTOR,
                    "score.formula.mean",
                    java.util.stream.Stream.concat(
                            parts.stream().map(p -> p.result(kind).explanation().get()),
                            missing.stream().map(m -> Explanation.remark(m, "")))
                        .toList())));
  }
}
