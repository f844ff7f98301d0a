package supernode.figure.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import supernode.design.DirectNetwork;
import supernode.design.Pattern;
import supernode.figure.Box;
import supernode.figure.Points;

/** The lines of a bundle, and which instances each of them joins. */
final class Strands {
  /** Meshes of more members than this are drawn as a trunk. */
  private static final int MAX_MESH = 16;

  /** Pairs on a circle beyond which they share a trunk from far. */
  private static final int MAX_CHORDS = 120;

  /** Members of a full mesh on a circle whose pairs are drawn from near. */
  private static final int MAX_ROUND = 64;

  private final Bundles wired;

  Strands(Bundles wired) {
    this.wired = wired;
  }

  /** A line, from one instance to another or to a trunk, and its tag. */
  record Strand(Points points, String tag) {}

  /**
   * Lines from instance to instance; empty where a trunk is clearer.
   *
   * @param a where the instances at one end lie
   * @param b where those at the other end lie; empty where the first join each other
   */
  List<Strand> direct(Routes routes, Bundle bundle, List<Box> a, List<Box> b, double share) {
    List<Bundle.Member> ones = bundle.a();
    if (!b.isEmpty()) {
      return strands(
          routes.direct(a, b, share),
          i -> {
            Bundle.Member to = bundle.b().get(i % b.size());
            return Tag.line(bundle.wiring(), ones.get(i / b.size()).step(), to.step());
          });
    }
    List<int[]> pairs = a.size() < 2 ? List.of() : pairs(bundle, a);
    GridRoutes grid = isGrid(bundle.what().pattern()) ? GridRoutes.of(a) : null;
    return strands(
        pairs.stream()
            .map(pair ->
                grid == null
                    ? Routes.between(a.get(pair[0]), a.get(pair[1]))
                    : grid.between(pair[0], pair[1]))
            .toList(),
        i -> {
          int[] pair = pairs.get(i);
          return Tag.line(bundle.wiring(), ones.get(pair[0]).step(), ones.get(pair[1]).step());
        });
  }

  /**
   * Lines of a bundle on a circle.
   *
   * @param branches from far, to the trunk
   * @param across from branch to branch, a line for each pair
   * @param chords from near, the pairs
   * @param links how many links the pairs have in all
   */
  record Ringed(
      RingRoutes ring,
      List<Strand> branches,
      List<Points> across,
      List<Strand> chords,
      long links) {}

  /** The lines of a bundle of many pairs whose members stand on a circle; else empty. */
  Optional<Ringed> ringed(Bundle bundle, List<Box> boxes) {
    RingRoutes ring = bundle.b().isEmpty() ? RingRoutes.of(boxes) : null;
    if (ring == null) {
      return Optional.empty();
    }
    List<int[]> pairs = between(bundle, boxes.size());
    if (pairs.size() <= MAX_CHORDS) {
      return Optional.empty();
    }
    List<Bundle.Member> members = bundle.a();
    return Optional.of(
        new Ringed(
            ring,
            strands(
                IntStream.range(0, boxes.size()).mapToObj(ring::branch).toList(),
                i -> Tag.line(bundle.wiring(), members.get(i).step(), "")),
            pairs.stream().map(p -> ring.across(p[0], p[1])).toList(),
            strands(
                pairs.stream().map(p -> ring.chord(p[0], p[1])).toList(),
                i -> {
                  int[] pair = pairs.get(i);
                  return Tag.line(
                      bundle.wiring(), members.get(pair[0]).step(), members.get(pair[1]).step());
                }),
            pairs.stream().mapToLong(p -> p[2]).sum() * bundle.what().pattern().linksPerPair()));
  }

  /** Pairs of members and how many links each has. */
  private List<int[]> between(Bundle bundle, int n) {
    return switch (bundle.what().pattern()) {
      case Pattern.Direct d -> wired.joined(d.among(), d.network());
      case Pattern.FullMesh f when n <= MAX_ROUND -> {
        int each = (int) Math.min(wired.perPair(f.among()), Integer.MAX_VALUE);
        yield mesh(n, each);
      }
      default -> List.of();
    };
  }

  private static boolean isGrid(Pattern pattern) {
    return pattern instanceof Pattern.Direct d
        && (d.network() instanceof DirectNetwork.Torus
            || d.network() instanceof DirectNetwork.Mesh);
  }

  private List<int[]> pairs(Bundle bundle, List<Box> boxes) {
    int n = boxes.size();
    List<int[]> pairs = new ArrayList<>();
    switch (bundle.what().pattern()) {
      case Pattern.Direct d -> pairs.addAll(wired.joined(d.among(), d.network()));
      case Pattern.FullMesh _ when n <= MAX_MESH && Routes.spread(boxes) ->
          pairs.addAll(mesh(n, 1));
      case Pattern.Ring _ when n > 2 && Routes.spread(boxes) -> {
        for (int i = 0; i < n; i++) {
          pairs.add(new int[] {i, (i + 1) % n});
        }
      }
      default -> {}
    }
    return pairs;
  }

  private static List<int[]> mesh(int n, int links) {
    List<int[]> pairs = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        pairs.add(new int[] {i, j, links});
      }
    }
    return pairs;
  }

  /** The ways from the instances to a trunk. */
  static List<Strand> branches(Bundle bundle, Routes.Route route) {
    List<Bundle.Member> members =
        Stream.concat(bundle.a().stream(), bundle.b().stream()).distinct().toList();
    // Instances without a place of their own lie on one another and share a branch.
    boolean apart = members.size() == route.branches().size();
    return strands(
        route.branches(),
        i ->
            apart
                ? Tag.line(bundle.wiring(), members.get(i).step(), "")
                : Tag.line(bundle.wiring()));
  }

  private static List<Strand> strands(List<Points> lines, IntFunction<String> tag) {
    return IntStream.range(0, lines.size())
        .mapToObj(i -> new Strand(lines.get(i), tag.apply(i)))
        .toList();
  }
}
