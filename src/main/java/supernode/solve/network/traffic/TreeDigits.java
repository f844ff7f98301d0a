package supernode.solve.network.traffic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The digits that name the vertices of an extended fat tree, where what has failed is told apart
 * and all that is equal is one: of subtrees, from the top down, or of columns, from the bottom up.
 */
final class TreeDigits {
  /** By how many digits they have. */
  final List<List<Digit>> byDepth = new ArrayList<>();

  /** Some vertices' digits up to one: a value that is named, or all the others. */
  static final class Digit {
    final Digit above;
    final int number;
    final double all;

    /** Without telling the destination apart. */
    final String name;

    final boolean towardsDestination;
    final List<Digit> below = new ArrayList<>();
    int id;

    Digit(Digit above, int number, String name, boolean towardsDestination) {
      this.above = above;
      this.number = number;
      this.all = above == null ? number : number * above.all;
      this.name = name;
      this.towardsDestination = towardsDestination;
    }
  }

  private TreeDigits(int depth) {
    for (int d = 0; d <= depth; d++) {
      byDepth.add(new ArrayList<>());
    }
  }

  /**
   * @param sizes of the digits, in their order
   * @param touched digits of what has failed
   * @param destination name of the digits of which one is told apart; empty for none
   */
  static TreeDigits of(List<Integer> sizes, List<List<Integer>> touched, String destination) {
    TreeDigits digits = new TreeDigits(sizes.size());
    Map<String, Set<Integer>> named = new HashMap<>();
    for (List<Integer> path : touched) {
      String above = "";
      for (int value : path) {
        named.computeIfAbsent(above, _ -> new HashSet<>()).add(value);
        above += "/" + value;
      }
    }
    Digit root = new Digit(null, 1, "", !destination.isEmpty());
    digits.add(root, 0, sizes, named, destination);
    return digits;
  }

  private void add(
      Digit digit,
      int depth,
      List<Integer> sizes,
      Map<String, Set<Integer>> named,
      String destination) {
    digit.id = byDepth.get(depth).size();
    byDepth.get(depth).add(digit);
    if (depth == sizes.size()) {
      return;
    }
    Set<Integer> apart = named.getOrDefault(digit.name, Set.of());
    for (int value : apart.stream().sorted().toList()) {
      String name = digit.name + "/" + value;
      digit.below.add(new Digit(digit, 1, name, leads(digit, name, destination)));
    }
    int others = sizes.get(depth) - apart.size();
    String name = digit.name + "/*";
    if (others > 0 && leads(digit, name, destination)) {
      digit.below.add(new Digit(digit, 1, name, true));
      others--;
    }
    if (others > 0) {
      digit.below.add(new Digit(digit, others, name, false));
    }
    digit.below.forEach(d -> add(d, depth + 1, sizes, named, destination));
  }

  private static boolean leads(Digit above, String name, String destination) {
    return above.towardsDestination && (destination + "/").startsWith(name + "/");
  }

  List<Digit> last() {
    return byDepth.getLast();
  }
}
