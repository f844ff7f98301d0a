package supernode.solve;

import java.util.Optional;
import java.util.function.Function;
import supernode.quantity.Text;

/**
 * What came of a computation. A result that is not there says why; it is never null and never NaN.
 *
 * @param <T> the result
 */
public sealed interface Outcome<T> {
  /** The result. */
  record Solved<T>(T value) implements Outcome<T> {}

  /**
   * The computation stopped before its tolerances were met.
   *
   * @param reason what did not converge
   * @param worstPlace instance path or link where the residual is largest; empty when unknown
   */
  record NotConverged<T>(Text reason, String worstPlace) implements Outcome<T> {}

  /** The question makes no sense for this design, or is beyond the stated bounds. */
  record NotApplicable<T>(Text reason) implements Outcome<T> {}

  static <T> Outcome<T> solved(T value) {
    return new Solved<>(value);
  }

  static <T> Outcome<T> notApplicable(String key, Object... values) {
    return new NotApplicable<>(Text.of(key, values));
  }

  default Optional<T> asOptional() {
    return this instanceof Solved<T>(T v) ? Optional.of(v) : Optional.empty();
  }

  /** Why there is no result; empty when there is one. */
  default Optional<Text> whyNot() {
    return switch (this) {
      case Solved<T> _ -> Optional.empty();
      case NotConverged<T>(Text reason, String _) -> Optional.of(reason);
      case NotApplicable<T>(Text reason) -> Optional.of(reason);
    };
  }

  default <R> Outcome<R> map(Function<? super T, ? extends R> f) {
    return switch (this) {
      case Solved<T>(T v) -> new Solved<>(f.apply(v));
      case NotConverged<T>(Text reason, String place) -> new NotConverged<>(reason, place);
      case NotApplicable<T>(Text reason) -> new NotApplicable<>(reason);
    };
  }

  /** The outcome of a further computation on the result, or why there is none. */
  default <R> Outcome<R> flatMap(Function<? super T, Outcome<R>> f) {
    return switch (this) {
      case Solved<T>(T v) -> f.apply(v);
      case NotConverged<T>(Text reason, String place) -> new NotConverged<>(reason, place);
      case NotApplicable<T>(Text reason) -> new NotApplicable<>(reason);
    };
  }
}
