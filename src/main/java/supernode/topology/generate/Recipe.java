package supernode.topology.generate;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import supernode.quantity.Text;
import supernode.topology.LinkSpec;

/**
 * A fabric asked for in words: a kind, its parameters, and what its links are.
 *
 * @param kind as named
 * @param given the parameters as given
 */
public record Recipe(Kind kind, Map<String, String> given, Generator generator, LinkPlan links) {
  private static final List<String> LINK_KEYS =
      List.of("rateGbps", "rateGBps", "latencyNs", "lengthM");

  /** Propagation in fibre, s/m (network.md, section 4). */
  private static final double FIBRE_S_PER_M = 5e-9;

  private static final double BYTES_PER_GBPS = 1e9 / 8;
  private static final long MOST_COUNTED = 1_000_000_000_000L;

  /**
   * Reads a kind and its {@code key=value} parameters. All kinds take {@code rateGbps}, {@code
   * rateGBps}, {@code latencyNs} and {@code lengthM}, for all links or, with the name of a cable
   * before a dot, for those alone.
   *
   * @throws GeneratorException naming the key, what it may be, and the remedy
   */
  public static Recipe read(String kindName, List<String> assignments) {
    Kind kind = Kinds.named(kindName);
    Map<String, String> given = Arguments.split(assignments);
    Arguments arguments = new Arguments(kindName, given);
    List<String> known = new ArrayList<>(kind.keys(arguments));
    known.addAll(LINK_KEYS);
    List<String> listed = new ArrayList<>(known);
    for (Cable cable : Cable.values()) {
      LINK_KEYS.forEach(k -> known.add(cable.key() + "." + k));
    }
    if (!known.containsAll(given.keySet())) {
      listed.add("host.rateGbps");
      given.keySet().stream().filter(known::contains).forEach(listed::add);
      arguments.requireKnown(listed.stream().distinct().toList());
    }
    try {
      Generator generator = kind.read(arguments);
      Counts counts = generator.counts();
      if (counts.vertices() > MOST_COUNTED || counts.links() > MOST_COUNTED) {
        throw new GeneratorException(Text.of("topology.beyondCounting", kindName));
      }
      return new Recipe(kind, given, generator, links(kind, arguments));
    } catch (ArithmeticException _) {
      throw new GeneratorException(Text.of("topology.beyondCounting", kindName));
    }
  }

  private static LinkPlan links(Kind kind, Arguments a) {
    Map<Cable, LinkSpec> specs = new EnumMap<>(Cable.class);
    Optional<Double> general = rate(a, "");
    Map<Cable, Double> usual = kind.usualRatesGBps();
    boolean rated = general.isPresent() || !usual.isEmpty();
    for (Cable cable : Cable.values()) {
      Optional<Double> own = rate(a, cable.key() + ".");
      if (own.isPresent() && general.isEmpty() && usual.isEmpty()) {
        throw new GeneratorException(Text.of("topology.someRates", cable.key()));
      }
      double rate =
          own.or(() -> general)
              .or(() -> Optional.ofNullable(usual.get(cable)).map(r -> r * 1e9))
              .orElse(1.0);
      double latency =
          a.fromZero(cable.key() + ".latencyNs", 1e9)
              .or(() -> a.fromZero("latencyNs", 1e9))
              .orElse(0.0);
      double length =
          a.fromZero(cable.key() + ".lengthM", 1e9)
              .or(() -> cable == Cable.INTER_SITE ? km(a) : Optional.empty())
              .or(() -> a.fromZero("lengthM", 1e9))
              .orElse(0.0);
      specs.put(cable, new LinkSpec(rate, latency * 1e-9, length, length * FIBRE_S_PER_M));
    }
    return new LinkPlan(specs, rated);
  }

  private static Optional<Double> km(Arguments a) {
    return a.fromZero("km", 40_000).map(km -> km * 1000);
  }

  private static Optional<Double> rate(Arguments a, String prefix) {
    if (a.has(prefix + "rateGbps") && a.has(prefix + "rateGBps")) {
      throw new GeneratorException(Text.of("topology.twoRates", prefix));
    }
    return a.positive(prefix + "rateGbps", 1e9)
        .map(r -> r * BYTES_PER_GBPS)
        .or(() -> a.positive(prefix + "rateGBps", 1e9).map(r -> r * 1e9));
  }
}
