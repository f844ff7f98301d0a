package supernode.catalog;

import java.util.Optional;

/**
 * A group of equal ports of a part.
 *
 * @param name unique within the part
 * @param count how many
 * @param origin where count and rate come from; empty where nothing is said
 */
public record PortSpec(String name, PortType type, int count, Optional<Origin> origin) {
  public PortSpec(String name, PortType type, int count) {
    this(name, type, count, Optional.empty());
  }
}
