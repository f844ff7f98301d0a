package supernode.design;

import java.util.List;
import java.util.function.UnaryOperator;

/** Which ports of which instances a wiring joins. */
public sealed interface Pattern {
  /** Most parallel links between one pair of instances. */
  int MAX_LINKS_PER_PAIR = 4096;

  /** Links between each joined pair of instances. */
  int linksPerPair();

  /** The selectors, in the order of the record. */
  List<Selector> ends();

  /** The same pattern with each selector mapped. */
  Pattern mapEnds(UnaryOperator<Selector> f);

  /** The i-th instance of {@code a} to the i-th of {@code b}; both have as many. */
  record PointToPoint(Selector a, Selector b, int linksPerPair) implements Pattern {
    @Override
    public List<Selector> ends() {
      return List.of(a, b);
    }

    @Override
    public Pattern mapEnds(UnaryOperator<Selector> f) {
      return new PointToPoint(f.apply(a), f.apply(b), linksPerPair);
    }
  }

  /** Each instance to the next, the last to the first. */
  record Ring(Selector among, int linksPerPair) implements Pattern {
    @Override
    public List<Selector> ends() {
      return List.of(among);
    }

    @Override
    public Pattern mapEnds(UnaryOperator<Selector> f) {
      return new Ring(f.apply(among), linksPerPair);
    }
  }

  /** Each instance to each other one. */
  record FullMesh(Selector among, int linksPerPair) implements Pattern {
    @Override
    public List<Selector> ends() {
      return List.of(among);
    }

    @Override
    public Pattern mapEnds(UnaryOperator<Selector> f) {
      return new FullMesh(f.apply(among), linksPerPair);
    }
  }

  /** Each of {@code a} to each of {@code b}: switch planes, stars. */
  record EveryToEvery(Selector a, Selector b, int linksPerPair) implements Pattern {
    @Override
    public List<Selector> ends() {
      return List.of(a, b);
    }

    @Override
    public Pattern mapEnds(UnaryOperator<Selector> f) {
      return new EveryToEvery(f.apply(a), f.apply(b), linksPerPair);
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

    @Override
    public Pattern mapEnds(UnaryOperator<Selector> f) {
      return new Rail(f.apply(a), f.apply(b), linksPerPair);
    }
  }

  /** {@code one} number i to the i-th block of {@code size} instances of {@code group}. */
  record EachToGroup(Selector one, Selector group, int size, int linksPerPair) implements Pattern {
    @Override
    public List<Selector> ends() {
      return List.of(one, group);
    }

    @Override
    public Pattern mapEnds(UnaryOperator<Selector> f) {
      return new EachToGroup(f.apply(one), f.apply(group), size, linksPerPair);
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

    @Override
    public Pattern mapEnds(UnaryOperator<Selector> f) {
      return new LeafSpine(
          f.apply(hosts), f.apply(leafDown), f.apply(leafUp), f.apply(spines), linksPerPair);
    }
  }

  /**
   * A network of the instances among themselves: torus, HyperX, dragonfly and their kind.
   *
   * @param among its members, numbered in the order of the selector
   */
  record Direct(Selector among, DirectNetwork network, int linksPerPair) implements Pattern {
    @Override
    public List<Selector> ends() {
      return List.of(among);
    }

    @Override
    public Pattern mapEnds(UnaryOperator<Selector> f) {
      return new Direct(f.apply(among), network, linksPerPair);
    }
  }
}
