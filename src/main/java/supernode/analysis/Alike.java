package supernode.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import supernode.quantity.Dimension;
import supernode.quantity.Text;

/** Powers of many things, one line for each kind of part and power, in the order they come. */
public final class Alike<T> {
  private final Map<Kind, List<T>> kinds = new LinkedHashMap<>();

  private record Kind(String part, double w) {}

  public void add(String part, double w, T one) {
    kinds.computeIfAbsent(new Kind(part, w), _ -> new ArrayList<>()).add(one);
  }

  /**
   * @param each why one of them has the power that it has
   */
  public List<Explanation> lines(Function<T, Explanation> each) {
    List<Explanation> lines = new ArrayList<>();
    kinds.forEach((kind, members) ->
        lines.add(
            Derivation.computed(
                Text.of("explain.times", members.size(), kind.part()),
                members.size() * kind.w(),
                Dimension.POWER,
                "formula.countTimesEach",
                Derivation.count(Text.of("explain.partCount", kind.part()), members.size()),
                each.apply(members.getFirst()))));
    return lines;
  }
}
