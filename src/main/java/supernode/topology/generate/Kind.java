package supernode.topology.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import supernode.quantity.Text;

/**
 * A kind of interconnect by name, and the parameters that it takes.
 *
 * @param example its parameters as they may be written, those that can be left out in brackets
 * @param usualRatesGBps rates that are public for the system after which it is named
 */
public record Kind(
    String key,
    String example,
    Function<Arguments, Generator> reader,
    List<String> keys,
    Map<Cable, Double> usualRatesGBps) {
  Kind(String key, String example, Function<Arguments, Generator> reader, String... keys) {
    this(key, example, reader, List.of(keys), Map.of());
  }

  Kind withRatesGBps(Map<Cable, Double> rates) {
    return new Kind(key, example, reader, keys, Map.copyOf(rates));
  }

  public String usage() {
    return key + " " + example;
  }

  /** Keys that it takes here, those of the kinds inside too. */
  List<String> keys(Arguments given) {
    List<String> all = new ArrayList<>(keys);
    if (keys.contains("of") && given.has("of")) {
      all.addAll(inner(given, "of").keys(given));
    }
    if (keys.contains("in") && given.has("in")) {
      Arguments inside = given.within("in.", given.kindAt("in"));
      inner(given, "in").keys(inside).forEach(k -> all.add("in." + k));
    }
    return all;
  }

  Generator read(Arguments given) {
    return reader.apply(given);
  }

  /** The plain kind that an argument names. */
  static Kind inner(Arguments given, String key) {
    Kind kind = Kinds.named(given.kindAt(key));
    if (kind.keys.contains("of")) {
      throw new GeneratorException(Text.of("topology.tooNested", given.kind(), key, kind.key));
    }
    return kind;
  }
}
