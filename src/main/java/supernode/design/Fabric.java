package supernode.design;

import java.util.Locale;
import java.util.Optional;
import supernode.catalog.LinkType;

/** The network that a wiring belongs to. */
public enum Fabric {
  SCALE_UP(LinkType.Family.SIGNAL),
  SCALE_OUT(LinkType.Family.SIGNAL),
  HOST(LinkType.Family.SIGNAL),
  MEMORY(LinkType.Family.SIGNAL),
  STORAGE(LinkType.Family.SIGNAL),
  INTER_SITE(LinkType.Family.SIGNAL),
  /** Coolant of the technology cooling system or the facility. */
  LOOP(LinkType.Family.FLUID),
  POWER(LinkType.Family.POWER),
  /** Chip lid to cold plate. */
  HEAT(LinkType.Family.HEAT);

  private final LinkType.Family family;

  Fabric(LinkType.Family family) {
    this.family = family;
  }

  public LinkType.Family family() {
    return family;
  }

  /** Name in files, for example "scale-up". */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<Fabric> ofKey(String key) {
    for (Fabric f : values()) {
      if (f.key().equals(key)) {
        return Optional.of(f);
      }
    }
    return Optional.empty();
  }
}
