package supernode.catalog;

import java.util.List;

/**
 * A catalogue entry for what joins two ports.
 *
 * @param family what it carries
 * @param medium for example "copper backplane", "pluggable optics", "hose"
 * @param protocols protocols that it carries; empty means any
 */
public record LinkType(
    String id, Family family, String name, String medium, List<String> protocols, Values values) {
  /** What a link carries. */
  public enum Family {
    SIGNAL,
    FLUID,
    POWER,
    HEAT
  }

  public LinkType {
    protocols = List.copyOf(protocols);
  }

  public boolean carries(String protocol) {
    return protocols.isEmpty() || protocols.contains(protocol);
  }

  /** Whether light, not copper, carries the signal; sets its colour and its failure mode. */
  public boolean isOptical() {
    return medium.contains("optic") || medium.contains("fibre");
  }
}
