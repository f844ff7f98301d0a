package supernode.analysis.reliability;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BooleanSupplier;
import supernode.analysis.FabricDegradation;
import supernode.catalog.PartKind;
import supernode.design.Fabric;
import supernode.topology.CsrGraph;
import supernode.topology.CutVertices;
import supernode.topology.FabricGraph;
import supernode.topology.Group;
import supernode.topology.Islands;
import supernode.topology.Link;
import supernode.topology.SystemModel;

/** What a fabric loses with parts or a link of it: endpoints that are cut off, and bandwidth. */
public final class FabricLoss {
  /** Pairs up to which losses of a fabric whose chips pass traffic on are solved, all together. */
  private static final long MOST_WORK = 1_000_000;

  private final SystemModel model;
  private final PartClasses classes;
  private final FabricGraph fabric;
  private final CsrGraph graph;
  private final int[] vertexOf;
  private final BitSet cuts;
  private final BitSet bridges;
  private final int[] firstOf;
  private final int[] island;
  private final boolean chips;
  private final boolean direct;
  private final PartKind counted;
  private final Optional<FabricDegradation> sends;
  private final BooleanSupplier cancelled;
  private Optional<Double> sound = Optional.empty();
  private long work;
  private final Map<Gone, OptionalDouble> known = new HashMap<>();

  private record Gone(BitSet vertices, BitSet links) {}

  /**
   * @param left share of its links to parts of that kind that the worst hit neighbour keeps
   * @param cutOff accelerators that are up and reach fewer others than before
   * @param estimated of a fabric whose chips pass traffic on, too large to be solved without each
   */
  public record Left(double left, int cutOff, boolean estimated) {
    static final Left ALL = new Left(1, 0, false);
  }

  /**
   * @param counted what stops
   * @param sends all-to-all of the fabric with some of it gone; empty where it is not solved
   */
  FabricLoss(
      SystemModel model,
      Fabric of,
      PartClasses classes,
      PartKind counted,
      Optional<FabricDegradation> sends,
      BooleanSupplier cancelled) {
    this.model = model;
    this.counted = counted;
    this.cancelled = cancelled;
    this.classes = classes;
    fabric = FabricGraph.of(model, of);
    graph = fabric.graph();
    this.sends = sends.filter(s -> s.isOf(graph));
    vertexOf = new int[model.instances().size()];
    Arrays.fill(vertexOf, -1);
    for (int v = 0; v < fabric.instanceOf().length; v++) {
      vertexOf[fabric.instanceOf()[v]] = v;
    }
    cuts = CutVertices.of(graph);
    bridges = CutVertices.bridges(graph);
    firstOf = new int[model.links().size()];
    Arrays.fill(firstOf, -1);
    for (int l = fabric.linkOf().length - 1; l >= 0; l--) {
      firstOf[fabric.linkOf()[l]] = l;
    }
    Islands whole = Islands.of(graph);
    island = new int[graph.vertexCount()];
    Arrays.setAll(island, whole::islandOf);
    chips = graph.endpointCount() > 0 && kind(fabric.instanceOf()[graph.endpoint(0)]) == counted;
    direct = chips && passesOn();
  }

  /** Whether chips are joined to chips. */
  private boolean passesOn() {
    for (int a = graph.arcStart(graph.endpoint(0));
        a < graph.arcStart(graph.endpoint(0) + 1);
        a++) {
      if (graph.isEndpoint(graph.arcHead(a))) {
        return true;
      }
    }
    return false;
  }

  private PartKind kind(int instance) {
    return model.instances().get(instance).part().kind();
  }

  /**
   * @param down instances
   */
  Left without(BitSet down) {
    BitSet gone = new BitSet();
    boolean passes = false;
    for (int i = down.nextSetBit(0); i >= 0; i = down.nextSetBit(i + 1)) {
      int v = i < vertexOf.length ? vertexOf[i] : -1;
      if (v >= 0) {
        gone.set(v);
        passes |= !graph.isEndpoint(v) || cuts.get(v) || !chips || direct;
      }
    }
    if (!passes) {
      return Left.ALL;
    }
    // One part that is no cut vertex parts nothing.
    boolean whole = gone.cardinality() == 1 && !cuts.get(gone.nextSetBit(0));
    BitSet apart = whole ? new BitSet() : apart(gone, new BitSet());
    return left(share(gone), apart, gone, down, new BitSet());
  }

