package supernode.topology.generate;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import supernode.quantity.Text;

/** All kinds of interconnect that can be asked for by name. */
public final class Kinds {
  private static final int MANY = 1_000_000_000;

  /** In the order in which they are told. */
  public static final List<Kind> ALL =
      List.of(
          new Kind("star", "n=64", a -> new Star(a.whole("n", 1, MANY)), "n"),
          new Kind("full-mesh", "n=8", a -> new FullMesh(a.whole("n", 1, MANY)), "n"),
          new Kind("ring", "n=16", a -> Generator.ring(a.whole("n", 1, MANY)), "n"),
          new Kind("mesh", "dims=8x8", a -> new Grid(a.sizes("dims", 1, MANY), false, 0), "dims"),
          new Kind("torus", "dims=16x16x16 [twist=8]", Kinds::torus, "dims", "twist"),
          new Kind(
              "hyperx",
              "dims=8x8x8 [hosts=0]",
              a -> new HyperX(a.sizes("dims", 1, 100_000), a.whole("hosts", 0, 10_000, 0)),
              "dims",
              "hosts"),
          new Kind(
              "leaf-spine",
              "leaves=32 spines=8 hosts=16 uplinks=8",
              a ->
                  new LeafSpine(
                      a.whole("leaves", 1, MANY),
                      a.whole("spines", 1, MANY),
                      a.whole("hosts", 1, MANY),
                      a.whole("uplinks", 1, 100_000, a.whole("spines", 1, 100_000))),
              "leaves",
              "spines",
              "hosts",
              "uplinks"),
          new Kind(
              "fat-tree",
              "k=48 levels=3",
              a -> Generator.fatTree(a.even("k", 2, 4096), a.whole("levels", 2, 3, 3)),
              "k",
              "levels"),
          new Kind("xgft", "h=3 m=4x4x8 w=1x4x4", Kinds::xgft, "h", "m", "w"),
          new Kind(
              "rail",
              "servers=128 gpus=8 spines=8 [serversPerUnit=32 uplinks=8 scaleUp=none]",
              a -> rail(a, a.whole("spines", 1, 100_000), "none"),
              "servers",
              "gpus",
              "serversPerUnit",
              "spines",
              "uplinks",
              "scaleUp"),
          new Kind(
              "rail-only",
              "servers=64 gpus=8 [scaleUp=switch]",
              a -> rail(a, 0, "switch"),
              "servers",
              "gpus",
              "serversPerUnit",
              "scaleUp"),
          new Kind(
              "multi-plane",
              "planes=8 of=fat-tree k=64 levels=2 [attach=one scaleUp=none]",
              a -> planes(a, a.whole("planes", 1, 1024), "one"),
              "planes",
              "of",
              "attach",
              "scaleUp"),
          new Kind(
              "dual-plane",
              "of=leaf-spine leaves=16 spines=8 hosts=16 uplinks=16",
              a -> planes(a, 2, "all"),
              "of",
              "scaleUp"),
          new Kind(
                  "hpn",
                  "[segments=15 hosts=128 gpus=8 aggregations=60 planes=2]",
                  Kinds::hpn,
                  "segments",
                  "hosts",
                  "gpus",
                  "aggregations",
                  "planes")
              // Two ports of 200 Gb/s for each accelerator; 400 Gb/s above (SIGCOMM'24, from
              // memory).
              .withRatesGBps(Map.of(Cable.HOST, 25.0, Cable.UPLINK, 50.0)),
          new Kind(
              "dragonfly",
              "p=4 a=8 h=4 [g=33]",
              a -> {
                int routers = a.whole("a", 1, 10_000);
                int h = a.whole("h", 1, 10_000);
                return new Dragonfly(
                    a.whole("p", 1, 10_000), routers, h, a.whole("g", 1, MANY, routers * h + 1));
              },
              "p",
              "a",
              "h",
              "g"),
          new Kind(
              "dragonfly-plus",
              "p=8 leaves=8 spines=8 h=8 [g=65]",
              a -> {
                int spines = a.whole("spines", 1, 10_000);
                int h = a.whole("h", 1, 10_000);
                return new DragonflyPlus(
                    a.whole("p", 1, 10_000),
                    a.whole("leaves", 1, 10_000),
                    spines,
                    h,
                    a.whole("g", 1, MANY, spines * h + 1));
              },
              "p",
              "leaves",
              "spines",
              "h",
              "g"),
          new Kind("slim-fly", "q=13 [p=10]", Kinds::slimFly, "q", "p"),
          new Kind(
              "jellyfish",
              "switches=256 ports=32 hosts=16 [seed=1]",
              a ->
                  new Jellyfish(
                      a.whole("switches", 1, MANY),
                      a.whole("ports", 1, 10_000),
                      a.whole("hosts", 1, 10_000),
                      a.optionalLong("seed", Long.MIN_VALUE, Long.MAX_VALUE).orElse(1)),
              "switches",
              "ports",
              "hosts",
              "seed"),
          new Kind(
                  "cloudmatrix",
                  "[nodes=48 npus=8 planes=7 l2=16]",
                  Kinds::cloudMatrix,
                  "nodes",
                  "npus",
                  "planes",
                  "l2")
              // 392 GB/s of an NPU over 7 planes; 8 such ports over 16 second-tier switches.
              .withRatesGBps(Map.of(Cable.HOST, 56.0, Cable.UPLINK, 28.0)),
          new Kind(
              "hybrid",
              "groups=8 n=8 switches=4",
              a -> {
                int groups = a.whole("groups", 1, 100_000);
                int n = a.whole("n", 1, 10_000);
                Generator plane = new Star(Math.multiplyExact(groups, n));
                Generator planes = new MultiPlane(a.whole("switches", 1, 1024), plane, true);
                return new Nested(planes, new FullMesh(n), false);
              },
              "groups",
              "n",
              "switches"),
          new Kind(
              "ocs-torus",
              "cubes=4x4x4 [side=4]",
              a -> new CubeTorus(a.sizes("cubes", 1, 10_000), a.whole("side", 2, 1000, 4)),
              "cubes",
              "side"),
          new Kind(
              "inter-site",
              "sites=2 km=100 of=fat-tree k=8 [trunks=16]",
              a ->
                  new InterSite(
                      a.whole("sites", 1, 1000),
                      Kind.inner(a, "of").read(a.as(a.kindAt("of"))),
                      a.whole("trunks", 1, 100_000, 1)),
              "sites",
              "km",
              "of",
              "trunks"),
          new Kind(
              "nested",
              "of=fat-tree k=16 in=full-mesh in.n=8 [forward=no]",
              a ->
                  new Nested(
                      Kind.inner(a, "of").read(a.as(a.kindAt("of"))),
                      Kind.inner(a, "in").read(a.within("in.", a.kindAt("in"))),
                      a.word("forward", "no", "no", "yes").equals("yes")),
              "of",
              "in",
              "forward"));

