package supernode.catalog;

import java.util.List;
import java.util.Optional;

/**
 * A catalogue entry that can be placed.
 *
 * @param id unique over all kinds
 * @param name as people call it
 * @param vendor empty for generic parts
 */
public record Part(
    String id, PartKind kind, String name, String vendor, Values values, List<PortSpec> ports) {
  public Part {
    ports = List.copyOf(ports);
  }

  public Optional<PortSpec> port(String portName) {
    // Asked for each end of each wiring while a design is unrolled.
    for (PortSpec p : ports) {
      if (p.name().equals(portName)) {
        return Optional.of(p);
      }
    }
    return Optional.empty();
  }
}
