package supernode.design;

import java.util.List;

/** Which ports of which instances a wiring joins. */
public sealed interface Pattern {
  /** Most parallel links between one pair of instances. */
  int MAX_LINKS_PER_PAIR = 4096;

  /** Links between each joined pair of instances. */
  int linksPerPair();

  /** The selectors, in the order of the record. */
  List<Selector> ends();

  /** The i-th instance of {@code a} to the i-th of {@code b}; both have as many. */
  record PointToPoint(Selector a, Selector b, int linksPerPair) implements Pattern {
    @Override
    public List<Selector> ends() {
      return List.of(a, b);
    }
  }

  /** Each instance to the next, the last to the first. */
  record Ring(Selector among, int linksPerPair) implements Pattern {
    @Override
    public List<Selector> ends() {
      return List.of(among);
    }
  }

  /** Each instance to each other one. */
  record FullMesh(Selector among, int linksPerPair) implements Pattern {
    @Override
    public List<Selector> ends() {
      return List.of(among);
    }
  }

  /** Each of {@code a} to each of {@code b}: switch planes, stars. */
  record EveryToEvery(Selector a, Selector b, int linksPerPair) implements Pattern {
    @Override
    public List<Selector> ends() {
      return List.of(a, b);
    }
  }

  /**
   * Rails: the i-th member of every group of {@code a} to the i-th of {@code b}. The index counted
   * is that of the last step of {@code a}'s selector, so "compute[*].nic[*].net" joins the i-th NIC
   * of every tray to the i-th rail switch.
   */
  record Rail(Selector a, Selector b, int linksPerPair) implements Pattern {
    @Override
    public List<Selector> ends() {
      return List.of(a, b);
    }
  }

  /** {@code one} number i to the i-th block of {@code size} instances of {@code group}. */
  record EachToGroup(Selector one, Selector group, int size, int linksPerPair) implements Pattern {
    @Override
    public List<Selector> ends() {
      return List.of(one, group);
    }
  }

  /**
   * Two switch tiers: hosts in blocks of equal size to the leaves, and each leaf to each spine.
   *
   * @param leafDown ports of the leaves towards the hosts
   * @param leafUp ports of the same leaves towards the spines
   * @param linksPerPair links from each leaf to each spine; a host has one link to its leaf
   */
  record LeafSpine(
      Selector hosts, Selector leafDown, Selector leafUp, Selector spines, int linksPerPair)
      implements Pattern {
    @Override
    public List<Selector> ends() {
      return List.of(hosts, leafDown, leafUp, spines);
    }
  }
}
