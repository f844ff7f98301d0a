package supernode.topology.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The extended generalised fat tree XGFT(h; m1..mh; w1..wh) of Öhring et al. (IPPS 1995): a vertex
 * of level i has m_i children and each of its children w_i parents. The k-ary fat trees are the
 * cases (k/2, k; 1, k/2) and (k/2, k/2, k; 1, k/2, k/2).
 *
 * @param children m_i, lowest level first
 * @param parents w_i, lowest level first
 */
public record ExtendedFatTree(List<Integer> children, List<Integer> parents) implements Generator {
  public ExtendedFatTree {
    children = List.copyOf(children);
    parents = List.copyOf(parents);
  }

  static ExtendedFatTree ofPorts(int k, int levels) {
    int half = k / 2;
    return levels == 2
        ? new ExtendedFatTree(List.of(half, k), List.of(1, half))
        : new ExtendedFatTree(List.of(half, half, k), List.of(1, half, half));
  }

  public int levels() {
    return children.size();
  }

  /** Vertices of a level; level 0 is the endpoints. */
  private long at(int level) {
    return Math.multiplyExact(
        Grid.product(children.subList(level, levels())), Grid.product(parents.subList(0, level)));
  }

  /** Links between a level and the one below. */
  private long linksBelow(int level) {
    return Math.multiplyExact(at(level - 1), parents.get(level - 1));
  }

  private Cable cable(int level) {
    return level == 1 ? Cable.HOST : level == 3 || level > 3 ? Cable.CORE : Cable.UPLINK;
  }

  @Override
  public Counts counts() {
    List<Counts.Tier> tiers = new ArrayList<>();
    long between = 0;
    for (int level = 1; level <= levels(); level++) {
      tiers.add(new Counts.Tier(name(level), at(level)));
      between = Math.addExact(between, level > 1 ? linksBelow(level) : 0);
    }
    return Counts.of(at(0), tiers, linksBelow(1), between);
  }

  private String name(int level) {
    List<String> names =
        switch (levels()) {
          case 1 -> List.of("crossbar");
          case 2 -> List.of("leaf", "spine");
          case 3 -> List.of("edge", "aggregation", "core");
          default -> List.of();
        };
    return names.isEmpty() ? "level " + level : names.get(level - 1);
  }

  @Override
  public void wire(Wires out) {
    int below = 0;
    int belowCount = Math.toIntExact(at(0));
    int width = 1;
    for (int level = 1; level <= levels(); level++) {
      int here = below + belowCount;
      int m = children.get(level - 1);
      int w = parents.get(level - 1);
      Cable cable = cable(level);
      for (int v = 0; v < belowCount; v++) {
        int subtree = v / width / m;
        int column = v % width;
        for (int up = 0; up < w; up++) {
          int parent = (subtree * w + up) * width + column;
          out.link(below + v, here + parent, cable, 2 * level - 2, 2 * level - 1);
        }
      }
      below = here;
      belowCount = Math.toIntExact(at(level));
      width *= w;
    }
  }

  @Override
  public Optional<Orbits> orbits() {
    int[] end = new int[levels()];
    int sum = 0;
    for (int level = 0; level < levels(); level++) {
      sum += Math.toIntExact(at(level));
      end[level] = sum;
    }
    return Optional.of(
        new Orbits(v -> {
          int level = 0;
          while (level < end.length && v >= end[level]) {
            level++;
          }
          return level;
        }));
  }

  /** Half of the subtrees of the topmost vertices, cut at the level that is narrowest. */
  @Override
  public Optional<Cut> bisection(LinkPlan links) {
    if (levels() > 1 && children.getLast() % 2 == 1) {
      return Optional.empty();
    }
    Cut best = null;
    for (int level = 1; level <= levels(); level++) {
      long half = levels() == 1 ? (at(0) / 2) * parents.getFirst() : linksBelow(level) / 2;
      Cut cut = Cut.of(half, links.rateBytesPerS(cable(level)));
      if (best == null || cut.bytesPerS() < best.bytesPerS()) {
        best = cut;
      }
    }
    return Optional.of(best);
  }

  @Override
  public boolean keepsBlocks(int size) {
    return children.getFirst() % size == 0;
  }

  @Override
  public boolean halvesBlocks(int size) {
    return children.getLast() % 2 == 0 && at(0) / children.getLast() % size == 0;
  }
}
