package supernode.solve.network.traffic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.DoubleStream;
import supernode.solve.network.rate.FlowIncidence;
import supernode.solve.network.rate.MaxMin;
import supernode.solve.network.rate.MaxMinCertificate;
import supernode.solve.network.rate.MaxMinProblem;
import supernode.solve.network.rate.MaxMinResult;
import supernode.solve.network.traffic.TreeDigits.Digit;
import supernode.topology.generate.ExtendedFatTree;

/**
 * All-to-all over shortest paths with equal splitting on an extended fat tree, with some links
 * failed, from its rule alone: the tree is never built. Exchanging equal subtrees, or equal
 * columns, changes nothing, so that vertices fall into few classes however many there are, and
 * these split only where a link has failed.
 */
public final class TreeRates {
  private final int levels;
  private final List<Integer> xSizes;
  private final TreeDigits columns;
  private final List<List<Integer>> touched;
  private final Set<String> failed = new HashSet<>();
  private final double[] bytesPerS;
  private final Map<String, Double> numberOf = new HashMap<>();
  private final Map<String, Integer> linkClass = new HashMap<>();
  private final List<double[]> links = new ArrayList<>();
  private final Map<List<Object>, Integer> flowClass = new HashMap<>();
  private final List<Map<Integer, Double>> rows = new ArrayList<>();
  private final List<double[]> flows = new ArrayList<>();
  private final TreeMap<Integer, Double> pairsByHops = new TreeMap<>();
  private double unrouted;
  private MaxMinProblem problem;
  private MaxMinResult result;

  /**
   * A link of the tree.
   *
   * @param level of its upper end, from 1
   * @param subtree digits of the lower end's subtree, the topmost first: one for each level from
   *     the top down to {@code level}
   * @param column digits of the upper end's column, the lowest first: {@code level} of them
   */
  public record TreeLink(int level, List<Integer> subtree, List<Integer> column) {
    public TreeLink {
      subtree = List.copyOf(subtree);
      column = List.copyOf(column);
    }
  }

  private TreeRates(ExtendedFatTree tree, double[] bytesPerS, List<TreeLink> failures) {
    levels = tree.levels();
    xSizes = tree.children().reversed();
    this.bytesPerS = bytesPerS.clone();
    touched = failures.stream().map(TreeLink::subtree).toList();
    columns = TreeDigits.of(tree.parents(), failures.stream().map(TreeLink::column).toList(), "");
    for (TreeLink l : failures) {
      failed.add(named(l.subtree()) + "|" + named(l.column()));
    }
  }

  private static String named(List<Integer> digits) {
    StringBuilder name = new StringBuilder();
    digits.forEach(d -> name.append('/').append(d));
    return name.toString();
  }

  /**
   * The rates.
   *
   * @param bytesPerS of the links below each level, the lowest first
   * @throws CancellationException when cancelled
   */
  public static TreeRates allToAll(
      ExtendedFatTree tree,
      double[] bytesPerS,
      List<TreeLink> failures,
      BooleanSupplier cancelled) {
    TreeRates rates = new TreeRates(tree, bytesPerS, failures);
    TreeDigits all = TreeDigits.of(rates.xSizes, rates.touched, "");
    all.byDepth.forEach(depth -> depth.forEach(d -> rates.numberOf.put(d.name, d.all)));
    for (Digit destination : all.last()) {
      if (cancelled.getAsBoolean()) {
        throw new CancellationException();
      }
      rates.new Sweep(TreeDigits.of(rates.xSizes, rates.touched, destination.name), destination)
          .run();
    }
    rates.solve(cancelled);
    return rates;
  }

  /** From all classes of endpoints to one of a class. */
  private final class Sweep {
    private final TreeDigits subtrees;
    private final double destinations;
    private final int[] first = new int[levels + 2];
    private final int[] hops;
    private final double[] amount;
    private final int[] arcStart;

    /** Per arc where it leads, over how many links, and of which class these are. */
    private int[] arc = new int[3 * 64];

    private int goal;

    Sweep(TreeDigits subtrees, Digit destination) {
      this.subtrees = subtrees;
      this.destinations = destination.all;
      for (int i = 0; i <= levels; i++) {
        first[i + 1] = first[i] + subtrees.byDepth.get(levels - i).size() * columns(i).size();
      }
      hops = new int[first[levels + 1]];
      amount = new double[hops.length];
      arcStart = new int[hops.length + 1];
      listArcs();
    }

    private List<Digit> columns(int level) {
      return columns.byDepth.get(level);
    }

    private int cell(int level, Digit x, Digit y) {
      return first[level] + x.id * columns(level).size() + y.id;
    }

    void run() {
      Arrays.fill(hops, -1);
      Digit bottom = columns(0).getFirst();
      Digit end =
          subtrees.last().stream().filter(d -> d.towardsDestination).findFirst().orElseThrow();
      goal = cell(0, end, bottom);
      int[] order = search(end, bottom);
      for (Digit source : subtrees.last()) {
        double number = source.all * destinations;
        if (source == end) {
          continue;
        }
        int start = cell(0, source, bottom);
        if (hops[start] < 0) {
          unrouted += number;
        } else {
          pairsByHops.merge(hops[start], number, Double::sum);
          add(follow(start, order), number);
        }
      }
    }

