package supernode.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import supernode.design.TrafficPattern;
import supernode.quantity.Text;
import supernode.solve.Outcome;
import supernode.solve.network.traffic.Traffic;

/**
 * What a fabric is asked to carry: patterns that every fabric is measured by, each alone, and what
 * the scenario sends, all at once.
 */
final class FabricPatterns {
  private static final List<TrafficPattern> MEASURES =
      List.of(
          new TrafficPattern.AllToAll(),
          new TrafficPattern.RingShift(1),
          new TrafficPattern.Permutation(1));

  /** Key of all-to-all, which is always asked. */
  static final String ALL = MEASURES.getFirst().key();

  private final Map<String, Asked> asked = new LinkedHashMap<>();
  private final FabricTraffic traffic;
  private String sent = ALL;

  /**
   * A pattern to solve.
   *
   * @param key unlike that of any other of the fabric
   * @param pattern its flows, laid out when first asked for
   */
  record Asked(String key, Text label, Supplier<Outcome<Traffic>> pattern) {
    Outcome<Traffic> traffic() {
      return pattern.get();
    }
  }

  FabricPatterns(FabricTraffic traffic, List<supernode.design.Traffic> scenario) {
    this.traffic = traffic;
    for (TrafficPattern p : MEASURES) {
      boolean isSent = scenario.stream().anyMatch(t -> t.pattern().equals(p));
      asked.put(p.key(), asked(p.key(), label(p), () -> measure(p, isSent)));
    }
    if (scenario.size() == 1 && scenario.getFirst().limitBytesPerS().isEmpty()) {
      TrafficPattern only = scenario.getFirst().pattern();
      sent = MEASURES.contains(only) ? only.key() : unlike(only.key());
      asked.putIfAbsent(sent, asked(sent, label(only), () -> traffic.of(only)));
    } else if (!scenario.isEmpty()) {
      sent = scenario.size() == 1 ? unlike(scenario.getFirst().pattern().key()) : "together";
      asked.put(sent, asked(sent, label(scenario), () -> together(scenario)));
    }
  }

  /** A measure; one whose flows are many on a direct network waits until it is sent. */
  private Outcome<Traffic> measure(TrafficPattern pattern, boolean isSent) {
    return pattern instanceof TrafficPattern.Permutation && !isSent
        ? traffic.measured(pattern)
        : traffic.of(pattern);
  }

  private static Asked asked(String key, Text label, Supplier<Outcome<Traffic>> make) {
    Once<Outcome<Traffic>> once = new Once<>();
    return new Asked(key, label, () -> once.get(make));
  }

  private String unlike(String key) {
    return asked.containsKey(key) ? key + "-sent" : key;
  }

  private Outcome<Traffic> together(List<supernode.design.Traffic> scenario) {
    List<Traffic.Part> parts = new ArrayList<>();
    for (supernode.design.Traffic t : scenario) {
      Outcome<Traffic> one = traffic.of(t.pattern());
      Optional<Traffic> solved = one.asOptional();
      if (solved.isEmpty()) {
        return one;
      }
      parts.add(
          new Traffic.Part(solved.get(), t.weight(), t.limitBytesPerS().orElse(Traffic.UNLIMITED)));
    }
    return Outcome.solved(new Traffic.Together(parts));
  }

  private static Text label(List<supernode.design.Traffic> scenario) {
    return scenario.size() == 1
        ? Text.of("traffic.limited", label(scenario.getFirst().pattern()))
        : Text.of("traffic.together", scenario.size());
  }

  private static Text label(TrafficPattern pattern) {
    Text name = Text.of("traffic." + pattern.key());
    String numbers = pattern.numbersText();
    return numbers.isEmpty() || MEASURES.contains(pattern)
        ? name
        : Text.of("traffic.with", name, numbers);
  }

  List<Asked> asked() {
    return List.copyOf(asked.values());
  }

  /** Key of what the scenario sends; all-to-all where it says nothing of the fabric. */
  String sent() {
    return sent;
  }
}
