package supernode.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import supernode.analysis.CollectiveRanks;
import supernode.quantity.Text;
import supernode.solve.Outcome;
import supernode.solve.network.collective.Grid;
import supernode.solve.network.collective.LinkCalibration;
import supernode.solve.network.collective.RankNetwork;
import supernode.solve.network.collective.Tier;
import supernode.solve.network.latency.LatencyTerms;
import supernode.solve.network.route.EcmpRoutes;
import supernode.topology.CsrGraph;
import supernode.topology.CsrGraphBuilder;
import supernode.topology.LinkSpec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A machine in one line instead of a design: {@code {"kind":"full-mesh","ranks":8,"linkGBps":64}}.
 */
final class MachineReader {
  private static final int MOST_RANKS = 4096;
  private static final double PACKET_BYTES = 4096;
  private static final Set<String> KEYS =
      Set.of(
          "kind",
          "ranks",
          "dims",
          "linkGBps",
          "links",
          "latencyNs",
          "protocol",
          "reducing",
          "ranksPerNode",
          "nicGBps");

  private final String file;
  private final JsonNode root;

  private MachineReader(String file, JsonNode root) {
    this.file = file;
    this.root = root;
  }

  /** Whether a file is such a machine and not a design. */
  static boolean isMachine(Path file) {
    try (java.io.Reader in = Files.newBufferedReader(file)) {
      char[] start = new char[4096];
      int n = in.read(start);
      String text = n < 0 ? "" : new String(start, 0, n);
      return text.contains("\"kind\"") && !text.contains("\"format\"");
    } catch (java.io.IOException _) {
      return false;
    }
  }

  /**
   * Reads one.
   *
   * @param chosen ranks that take part; all if empty
   */
  static CollectiveRanks read(Path file, List<Integer> chosen) {
    try {
      JsonNode root = JsonMapper.shared().readTree(Files.readString(file));
      return new MachineReader(file.toString(), root).machine(chosen);
    } catch (java.io.IOException _) {
      throw new BadInput("store.unreadable", file.toString());
    } catch (JacksonException e) {
      var at = e.getLocation();
      throw new BadInput(
          "maxmin.notJson",
          file.toString(),
          at == null ? 1 : at.getLineNr(),
          at == null ? 1 : at.getColumnNr());
    }
  }

  private CollectiveRanks machine(List<Integer> chosen) {
    for (String key : root.propertyNames()) {
      if (!KEYS.contains(key)) {
        throw bad(Text.of("collective.machineKey", key));
      }
    }
    int[] dims = dims();
    int ranks = Arrays.stream(dims).reduce(1, (a, b) -> a * b);
    int perNode = (int) number("ranksPerNode", 1, MOST_RANKS, ranks);
    double rate = number("linkGBps", 1e-6, 1e9, Double.NaN) * 1e9;
    int links = (int) number("links", 1, 1024, 1);
    LinkSpec link = new LinkSpec(rate * links, number("latencyNs", 0, 1e12, 0) * 1e-9, 0, 0);
    String protocol = root.path("protocol").asString("");
    boolean reducing = root.path("reducing").asBoolean(false);
    List<Tier> tiers = new ArrayList<>();
    List<CollectiveRanks.LinkNames> names = new ArrayList<>();
    int nodes = perNode < ranks && ranks % perNode == 0 ? ranks / perNode : 1;
    if (chosen.stream().anyMatch(r -> r >= ranks)) {
      throw new BadInput("collective.noRanks", chosen.getLast());
    }
    int[] taking =
        chosen.isEmpty()
            ? IntStream.range(0, ranks).toArray()
            : chosen.stream().mapToInt(Integer::intValue).toArray();
    if (taking.length < 2) {
      throw new BadInput("collective.oneRank", taking.length);
    }
    CsrGraph up = graph(nodes, nodes == 1 ? dims : new int[] {perNode}, kind(), link);
    tiers.add(tier(Tier.Kind.SCALE_UP, up, taking, reducing, protocol));
    names.add(names(up));
    Grid grid = new Grid(Arrays.stream(dims).boxed().toList());
    if (nodes > 1) {
      LinkSpec nic = LinkSpec.of(number("nicGBps", 1e-6, 1e9, Double.NaN) * 1e9);
      CsrGraph out = graph(1, new int[] {ranks}, "switch", nic);
      tiers.add(tier(Tier.Kind.SCALE_OUT, out, taking, false, "Ethernet"));
      names.add(names(out));
      grid = Grid.of(perNode, nodes);
    }
    return new CollectiveRanks(
        new RankNetwork(taking.length, tiers),
        taking.length == ranks ? grid : Grid.of(taking.length),
        Arrays.stream(taking).mapToObj(r -> "rank[" + r + "]").toList(),
        names);
  }

