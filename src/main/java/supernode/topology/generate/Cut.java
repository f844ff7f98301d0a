package supernode.topology.generate;

/**
 * Links across the narrowest cut into halves, by formula.
 *
 * @param links physical links across
 * @param bytesPerS their capacity, one way
 */
public record Cut(long links, double bytesPerS) {
  static Cut of(long links, double rateBytesPerS) {
    return new Cut(links, links * rateBytesPerS);
  }
}
