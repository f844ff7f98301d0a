package supernode.design;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import supernode.quantity.Text;

/** A direct network's size as people write it: {@code 4x4x8}, {@code a=4 h=2 g=9}, {@code q=5}. */
public final class NetworkText {
  private static final String TWIST = " twist=";

  private NetworkText() {}

  public static String of(DirectNetwork network) {
    return switch (network) {
      case DirectNetwork.Torus(List<Integer> dims, int twist) ->
          dims(dims) + (twist > 0 ? TWIST + twist : "");
      case DirectNetwork.Mesh(List<Integer> dims) -> dims(dims);
      case DirectNetwork.HyperX(List<Integer> dims) -> dims(dims);
      case DirectNetwork.Dragonfly(int a, int h, int g) -> "a=" + a + " h=" + h + " g=" + g;
      case DirectNetwork.SlimFly(int q) -> "q=" + q;
      case DirectNetwork.Jellyfish(int degree, long seed) -> "degree=" + degree + " seed=" + seed;
    };
  }

  private static String dims(List<Integer> dims) {
    return dims.stream().map(String::valueOf).collect(Collectors.joining("x"));
  }

  /**
   * Reads what {@link #of} writes.
   *
   * @param like a network of the wanted kind
   * @throws DesignException when the text does not say the size
   */
  public static DirectNetwork parse(String typed, DirectNetwork like) {
    try {
      return switch (like) {
        case DirectNetwork.Torus _ -> {
          String[] sides = typed.strip().split(TWIST, 2);
          int twist = sides.length > 1 ? Integer.parseInt(sides[1].strip()) : 0;
          yield new DirectNetwork.Torus(dims(sides[0]), twist);
        }
        case DirectNetwork.Mesh _ -> new DirectNetwork.Mesh(dims(typed));
        case DirectNetwork.HyperX _ -> new DirectNetwork.HyperX(dims(typed));
        case DirectNetwork.Dragonfly _ -> {
          Map<String, Integer> named = named(typed, List.of("a", "g", "h"));
          yield new DirectNetwork.Dragonfly(named.get("a"), named.get("h"), named.get("g"));
        }
        case DirectNetwork.SlimFly _ ->
            new DirectNetwork.SlimFly(named(typed, List.of("q")).get("q"));
        case DirectNetwork.Jellyfish _ -> {
          Map<String, Integer> named = named(typed, List.of("degree", "seed"));
          yield new DirectNetwork.Jellyfish(named.get("degree"), named.get("seed"));
        }
      };
    } catch (NumberFormatException _) {
      throw new DesignException(Text.of("design.networkText", typed, of(like)));
    }
  }

  private static List<Integer> dims(String typed) {
    return Arrays.stream(typed.strip().split("\\s*[x×*]\\s*", -1)).map(Integer::valueOf).toList();
  }

  private static Map<String, Integer> named(String typed, List<String> names) {
    Map<String, Integer> found = new TreeMap<>();
    for (String word : typed.strip().split("[\\s,;]+", -1)) {
      int equals = word.indexOf('=');
      found.put(
          word.substring(0, Math.max(0, equals)), Integer.valueOf(word.substring(equals + 1)));
    }
    if (!List.copyOf(found.keySet()).equals(names)) {
      throw new NumberFormatException(typed);
    }
    return found;
  }
}