  private String kind() {
    return root.path("kind").asString("");
  }

  /** Lengths of the axes, the first one innermost; one axis where none are given. */
  private int[] dims() {
    JsonNode given = root.get("dims");
    int[] dims =
        given == null || !given.isArray()
            ? new int[] {(int) number("ranks", 2, MOST_RANKS, Double.NaN)}
            : IntStream.range(0, given.size()).map(i -> given.get(i).asInt(0)).toArray();
    long all = 1;
    for (int d : dims) {
      all *= d >= 1 && all <= MOST_RANKS ? d : MOST_RANKS + 1L;
    }
    if (all < 2 || all > MOST_RANKS) {
      throw bad(Text.of("collective.machineNumber", "dims", 2, MOST_RANKS));
    }
    return dims;
  }

  private double number(String key, double least, double most, double otherwise) {
    JsonNode node = root.get(key);
    double value = node == null ? otherwise : node.isNumber() ? node.doubleValue() : Double.NaN;
    if (!(value >= least && value <= most)) {
      throw bad(Text.of("collective.machineNumber", key, least, most));
    }
    return value;
  }

  private BadInput bad(Text why) {
    return new BadInput("collective.badMachine", file, why);
  }

  private CsrGraph graph(int nodes, int[] dims, String kind, LinkSpec link) {
    int perNode = Arrays.stream(dims).reduce(1, (a, b) -> a * b);
    CsrGraphBuilder b = new CsrGraphBuilder();
    for (int e = 0; e < nodes * perNode; e++) {
      b.addEndpoint(0);
    }
    for (int node = 0; node < nodes; node++) {
      int first = node * perNode;
      switch (kind) {
        case "switch" -> {
          int s = b.addSwitch(0);
          for (int e = 0; e < perNode; e++) {
            b.addLink(first + e, s, link);
          }
        }
        case "full-mesh" -> {
          for (int e = 0; e < perNode; e++) {
            for (int f = e + 1; f < perNode; f++) {
              b.addLink(first + e, first + f, link);
            }
          }
        }
        case "ring", "torus" -> axes(b, first, dims, true, link);
        case "mesh" -> axes(b, first, dims, false, link);
        default -> throw bad(Text.of("collective.machineKind", kind));
      }
    }
    return b.build();
  }

  private static void axes(
      CsrGraphBuilder b, int first, int[] dims, boolean closed, LinkSpec link) {
    int all = Arrays.stream(dims).reduce(1, (x, y) -> x * y);
    int stride = 1;
    for (int n : dims) {
      for (int e = 0; e < all; e++) {
        int at = e / stride % n;
        // A ring of two is one link, not two.
        boolean last = at == n - 1;
        if (n > 1 && (!last || (closed && n > 2))) {
          b.addLink(first + e, first + e + (last ? (1 - n) * stride : stride), link);
        }
      }
      stride *= n;
    }
  }

  private static Tier tier(
      Tier.Kind kind, CsrGraph graph, int[] ranks, boolean reducing, String protocol) {
    BitSet switches = new BitSet();
    if (reducing) {
      IntStream.range(0, graph.vertexCount())
          .filter(v -> !graph.isEndpoint(v))
          .forEach(switches::set);
    }
    Outcome<EcmpRoutes> routes = EcmpRoutes.of(graph);
    return new Tier(
        kind,
        routes.asOptional().orElseThrow(() -> new BadInput(routes.whyNot().orElseThrow())),
        new LatencyTerms(0, 0, 0, PACKET_BYTES),
        ranks,
        switches,
        LinkCalibration.ofProtocol(protocol));
  }

  private static CollectiveRanks.LinkNames names(CsrGraph graph) {
    return new CollectiveRanks.LinkNames() {
      @Override
      public String from(int channel) {
        return name(graph.channelFrom(channel));
      }

      @Override
      public String to(int channel) {
        return name(graph.channelTo(channel));
      }

      private String name(int v) {
        int ranks = graph.endpointCount();
        return v < ranks ? "rank[" + v + "]" : "switch[" + (v - ranks) + "]";
      }
    };
  }
}
