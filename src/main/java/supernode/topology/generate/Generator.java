package supernode.topology.generate;

import java.util.Optional;
import supernode.quantity.Text;
import supernode.topology.LinkSpec;

/**
 * A rule that makes a fabric. Endpoints are numbered from 0, then follow the switches tier by tier
 * in the order of {@link Counts#tiers()}.
 */
public sealed interface Generator
    permits Star,
        FullMesh,
        Grid,
        HyperX,
        LeafSpine,
        ExtendedFatTree,
        Rail,
        MultiPlane,
        Dragonfly,
        DragonflyPlus,
        SlimFly,
        Jellyfish,
        CubeTorus,
        InterSite,
        Nested {
  /** Vertices that are built at most. */
  int MOST_VERTICES = 2_000_000;

  /** Links that are built at most. */
  int MOST_LINKS = 10_000_000;

  /** The k-ary fat tree of two or three levels of k-port switches. */
  static ExtendedFatTree fatTree(int k, int levels) {
    return ExtendedFatTree.ofPorts(k, levels);
  }

  static Grid ring(int n) {
    return Grid.torus(n);
  }

  Counts counts();

  /** Hands out every link. */
  void wire(Wires out);

  /** Whether endpoints pass on what is not for them. */
  default boolean endpointsForward() {
    return counts().tiers().isEmpty();
  }

  /** Symmetry that is known from the rule; empty where there is none to speak of. */
  default Optional<Orbits> orbits() {
    return Optional.empty();
  }

  /** The bisection where a formula is proven or generally taken for these parameters. */
  default Optional<Cut> bisection(LinkPlan links) {
    return Optional.empty();
  }

  /**
   * Whether the symmetry still exchanges as much when it has to move blocks of consecutive
   * endpoints of this size as wholes.
   */
  default boolean keepsBlocks(int size) {
    return false;
  }

  /** Whether the cut of the formula leaves blocks of consecutive endpoints of this size whole. */
  default boolean halvesBlocks(int size) {
    return false;
  }

  default Generated generate(LinkSpec everyLink) {
    return generate(LinkPlan.of(everyLink));
  }

  /**
   * Builds the graph.
   *
   * @throws GeneratorException beyond the bounds on vertices and links
   */
  default Generated generate(LinkPlan links) {
    Counts counts = counts();
    if (counts.vertices() > MOST_VERTICES || counts.links() > MOST_LINKS) {
      throw new GeneratorException(
          Text.of(
              "topology.tooLarge", counts.vertices(), counts.links(), MOST_VERTICES, MOST_LINKS));
    }
    return Generated.build(this, links);
  }
}