  /** With one of the physical links that a link of the model stands for. */
  Left without(Link link) {
    int l = firstOf[link.index()];
    if (l < 0) {
      return Left.ALL;
    }
    double kept = Math.min(kept(link, link.a()), kept(link, link.b()));
    BitSet gone = new BitSet();
    gone.set(l);
    BitSet apart = bridges.get(l) ? apart(new BitSet(), gone) : new BitSet();
    return left(kept, apart, new BitSet(), new BitSet(), gone);
  }

  /**
   * Of adapters: how much of what those of a node send is left to it, one that is split over
   * several planes with a part of its own; a node without any is cut off.
   */
  private Left left(double share, BitSet apart, BitSet gone, BitSet down, BitSet links) {
    if (direct && apart.isEmpty()) {
      OptionalDouble exact = solved(gone, links);
      return new Left(exact.orElse(share), 0, exact.isEmpty());
    }
    if (chips) {
      return new Left(share, apart.cardinality(), false);
    }
    BitSet lost = (BitSet) apart.clone();
    lost.or(gone);
    double least = share;
    int off = 0;
    for (Map.Entry<Group, Double> e : lostByNode(lost, gone, links).entrySet()) {
      double sent = 0;
      int accelerators = 0;
      boolean some = false;
      for (int i = e.getKey().first(); i < e.getKey().end(); i++) {
        if (vertexOf[i] >= 0 && graph.isEndpoint(vertexOf[i])) {
          sent += capacity(vertexOf[i]);
          some |= !lost.get(vertexOf[i]);
        }
        accelerators += kind(i) == counted && !down.get(i) ? 1 : 0;
      }
      least = Math.min(least, sent > 0 ? Math.max(0, 1 - e.getValue() / sent) : 0);
      off += some ? 0 : accelerators;
    }
    return new Left(least, off, false);
  }

  /** What adapters can no longer send, by the node that they serve, byte/s. */
  private Map<Group, Double> lostByNode(BitSet lost, BitSet gone, BitSet links) {
    Map<Group, Double> byNode = new HashMap<>();
    for (int v = lost.nextSetBit(0); v >= 0; v = lost.nextSetBit(v + 1)) {
      if (graph.isEndpoint(v)) {
        byNode.merge(node(v), capacity(v), Double::sum);
      }
    }
    for (int v = gone.nextSetBit(0); v >= 0; v = gone.nextSetBit(v + 1)) {
      for (int a = graph.arcStart(v); a < graph.arcStart(v + 1); a++) {
        int to = graph.arcHead(a);
        if (graph.isEndpoint(to) && !lost.get(to)) {
          byNode.merge(node(to), graph.capacityBytesPerS(graph.arcChannel(a) / 2), Double::sum);
        }
      }
    }
    for (int l = links.nextSetBit(0); l >= 0; l = links.nextSetBit(l + 1)) {
      for (int v : new int[] {graph.channelFrom(2 * l), graph.channelTo(2 * l)}) {
        if (graph.isEndpoint(v) && !lost.get(v)) {
          byNode.merge(node(v), graph.capacityBytesPerS(l), Double::sum);
        }
      }
    }
    return byNode;
  }

  private Group node(int vertex) {
    return model.groupOf(fabric.instanceOf()[vertex]);
  }

