package supernode.topology.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Small fabrics of every kind with parameters drawn by a seed. */
public final class Samples {
  private static final int[] PRIME_POWERS = {3, 4, 5, 7, 8, 9};

  private Samples() {}

  /** One of each kind. */
  public static List<Generator> ofEveryKind(long seed) {
    SplittableRandom r = new SplittableRandom(seed);
    int spines = r.nextInt(1, 4);
    int a = r.nextInt(1, 5);
    int h = r.nextInt(1, 4);
    int planes = r.nextInt(1, 4);
    int servers = r.nextInt(1, 5);
    int rails = r.nextInt(1, 5);
    int units = r.nextInt(1, 4);
    int switches = r.nextInt(3, 12);
    int hosts = r.nextInt(1, 4);
    Generator railOnly = new Rail(servers * units, rails, servers, 0, 0);
    Generator fatTree = Generator.fatTree(2 * r.nextInt(1, 3), 2);
    int q = PRIME_POWERS[r.nextInt(PRIME_POWERS.length)];
    return List.of(
        new Star(r.nextInt(1, 20)),
        new FullMesh(r.nextInt(1, 12)),
        Generator.ring(r.nextInt(1, 12)),
        new Grid(sizes(r, 5), false, 0),
        new Grid(sizes(r, 5), true, 0),
        new Grid(List.of(r.nextInt(3, 6), r.nextInt(1, 6)), true, r.nextInt(1, 3)),
        new HyperX(sizes(r, 4), 0),
        new HyperX(sizes(r, 4), r.nextInt(1, 3)),
        new LeafSpine(r.nextInt(1, 6), spines, r.nextInt(1, 5), spines * r.nextInt(1, 3)),
        new LeafSpine(r.nextInt(1, 6), spines, r.nextInt(1, 5), r.nextInt(1, 7)),
        fatTree,
        Generator.fatTree(2 * r.nextInt(1, 4), 3),
        new ExtendedFatTree(sizes(r, 4, 3), sizes(r, 3, 3)),
        new Rail(servers * units, rails, servers, spines, spines * r.nextInt(1, 3)),
        new Rail(servers * units + 1, rails, servers, spines, r.nextInt(1, 5)),
        new Nested(railOnly, new Star(rails), true),
        new Nested(railOnly, new FullMesh(rails), true),
        new Nested(new Star(rails * units), new FullMesh(rails), false),
        new Nested(Grid.torus(4, units), Generator.ring(4), true),
        new MultiPlane(planes, fatTree, true),
        new MultiPlane(planes, Generator.fatTree(4, 3), false),
        new Nested(new MultiPlane(planes, fatTree, false), new Star(planes), true),
        new Nested(new MultiPlane(planes, fatTree, false), new FullMesh(planes), true),
        new MultiPlane(2, new Rail(servers * units, rails, servers, spines, spines), true),
        new Dragonfly(r.nextInt(1, 3), a, h, r.nextInt(1, a * h + 2)),
        new Dragonfly(r.nextInt(1, 3), a, h, a * h + 1),
        new Nested(new Dragonfly(4, a, h, a * h + 1), new Star(2), true),
        new DragonflyPlus(r.nextInt(1, 3), a, spines, h, r.nextInt(1, spines * h + 2)),
        new SlimFly(q, r.nextInt(1, 3)),
        new Jellyfish(switches, hosts + r.nextInt(2, switches), hosts, seed),
        new CubeTorus(sizes(r, 3), r.nextInt(2, 4)),
        new InterSite(r.nextInt(1, 4), fatTree, r.nextInt(1, 3)),
        new InterSite(r.nextInt(1, 4), Generator.ring(r.nextInt(1, 6)), 1));
  }

  private static List<Integer> sizes(SplittableRandom r, int most) {
    return sizes(r, most, r.nextInt(1, 4));
  }

  private static List<Integer> sizes(SplittableRandom r, int most, int count) {
    List<Integer> sizes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      sizes.add(r.nextInt(1, most + 1));
    }
    return sizes;
  }
}