  private Kinds() {}

  static String names() {
    return ALL.stream().map(Kind::key).collect(Collectors.joining(", "));
  }

  static Kind named(String key) {
    return ALL.stream()
        .filter(k -> k.key().equals(key))
        .findFirst()
        .orElseThrow(() -> new GeneratorException(Text.of("topology.noKind", key, names())));
  }

  private static Generator torus(Arguments a) {
    List<Integer> sizes = a.sizes("dims", 1, MANY);
    int twist = a.whole("twist", 0, Math.max(0, sizes.getFirst() - 1), 0);
    if (twist > 0 && (sizes.size() < 2 || sizes.getLast() < 2)) {
      throw new GeneratorException(Text.of("topology.twist"));
    }
    return new Grid(sizes, true, twist);
  }

  private static Generator xgft(Arguments a) {
    List<Integer> m = a.sizes("m", 1, 1_000_000);
    List<Integer> w = a.sizes("w", 1, 100_000);
    int h = a.whole("h", 1, 8, m.size());
    if (m.size() != h || w.size() != h) {
      throw new GeneratorException(Text.of("topology.xgft", h, m.size(), w.size()));
    }
    return new ExtendedFatTree(m, w);
  }

  private static Generator rail(Arguments a, int spines, String scaleUp) {
    int servers = a.whole("servers", 1, 10_000_000);
    int gpus = a.whole("gpus", 1, 1024, 8);
    int unit = a.whole("serversPerUnit", 1, servers, servers);
    int uplinks = spines == 0 ? 0 : a.whole("uplinks", 1, 100_000, spines);
    return scaledUp(a, new Rail(servers, gpus, unit, spines, uplinks), gpus, scaleUp, spines == 0);
  }

  private static Generator planes(Arguments a, int planes, String attach) {
    Generator plane = Kind.inner(a, "of").read(a.as(a.kindAt("of")));
    boolean all = a.word("attach", attach, "one", "all").equals("all");
    Generator fabric = new MultiPlane(planes, plane, all);
    return scaledUp(a, fabric, planes, "none", true);
  }

  private static Generator scaledUp(
      Arguments a, Generator fabric, int block, String usual, boolean forward) {
    return switch (a.word("scaleUp", usual, "none", "switch", "mesh")) {
      case "switch" -> new Nested(fabric, new Star(block), forward);
      case "mesh" -> new Nested(fabric, new FullMesh(block), forward);
      default -> fabric;
    };
  }

  private static Generator hpn(Arguments a) {
    int hosts = a.whole("hosts", 1, 10_000, 128);
    int spines = a.whole("aggregations", 1, 10_000, 60);
    int servers = Math.multiplyExact(a.whole("segments", 1, 10_000, 15), hosts);
    int gpus = a.whole("gpus", 1, 1024, 8);
    Generator plane = new Rail(servers, gpus, hosts, spines, spines);
    return new MultiPlane(a.whole("planes", 1, 1024, 2), plane, true);
  }

  private static Generator cloudMatrix(Arguments a) {
    int l2 = a.whole("l2", 1, 10_000, 16);
    Generator plane =
        new LeafSpine(a.whole("nodes", 1, 100_000, 48), l2, a.whole("npus", 1, 10_000, 8), l2);
    return new MultiPlane(a.whole("planes", 1, 1024, 7), plane, true);
  }

  private static Generator slimFly(Arguments a) {
    int q = a.whole("q", 2, 1009);
    return new SlimFly(q, a.whole("p", 1, 10_000, SlimFly.balancedHosts(q)));
  }
}
