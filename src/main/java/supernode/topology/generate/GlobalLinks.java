package supernode.topology.generate;

import java.util.Arrays;

/**
 * The links between groups: each group has a row of ports, divided as evenly as possible over all
 * other groups by their distance round the circle of groups (the palm-tree arrangement, Camarero et
 * al., TACO 11(4), 2014; each pair of groups has one link when there is one port for each). Turning
 * the circle then changes nothing. With an odd number of groups and of ports, one link of every
 * other pair of neighbours is left over, and with it no symmetry.
 *
 * @param groups at least one
 * @param ports of each group, at least {@code groups - 1}
 */
record GlobalLinks(int groups, int ports) {
  /** Takes a link between two ports. */
  @FunctionalInterface
  interface Taker {
    void take(int groupA, int portA, int groupB, int portB);
  }

  long count() {
    return groups == 1 ? 0 : Math.multiplyExact((long) groups, ports) / 2;
  }

  boolean isCircular() {
    return groups == 1 || groups % 2 == 0 || ports % 2 == 0;
  }

  void forEach(Taker out) {
    if (groups == 1) {
      return;
    }
    int[] at = firstPorts();
    for (int group = 0; group < groups; group++) {
      for (int distance = 1; 2 * distance <= groups; distance++) {
        int other = (group + distance) % groups;
        // Half way round, both ends would name the link.
        if (2 * distance == groups && other < group) {
          continue;
        }
        int n = at[distance + 1] - at[distance];
        int back = at[groups - distance];
        for (int i = 0; i < n; i++) {
          out.take(group, at[distance] + i, other, back + n - 1 - i);
        }
      }
    }
    if (!isCircular()) {
      for (int group = 0; group + 1 < groups; group += 2) {
        out.take(group, ports - 1, group + 1, ports - 1);
      }
    }
  }

  /**
   * The links between the routers that the ports are dealt out to in their order.
   *
   * @param first vertex of the first router; those of a group follow each other
   * @param perRouter ports of each
   * @param orbit of the first port
   */
  void wire(Wires out, int first, int perRouter, int orbit) {
    int routers = ports / perRouter;
    forEach((groupA, portA, groupB, portB) ->
        out.link(
            first + groupA * routers + portA / perRouter,
            first + groupB * routers + portB / perRouter,
            Cable.GLOBAL,
            orbit + portA,
            orbit + portB));
  }

  /** What is counted of such a fabric besides its parts. */
  Counts told(Counts counts) {
    return counts.with("groups", groups).with("globalLinks", count());
  }

  /** First port towards the group at each distance. */
  private int[] firstPorts() {
    int[] count = new int[groups + 1];
    Arrays.fill(count, 1, groups, ports / (groups - 1));
    int left = ports % (groups - 1);
    if (left % 2 == 1 && groups % 2 == 0) {
      count[groups / 2]++;
      left--;
    }
    // The far ones first, so that neighbours remain for the link that is left over.
    for (int d = (groups - 1) / 2; left > 1; d--) {
      count[d]++;
      count[groups - d]++;
      left -= 2;
    }
    int[] at = new int[groups + 1];
    for (int d = 1; d < groups; d++) {
      at[d + 1] = at[d] + count[d];
    }
    return at;
  }
}
