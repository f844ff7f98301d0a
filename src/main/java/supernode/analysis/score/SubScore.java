package supernode.analysis.score;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import supernode.analysis.Derivation;
import supernode.analysis.Explanation;
import supernode.analysis.Result;
import supernode.catalog.Sourced;
import supernode.quantity.Dimension;
import supernode.quantity.Quantity;
import supernode.quantity.Text;

/**
 * A measured number against its reference.
 *
 * @param key within its ability
 * @param reference what makes 50 points; empty for a share, which is its own scale
 * @param why of the measured number
 * @param bound the same as a bound, where the measured number is calibrated
 */
public record SubScore(
    String key,
    Sense sense,
    Quantity measured,
    Optional<Sourced> reference,
    Supplier<Explanation> why,
    Optional<SubScore> bound) {
  /** Of one way of timing. */
  public SubScore(
      String key,
      Sense sense,
      Quantity measured,
      Optional<Sourced> reference,
      Supplier<Explanation> why) {
    this(key, sense, measured, reference, why, Optional.empty());
  }

  /** How a number becomes points. */
  public enum Sense {
    /** 100 · v ÷ (v + reference): 50 at the reference, 67 at twice, never 100. */
    MORE("score.formula.more"),
    /** 100 · reference ÷ (v + reference). */
    LESS("score.formula.less"),
    /** 100 · share. */
    SHARE("score.formula.share");

    private final String formula;

    Sense(String formula) {
      this.formula = formula;
    }
  }

  /** Points from 0 to 100. */
  public double score() {
    double v = Math.max(0, measured.value());
    double r = reference.map(Sourced::value).orElse(1.0);
    return switch (sense) {
      case MORE -> 100 * (v / (v + r));
      case LESS -> 100 * (r / (v + r));
      case SHARE -> 100 * Math.min(1, v);
    };
  }

  public Text label() {
    return Text.of("score.part." + key);
  }

  /** The points as a result that explains itself. */
  public Result result(Ability.Kind ability) {
    String id = "score." + ability.key() + "." + key;
    return new Result(
        id,
        label(),
        new Quantity(score(), Dimension.FACTOR),
        this::explain,
        bound.map(b ->
            new Result(
                Result.boundId(id),
                Text.of("chart.curve.bound", label()),
                new Quantity(b.score(), Dimension.FACTOR),
                b::explain)));
  }

  private Explanation explain() {
    List<Explanation> inputs =
        reference
            .map(r ->
                List.of(
                    why.get(),
                    Derivation.given(Text.of("score.reference"), r, measured.dimension())))
            .orElseGet(() -> List.of(why.get()));
    return Derivation.computed(label(), score(), Dimension.FACTOR, sense.formula, inputs);
  }
}
