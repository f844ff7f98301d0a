package supernode.design.template;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import supernode.design.DesignException;
import supernode.quantity.Text;

/**
 * What a supernode is made from.
 *
 * @param chip id of the accelerator
 * @param domain accelerators of one scale-up domain
 * @param perTray accelerators in a tray; divides the domain
 * @param domains scale-up domains, joined by NICs when there are several
 * @param oversubscription bandwidth of the leaves downwards over upwards
 */
public record Parameters(
    String chip,
    int domain,
    int perTray,
    Wiring fabric,
    Cooling cooling,
    int domains,
    int oversubscription) {
  public static final Parameters DEFAULT =
      new Parameters("gb200-gpu", 64, 4, Wiring.SWITCH, Cooling.COLD_PLATE, 1, 1);

  static final int MOST_CHIPS = 16_384;
  private static final int MOST_IN_DOMAIN = 1024;
  private static final int MOST_PER_TRAY = 8;
  private static final int MOST_DOMAINS = 64;
  private static final int MOST_OVERSUBSCRIPTION = 16;

  private static final Set<String> KEYS =
      Set.of("chip", "domain", "perTray", "fabric", "cooling", "domains", "oversubscription");

  /** How the accelerators of a domain are joined. */
  public enum Wiring {
    /** One stage of switches, a plane for each port of an accelerator. */
    SWITCH,
    /** Each accelerator to each other. */
    MESH,
    /** Neighbours in two or three dimensions, the ends joined. */
    TORUS
  }

  /** What takes the heat away. */
  public enum Cooling {
    AIR,
    COLD_PLATE;

    String key() {
      return Parameters.key(this);
    }
  }

  /**
   * @param values by name; what is not named is as in {@link #DEFAULT}
   * @throws DesignException when a name or a value is none, or out of bounds
   */
  public static Parameters of(Map<String, String> values) {
    values.keySet().stream()
        .filter(k -> !KEYS.contains(k))
        .findFirst()
        .ifPresent(k -> {
          throw new DesignException(
              Text.of("template.key", k, KEYS.stream().sorted().collect(Collectors.joining(", "))));
        });
    Parameters p =
        new Parameters(
            values.getOrDefault("chip", DEFAULT.chip),
            whole(values, "domain", DEFAULT.domain, 2, MOST_IN_DOMAIN),
            whole(values, "perTray", DEFAULT.perTray, 1, MOST_PER_TRAY),
            constant(values, "fabric", DEFAULT.fabric, Wiring.values()),
            constant(values, "cooling", DEFAULT.cooling, Cooling.values()),
            whole(values, "domains", DEFAULT.domains, 1, MOST_DOMAINS),
            whole(values, "oversubscription", DEFAULT.oversubscription, 1, MOST_OVERSUBSCRIPTION));
    if (p.domain % p.perTray != 0) {
      throw new DesignException(Text.of("template.divides", p.perTray, p.domain));
    }
    if (p.chips() > MOST_CHIPS) {
      throw new DesignException(Text.of("template.size", p.chips(), MOST_CHIPS));
    }
    return p;
  }

  int chips() {
    return domain * domains;
  }

  private static int whole(
      Map<String, String> values, String key, int otherwise, int least, int most) {
    String text = values.get(key);
    if (text == null) {
      return otherwise;
    }
    int value = text.matches("\\d{1,6}") ? Integer.parseInt(text) : -1;
    if (value < least || value > most) {
      throw new DesignException(Text.of("template.range", key, text, least, most));
    }
    return value;
  }

  private static <E extends Enum<E>> E constant(
      Map<String, String> values, String key, E otherwise, E[] all) {
    String text = values.getOrDefault(key, key(otherwise));
    return Arrays.stream(all)
        .filter(e -> key(e).equals(text))
        .findFirst()
        .orElseThrow(() ->
            new DesignException(
                Text.of("template.choice", key, text, String.join(", ", keys(all)))));
  }

  private static List<String> keys(Enum<?>[] all) {
    return Arrays.stream(all).map(Parameters::key).toList();
  }

  private static String key(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
