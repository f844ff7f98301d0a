package supernode.analysis.workload;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import supernode.analysis.Explanation;
import supernode.analysis.Result;
import supernode.quantity.Dimension;
import supernode.quantity.Quantity;
import supernode.quantity.Text;

/** Results of one way of timing, by key: "stepSeconds", as a bound "boundStepSeconds". */
final class ModeResults {
  private final String id;
  private final boolean bound;
  private final Map<String, Result> byKey = new LinkedHashMap<>();

  ModeResults(String id, boolean bound) {
    this.id = id;
    this.bound = bound;
  }

  void add(String key, double si, Dimension dimension, Supplier<Explanation> why) {
    add(key, key, si, dimension, why);
  }

  /**
   * @param words key of the label, where it is not that of the result
   */
  void add(String key, String words, double si, Dimension dimension, Supplier<Explanation> why) {
    String own = id + "." + key;
    String name = bound ? Result.boundId(own) : own;
    byKey.put(key, new Result(name, label(words), new Quantity(si, dimension), why));
  }

  Text label(String key) {
    Text label = Text.of("workload.result." + key);
    return bound ? Text.of("chart.curve.bound", label) : label;
  }

  /** In their order, each with its bound; without where it does not depend on the way of timing. */
  List<Result> beside(ModeResults bounds) {
    return byKey.entrySet().stream()
        .map(e -> e.getValue().beside(Optional.ofNullable(bounds.byKey.get(e.getKey()))))
        .toList();
  }
}
