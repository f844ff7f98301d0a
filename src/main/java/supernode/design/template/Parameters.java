package supernode.design.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import supernode.design.DesignException;
import supernode.quantity.Text;

/**
 * What a supernode is made from.
 *
 * @param chip id of the accelerator
 * @param domain accelerators of one scale-up domain
 * @param perTray accelerators in a tray; divides the domain
 * @param taper bandwidth of the first scale-up tier downwards over upwards, where there are two
 * @param rack id of the enclosure; tanks have none
 * @param rackKW most that a rack may draw, kW; 0 for what its cooling takes
 * @param domains scale-up domains, joined by NICs when there are several
 * @param nic id of the NIC of each accelerator
 * @param oversubscription bandwidth of the scale-out leaves downwards over upwards
 */
public record Parameters(
    String chip,
    int domain,
    int perTray,
    Wiring fabric,
    int taper,
    Cooling cooling,
    String rack,
    int rackKW,
    int domains,
    Network scaleOut,
    String nic,
    int oversubscription) {
  public static final Parameters DEFAULT =
      new Parameters(
          "gb200-gpu",
          64,
          4,
          Wiring.SWITCH,
          1,
          Cooling.COLD_PLATE,
          "rack-48u",
          0,
          1,
          Network.LEAF_SPINE,
          "cx7",
          1);

  /** In the order in which a person thinks of them. */
  public static final List<String> KEYS =
      List.of(
          "chip",
          "domain",
          "perTray",
          "fabric",
          "taper",
          "cooling",
          "rack",
          "rackKW",
          "domains",
          "scaleOut",
          "nic",
          "oversubscription");

  static final int MOST_CHIPS = 16_384;
  static final int MOST_IN_DOMAIN = 16_384;
  static final int MOST_PER_TRAY = 8;
  static final int MOST_RACK_KW = 600;
  static final int MOST_DOMAINS = 1024;
  static final int MOST_OVERSUBSCRIPTION = 16;

  /** How the accelerators of a domain are joined. */
  public enum Wiring {
    /** One stage of switches: planes that each accelerator has a port on. */
    SWITCH,
    /** Switches in every rack and spines above them, in planes. */
    TWO_TIER,
    /** Each accelerator to each other. */
    MESH,
    /** Each accelerator to all of its row and all of its column. */
    MESH_2D,
    /** Neighbours in two or three dimensions, the ends joined. */
    TORUS
  }

  /** What takes the heat away. */
  public enum Cooling {
    AIR,
    /** A loop in every rack, with a distribution unit. */
    COLD_PLATE,
    /** Tanks in place of racks. */
    IMMERSION
  }

  /** How domains are joined. */
  public enum Network {
    /** Leaves with blocks of neighbours, each joined to every spine. */
    LEAF_SPINE,
    /** The i-th NIC of every tray at a leaf of its own, each leaf joined to every spine. */
    RAILS,
    /** Rails with a second stage in each unit and cores above: three levels. */
    FAT_TREE
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
          throw new DesignException(Text.of("template.key", k, String.join(", ", KEYS)));
        });
    Entries in = new Entries(values);
    Parameters p =
        new Parameters(
            in.text("chip", DEFAULT.chip),
            in.whole("domain", DEFAULT.domain, 2, MOST_IN_DOMAIN),
            in.whole("perTray", DEFAULT.perTray, 1, MOST_PER_TRAY),
            in.constant("fabric", DEFAULT.fabric, Wiring.values()),
            in.whole("taper", DEFAULT.taper, 1, MOST_OVERSUBSCRIPTION),
            in.constant("cooling", DEFAULT.cooling, Cooling.values()),
            in.text("rack", DEFAULT.rack),
            in.whole("rackKW", DEFAULT.rackKW, 0, MOST_RACK_KW),
            in.whole("domains", DEFAULT.domains, 1, MOST_DOMAINS),
            in.constant("scaleOut", DEFAULT.scaleOut, Network.values()),
            in.text("nic", DEFAULT.nic),
            in.whole("oversubscription", DEFAULT.oversubscription, 1, MOST_OVERSUBSCRIPTION));
    p.check();
    return p;
  }

  private void check() {
    if (domain % perTray != 0) {
      int near = Math.max(perTray, (int) Math.round(domain / (double) perTray) * perTray);
      int fits =
          IntStream.iterate(perTray, n -> n - 1).filter(n -> domain % n == 0).findFirst().orElse(1);
      throw new Refusal("perTray", Text.of("template.divides", perTray, domain, fits, near));
    }
    if (chips() > MOST_CHIPS) {
      throw new Refusal(
          "domains", Text.of("template.size", chips(), MOST_CHIPS, MOST_CHIPS / domain));
    }
  }

  /** As {@link #of} takes them. */
  public Map<String, String> values() {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("chip", chip);
    values.put("domain", String.valueOf(domain));
    values.put("perTray", String.valueOf(perTray));
    values.put("fabric", key(fabric));
    values.put("taper", String.valueOf(taper));
    values.put("cooling", key(cooling));
    values.put("rack", rack);
    values.put("rackKW", String.valueOf(rackKW));
    values.put("domains", String.valueOf(domains));
    values.put("scaleOut", key(scaleOut));
    values.put("nic", nic);
    values.put("oversubscription", String.valueOf(oversubscription));
    return values;
  }

  int chips() {
    return domain * domains;
  }

  int trays() {
    return domain / perTray;
  }

  boolean joined() {
    return domains > 1;
  }

  /** As written on the command line and in {@link #of}. */
  public static String key(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