  /** Of chips that pass traffic on, what the worst hit pair keeps; empty where too dear. */
  private OptionalDouble solved(BitSet gone, BitSet links) {
    long left = graph.endpointCount() - gone.stream().filter(graph::isEndpoint).count();
    if (left < 2) {
      return OptionalDouble.of(1);
    }
    return known.computeIfAbsent(
        new Gone(gone, links),
        _ -> {
          work += (long) graph.endpointCount() * graph.endpointCount();
          if (work > MOST_WORK) {
            return OptionalDouble.empty();
          }
          if (sound.isEmpty()) {
            sound = sent(new BitSet(), new BitSet());
          }
          Optional<Double> now = sent(gone, links);
          return sound.isPresent() && now.isPresent() && sound.get() > 0
              ? OptionalDouble.of(Math.min(1, now.get() / sound.get()))
              : OptionalDouble.empty();
        });
  }

  private Optional<Double> sent(BitSet gone, BitSet links) {
    return sends.flatMap(s -> s.leastMeanWithout(gone, links, cancelled).asOptional());
  }

  private double kept(Link link, int at) {
    if (isAdapter(vertexOf[at])) {
      return 1;
    }
    double all = capacity(vertexOf[at], classes.path(link.other(at)));
    return all > 0 ? 1 - link.rateBytesPerS() / all : 1;
  }

  /** Adapters are counted by the node that they serve. */
  private boolean isAdapter(int vertex) {
    return !chips && graph.isEndpoint(vertex);
  }

  boolean has(int instance) {
    return vertexOf[instance] >= 0;
  }

  /** Pieces that hold an endpoint. */
  int domains() {
    return Islands.of(graph).countWithEndpoints();
  }

  /** Of all links from a vertex, byte/s. */
  private double capacity(int vertex) {
    double sum = 0;
    for (int a = graph.arcStart(vertex); a < graph.arcStart(vertex + 1); a++) {
      sum += graph.capacityBytesPerS(graph.arcChannel(a) / 2);
    }
    return sum;
  }

  /** Of all links from a vertex to parts of a placement, byte/s. */
  private double capacity(int vertex, String path) {
    double sum = 0;
    for (int a = graph.arcStart(vertex); a < graph.arcStart(vertex + 1); a++) {
      if (classes.path(fabric.instanceOf()[graph.arcHead(a)]).equals(path)) {
        sum += graph.capacityBytesPerS(graph.arcChannel(a) / 2);
      }
    }
    return sum;
  }

  private double share(BitSet gone) {
    record At(int vertex, String path) {}
    Map<At, Double> lost = new HashMap<>();
    for (int v = gone.nextSetBit(0); v >= 0; v = gone.nextSetBit(v + 1)) {
      if (graph.isEndpoint(v)) {
        continue;
      }
      String path = classes.path(fabric.instanceOf()[v]);
      for (int a = graph.arcStart(v); a < graph.arcStart(v + 1); a++) {
        if (!gone.get(graph.arcHead(a)) && !isAdapter(graph.arcHead(a))) {
          lost.merge(
              new At(graph.arcHead(a), path),
              graph.capacityBytesPerS(graph.arcChannel(a) / 2),
              Double::sum);
        }
      }
    }
    double left = 1;
    for (Map.Entry<At, Double> e : lost.entrySet()) {
      double all = capacity(e.getKey().vertex(), e.getKey().path());
      left = Math.min(left, Math.max(0, 1 - e.getValue() / all));
    }
    return left;
  }

  /** Endpoints that are up, but not in the largest piece of what they could reach before. */
  private BitSet apart(BitSet vertices, BitSet links) {
    Islands islands = Islands.of(graph.without(vertices, links));
    int[] size = new int[islands.count()];
    int[] largest = new int[Arrays.stream(island).max().orElse(-1) + 1];
    Arrays.fill(largest, -1);
    for (int e = 0; e < graph.endpointCount(); e++) {
      int v = graph.endpoint(e);
      int now = islands.islandOf(v);
      if (now >= 0) {
        size[now]++;
        int most = largest[island[v]];
        largest[island[v]] = most < 0 || size[now] > size[most] ? now : most;
      }
    }
    BitSet apart = new BitSet();
    for (int e = 0; e < graph.endpointCount(); e++) {
      int v = graph.endpoint(e);
      int now = islands.islandOf(v);
      apart.set(v, now >= 0 && now != largest[island[v]]);
    }
    return apart;
  }
}
