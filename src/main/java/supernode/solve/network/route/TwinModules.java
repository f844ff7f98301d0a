package supernode.solve.network.route;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import supernode.solve.network.rate.Colours;

/**
 * Which cells of a fabric can change places. A cell of endpoints with the switches that serve it
 * alone is a module (a leaf with its hosts); modules that are built alike and hang on the same
 * other cells are twins, and exchanging two twins changes nothing. Twins are then one thing, and
 * the same is looked for one level up (pods of leaves, and so on). What a fault touches looks
 * different and stays apart.
 */
final class TwinModules {
  /** By what is the same in twins of twins first, so that parts are numbered alike in them. */
  private static final Comparator<Serving> BY_LOOK =
      Comparator.comparingLong(Serving::inward).thenComparingLong(Serving::outward);

  private final FabricClasses classes;
  private final int[] leader;

  /** The thing that a cell is in, and as which part of it; -1 for a switch that is in none. */
  private final int[] owner;

  private final int[] part;

  /** What a thing looks like inside, and of how many parts it is. */
  private long[] inside;

  private int[] parts;

  /** A switch cell that touches one thing only: what it looks like from inside, and outward. */
  private record Serving(int cell, long inward, long outward) {
    long look() {
      return Colours.mix(inward + Colours.mix(outward));
    }
  }

  private TwinModules(FabricClasses classes) {
    this.classes = classes;
    int endpoints = classes.endpointCells();
    leader = IntStream.range(0, classes.cells()).toArray();
    owner = new int[classes.cells()];
    Arrays.setAll(owner, c -> c < endpoints ? c : -1);
    part = new int[classes.cells()];
    inside = new long[endpoints];
    Arrays.setAll(inside, this::withinCell);
    parts = new int[endpoints];
    Arrays.fill(parts, 1);
  }

  private long withinCell(int cell) {
    long sum = Colours.mix(classes.size(cell));
    for (int a = classes.arcStart(cell); a < classes.arcStart(cell + 1); a++) {
      if (classes.arcHead(a) == cell) {
        sum += Colours.mix(Colours.bits(classes.arcCapacity(a)) + classes.arcCount(a));
      }
    }
    return Colours.mix(sum);
  }

  /** Servers as the smallest things, their endpoints as parts of them. */
  private TwinModules(FabricClasses classes, int[] server, int[] rail, int servers, int rails) {
    this.classes = classes;
    leader = IntStream.range(0, classes.cells()).toArray();
    owner = new int[classes.cells()];
    Arrays.fill(owner, -1);
    part = new int[classes.cells()];
    for (int c = 0; c < server.length; c++) {
      owner[c] = server[c];
      part[c] = rail[c];
    }
    inside = new long[servers];
    for (int c = 0; c < server.length; c++) {
      long sum = Colours.mix(rail[c] + 1);
      for (int a = classes.arcStart(c); a < classes.arcStart(c + 1); a++) {
        if (owner[classes.arcHead(a)] == server[c]) {
          long kind = Colours.mix(Colours.bits(classes.arcCapacity(a)) + classes.arcCount(a));
          sum += Colours.mix(kind + part[classes.arcHead(a)]);
        }
      }
      inside[server[c]] += Colours.mix(sum);
    }
    parts = new int[servers];
    Arrays.fill(parts, rails);
  }

  /** Orbit of each cell under the exchanges found, named by one cell of it. */
  static int[] orbits(FabricClasses classes) {
    return orbits(new TwinModules(classes));
  }

  /**
   * The same under exchanges of servers as wholes, in which each endpoint keeps its rail.
   *
   * @param server of each cell of endpoints, which are of one endpoint each
   * @param rail its place in the server
   */
  static int[] orbits(FabricClasses classes, int[] server, int[] rail, int servers, int rails) {
    return orbits(new TwinModules(classes, server, rail, servers, rails));
  }

  private static int[] orbits(TwinModules modules) {
    boolean merging = modules.inside.length > 1;
    while (merging) {
      merging = modules.mergeTwins();
    }
    return IntStream.range(0, modules.owner.length).map(modules::find).toArray();
  }

  private boolean mergeTwins() {
    int things = inside.length;
    List<List<Serving>> serving = serving();
    int[] serves = new int[owner.length];
    Arrays.fill(serves, -1);
    long[] look = inside.clone();
    for (int t = 0; t < things; t++) {
      for (Serving s : serving.get(t)) {
        serves[s.cell()] = t;
        look[t] += Colours.mix(s.look());
      }
    }
    for (int c = 0; c < owner.length; c++) {
      // One cell of each part is enough: the others are its twins.
      if (owner[c] >= 0 && find(c) == c) {
        look[owner[c]] += outward(c, serves);
      }
    }
    Map<Long, List<Integer>> alike = new HashMap<>();
    for (int t = 0; t < things; t++) {
      alike.computeIfAbsent(look[t], _ -> new ArrayList<>()).add(t);
    }
    if (alike.size() == things) {
      return false;
    }
    exchange(alike, serving);
    return true;
  }

