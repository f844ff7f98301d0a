package supernode.topology.generate;

/** Takes the links of a generator, one after the other. */
@FunctionalInterface
public interface Wires {
  /**
   * Takes a link.
   *
   * @param a vertex at one end: endpoints come first, then the switches tier by tier
   * @param b vertex at the other end
   * @param forth orbit of the direction from a to b, see {@link Orbits}; 0 where none are known
   * @param back orbit of the direction from b to a
   */
  void link(int a, int b, Cable cable, int forth, int back);
}
