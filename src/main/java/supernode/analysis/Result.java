package supernode.analysis;

import java.util.function.Supplier;
import supernode.quantity.Quantity;
import supernode.quantity.Text;

/**
 * A number on the screen, in the report and in the JSON output.
 *
 * @param id stable name with its unit, for example "scaleUp.bisectionGBps" or
 *     "compute[0].gpu[1].junctionC"
 * @param explanation its derivation, made when asked for
 */
public record Result(String id, Text label, Quantity quantity, Supplier<Explanation> explanation) {}
