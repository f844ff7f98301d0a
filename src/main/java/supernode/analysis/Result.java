package supernode.analysis;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import supernode.quantity.Quantity;
import supernode.quantity.Text;

/**
 * A number on the screen, in the report and in the JSON output.
 *
 * @param id stable name with its unit, for example "scaleUp.bisectionGBps" or
 *     "compute[0].gpu[1].junctionC"
 * @param explanation its derivation, made when asked for
 * @param bound the same with peaks and links as drawn, where the number itself is calibrated
 */
public record Result(
    String id,
    Text label,
    Quantity quantity,
    Supplier<Explanation> explanation,
    Optional<Result> bound) {
  /** Of one way of timing. */
  public Result(String id, Text label, Quantity quantity, Supplier<Explanation> explanation) {
    this(id, label, quantity, explanation, Optional.empty());
  }

  /** With the bound to stand beside it. */
  public Result beside(Optional<Result> bound) {
    return new Result(id, label, quantity, explanation, bound);
  }

  /** What the bound of a result is called: of "job.stepSeconds" it is "job.boundStepSeconds". */
  public static String boundId(String id) {
    int name = id.lastIndexOf('.') + 1;
    return id.substring(0, name)
        + "bound"
        + Character.toUpperCase(id.charAt(name))
        + id.substring(name + 1);
  }

  /** It, then its bound where it has one. */
  public Stream<Result> modes() {
    return Stream.concat(Stream.of(this), bound.stream());
  }
}
