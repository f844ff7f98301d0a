package supernode.topology;

import supernode.design.DirectNetwork;
import supernode.topology.generate.Dragonfly;
import supernode.topology.generate.Generator;
import supernode.topology.generate.GeneratorException;
import supernode.topology.generate.Grid;
import supernode.topology.generate.HyperX;
import supernode.topology.generate.Jellyfish;
import supernode.topology.generate.SlimFly;

/** The links of a direct network whose members are given, by the generators of such networks. */
public final class DirectLinks {
  /** Takes a pair of members by their numbers. */
  @FunctionalInterface
  public interface Taker {
    void take(int a, int b);
  }

  private DirectLinks() {}

  /** Hands out every pair that is joined; pairs with a member that is missing are left out. */
  public static void forEach(DirectNetwork network, int members, Taker out) {
    if (members < 2) {
      return;
    }
    try {
      generator(network, members)
          .wire((a, b, _, _, _) -> {
            if (a < members && b < members) {
              out.take(a, b);
            }
          });
    } catch (GeneratorException _) {
      // A network that cannot be has no links; the design's check says why.
      return;
    }
  }

  /** How many pairs are joined when all members are there. */
  public static long count(DirectNetwork network, int members) {
    try {
      return members < 2 ? 0 : generator(network, members).counts().links();
    } catch (GeneratorException _) {
      return 0;
    }
  }

  private static Generator generator(DirectNetwork network, int members) {
    return switch (network) {
      case DirectNetwork.Torus t -> new Grid(t.dims(), true, t.twist());
      case DirectNetwork.Mesh m -> new Grid(m.dims(), false, 0);
      case DirectNetwork.HyperX h -> new HyperX(h.dims(), 0);
      case DirectNetwork.Dragonfly d ->
          new Dragonfly(0, d.routersPerGroup(), d.globalLinks(), d.groups());
      case DirectNetwork.SlimFly s -> new SlimFly(s.q(), 0);
      case DirectNetwork.Jellyfish j -> new Jellyfish(members, j.degree(), 0, j.seed());
    };
  }
}