  private List<List<Serving>> serving() {
    List<List<Serving>> serving = new ArrayList<>();
    for (int t = 0; t < inside.length; t++) {
      serving.add(new ArrayList<>(1));
    }
    for (int c = classes.endpointCells(); c < owner.length; c++) {
      int only = owner[c] >= 0 ? -2 : -1;
      for (int a = classes.arcStart(c); only > -2 && a < classes.arcStart(c + 1); a++) {
        int t = owner[classes.arcHead(a)];
        if (t >= 0) {
          only = only == -1 || only == t ? t : -2;
        }
      }
      if (only >= 0) {
        serving.get(only).add(seenFrom(c, only));
      }
    }
    serving.forEach(s -> s.sort(BY_LOOK));
    return serving;
  }

  /** Links into the thing count by part, others by the very cell that they lead to. */
  private Serving seenFrom(int cell, int thing) {
    long outside = 0;
    long sum = Colours.mix(classes.size(cell));
    Map<Long, Integer> inward = new HashMap<>();
    for (int a = classes.arcStart(cell); a < classes.arcStart(cell + 1); a++) {
      int head = classes.arcHead(a);
      if (owner[head] == thing) {
        long kind = Colours.mix(part[head] + Colours.mix(Colours.bits(classes.arcCapacity(a))));
        inward.merge(kind, classes.arcCount(a), Integer::sum);
      } else {
        outside += toCell(a);
      }
    }
    for (Map.Entry<Long, Integer> e : inward.entrySet()) {
      sum += Colours.mix(e.getKey() + e.getValue());
    }
    return new Serving(cell, Colours.mix(sum), outside);
  }

  /** Where a part of a thing leads beside what serves the thing. */
  private long outward(int cell, int[] serves) {
    long sum = 0;
    for (int a = classes.arcStart(cell); a < classes.arcStart(cell + 1); a++) {
      int head = classes.arcHead(a);
      if (owner[head] != owner[cell] && serves[head] != owner[cell]) {
        sum += toCell(a);
      }
    }
    return sum == 0 ? 0 : Colours.mix(sum + Colours.mix(part[cell]));
  }

  private long toCell(int arc) {
    long rate = Colours.mix(Colours.bits(classes.arcCapacity(arc)) + classes.arcCount(arc));
    return Colours.mix(rate + classes.arcHead(arc));
  }

  private void exchange(Map<Long, List<Integer>> alike, List<List<Serving>> serving) {
    int[] now = new int[inside.length];
    boolean[] merged = new boolean[inside.length];
    long[] nextInside = new long[alike.size()];
    int[] nextParts = new int[alike.size()];
    int thing = 0;
    for (Map.Entry<Long, List<Integer>> e : alike.entrySet()) {
      List<Integer> twins = e.getValue();
      int first = twins.getFirst();
      boolean several = twins.size() > 1;
      nextInside[thing] = inside[first];
      if (several) {
        for (Serving s : serving.get(first)) {
          nextInside[thing] += Colours.mix(s.inward());
        }
        nextInside[thing] = Colours.mix(nextInside[thing] + twins.size());
      }
      nextParts[thing] = parts[first] + (several ? serving.get(first).size() : 0);
      for (int t : twins) {
        now[t] = thing;
        merged[t] = several;
      }
      thing++;
    }
    int[][] firstOfPart = new int[thing][];
    for (int c = 0; c < owner.length; c++) {
      if (owner[c] >= 0) {
        owner[c] = now[owner[c]];
        join(c, firstOfPart, nextParts);
      }
    }
    for (int t = 0; t < now.length; t++) {
      for (int i = 0; merged[t] && i < serving.get(t).size(); i++) {
        int c = serving.get(t).get(i).cell();
        owner[c] = now[t];
        part[c] = parts[t] + i;
        join(c, firstOfPart, nextParts);
      }
    }
    inside = nextInside;
    parts = nextParts;
  }

  private void join(int cell, int[][] firstOfPart, int[] partsOf) {
    int t = owner[cell];
    if (firstOfPart[t] == null) {
      firstOfPart[t] = new int[partsOf[t]];
      Arrays.fill(firstOfPart[t], -1);
    }
    int first = firstOfPart[t][part[cell]];
    if (first < 0) {
      firstOfPart[t][part[cell]] = cell;
    } else {
      leader[find(cell)] = find(first);
    }
  }

  private int find(int cell) {
    int c = cell;
    while (leader[c] != c) {
      leader[c] = leader[leader[c]];
      c = leader[c];
    }
    return c;
  }
}