    /** Cells by their distance from the destination, nearest first. */
    private int[] search(Digit end, Digit bottom) {
      int[] order = new int[hops.length];
      hops[cell(0, end, bottom)] = 0;
      order[0] = goal;
      int[] count = {1};
      for (int i = 0; i < count[0]; i++) {
        int from = order[i];
        if (i > 0 && from < first[1]) {
          continue;
        }
        each(
            from,
            (to, _, _) -> {
              if (hops[to] < 0) {
                hops[to] = hops[from] + 1;
                order[count[0]++] = to;
              }
            });
      }
      return Arrays.copyOf(order, count[0]);
    }

    private Map<Integer, Double> follow(int start, int[] order) {
      Map<Integer, Double> row = new TreeMap<>();
      Arrays.fill(amount, 0);
      amount[start] = 1;
      for (int i = order.length - 1; i > 0; i--) {
        int from = order[i];
        double here = amount[from];
        if (here == 0) {
          continue;
        }
        double[] ways = {0};
        each(from, (to, number, _) -> ways[0] += leads(from, to) ? number : 0);
        each(
            from,
            (to, number, link) -> {
              if (leads(from, to)) {
                double share = here * number / ways[0];
                amount[to] += share;
                row.merge(link, share, Double::sum);
              }
            });
      }
      return row;
    }

    private boolean leads(int from, int to) {
      return hops[to] == hops[from] - 1 && (to >= first[1] || to == goal);
    }

    /** All links of one vertex of a cell, those to one other cell together. */
    private void each(int cell, Arc out) {
      for (int a = arcStart[cell]; a < arcStart[cell + 1]; a++) {
        out.take(arc[3 * a], arc[3 * a + 1], arc[3 * a + 2]);
      }
    }

    private void listArcs() {
      int count = 0;
      for (int level = 0; level <= levels; level++) {
        for (Digit x : subtrees.byDepth.get(levels - level)) {
          for (Digit y : columns(level)) {
            arcStart[cell(level, x, y)] = count;
            for (Digit up : y.below) {
              if (!failed.contains(x.name + "|" + up.name)) {
                int link = linkClass(level + 1, true, x, up);
                count = arc(count, cell(level + 1, x.above, up), up.number, link);
              }
            }
            for (Digit down : level > 0 ? x.below : List.<Digit>of()) {
              if (!failed.contains(down.name + "|" + y.name)) {
                int link = linkClass(level, false, down, y);
                count = arc(count, cell(level - 1, down, y.above), down.number, link);
              }
            }
          }
        }
      }
      arcStart[hops.length] = count;
    }

    private int arc(int at, int to, int number, int link) {
      if (3 * at == arc.length) {
        arc = Arrays.copyOf(arc, 2 * arc.length);
      }
      arc[3 * at] = to;
      arc[3 * at + 1] = number;
      arc[3 * at + 2] = link;
      return at + 1;
    }
  }

  private interface Arc {
    void take(int to, int number, int link);
  }

  private int linkClass(int level, boolean up, Digit x, Digit y) {
    return linkClass.computeIfAbsent(
        (up ? "+" : "-") + x.name + "|" + y.name,
        _ -> {
          links.add(new double[] {bytesPerS[level - 1], numberOf.get(x.name) * y.all});
          return links.size() - 1;
        });
  }

  private void add(Map<Integer, Double> row, double number) {
    List<Object> look = new ArrayList<>();
    row.forEach((link, share) -> {
      look.add(link);
      look.add(supernode.solve.network.rate.Colours.rounded(share));
    });
    int known = flowClass.computeIfAbsent(look, _ -> rows.size());
    if (known == rows.size()) {
      rows.add(row);
      flows.add(new double[] {0});
    }
    flows.get(known)[0] += number;
  }

  private void solve(BooleanSupplier cancelled) {
    FlowIncidence.Builder incidence = new FlowIncidence.Builder(links.size());
    for (Map<Integer, Double> row : rows) {
      row.forEach(incidence::cross);
      incidence.endFlow();
    }
    problem =
        MaxMinProblem.of(incidence.build(), links.stream().mapToDouble(l -> l[0]).toArray())
            .withCounts(
                flows.stream().mapToDouble(f -> f[0]).toArray(),
                links.stream().mapToDouble(l -> l[1]).toArray());
    result = MaxMin.solve(problem, cancelled);
  }

  /** Over the pairs that have a way. */
  public RateSummary rates() {
    double[] rate = result.ratesBytesPerS();
    double sum = 0;
    double count = 0;
    for (int f = 0; f < rate.length; f++) {
      sum += rate[f] * problem.flowCount(f);
      count += problem.flowCount(f);
    }
    return count == 0
        ? new RateSummary(0, 0, 0)
        : new RateSummary(
            DoubleStream.of(rate).min().orElse(0),
            sum / count,
            DoubleStream.of(rate).max().orElse(0));
  }

  /** Ordered pairs of endpoints by their distance in links. */
  public Map<Integer, Double> pairsByHops() {
    return Map.copyOf(pairsByHops);
  }

  public double unroutedPairs() {
    return unrouted;
  }

  public int flowClasses() {
    return rows.size();
  }

  /** Proof of the class rates. */
  public MaxMinCertificate certificate() {
    return MaxMinCertificate.check(problem, result.ratesBytesPerS());
  }
}
