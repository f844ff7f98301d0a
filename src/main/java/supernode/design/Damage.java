package supernode.design;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import supernode.quantity.Text;

/** What has failed besides whole instances. */
public sealed interface Damage {
  /**
   * Links between two instances, or between the parts inside them.
   *
   * @param count how many of the parallel ones; 0 for all
   */
  record Links(String a, String b, int count) implements Damage {}

  /**
   * The link on one port of an instance, or of a part inside it.
   *
   * @param index among the links on ports of that name, in the order of the wirings
   */
  record Port(String path, String port, int index) implements Damage {}

  /**
   * A plane of a fabric: what hangs together when its endpoints are taken away.
   *
   * @param index in the order of the drawing
   */
  record Plane(Fabric fabric, int index) implements Damage {}

  /** So many parts of a fabric, drawn at random from those that are up. */
  record Random(Part part, Fabric fabric, int count, long seed) implements Damage {}

  /** What may be drawn at random. */
  enum Part {
    LINKS,
    SWITCHES,
    ENDPOINTS;

    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Part> ofKey(String key) {
      for (Part p : values()) {
        if (p.key().equals(key)) {
          return Optional.of(p);
        }
      }
      return Optional.empty();
    }
  }

  /** The same with each path mapped; empty where one of them is mapped to nothing. */
  default Optional<Damage> mapPaths(UnaryOperator<String> path) {
    Damage next =
        switch (this) {
          case Links(String a, String b, int count) ->
              new Links(path.apply(a), path.apply(b), count);
          case Port(String at, String port, int index) -> new Port(path.apply(at), port, index);
          case Plane p -> p;
          case Random r -> r;
        };
    return Optional.of(next).filter(d -> d.paths().stream().noneMatch(String::isEmpty));
  }

  /** The instances that it names. */
  default List<String> paths() {
    return switch (this) {
      case Links(String a, String b, int _) -> List.of(a, b);
      case Port(String at, String _, int _) -> List.of(at);
      case Plane _, Random _ -> List.of();
    };
  }

  /** What it is called. */
  default Text text() {
    return switch (this) {
      case Links(String a, String b, int count) ->
          count == 0 ? Text.of("damage.allLinks", a, b) : Text.of("damage.links", a, b, count);
      case Port(String at, String port, int index) -> Text.of("damage.port", at, port, index);
      case Plane(Fabric fabric, int index) ->
          Text.of("damage.plane", index, Text.of("fabric." + fabric.key()));
      case Random(Part part, Fabric fabric, int count, long seed) ->
          Text.of(
              "damage.random",
              count,
              Text.of("damage.part." + part.key()),
              Text.of("fabric." + fabric.key()),
              seed);
    };
  }

  /** Numbers and fabrics that cannot be. */
  default List<Text> problems() {
    List<Text> found = new ArrayList<>();
    switch (this) {
      case Links(String _, String _, int count) -> number(found, count);
      case Port(String _, String _, int index) -> number(found, index);
      case Plane(Fabric fabric, int index) -> {
        number(found, index);
        signals(found, fabric);
      }
      case Random(Part _, Fabric fabric, int count, long seed) -> {
        number(found, count);
        number(found, seed);
        signals(found, fabric);
      }
    }
    return found;
  }

  private static void number(List<Text> found, long n) {
    if (n < 0 || n > Integer.MAX_VALUE) {
      found.add(Text.of("design.damageNumber", Integer.MAX_VALUE));
    }
  }

  private static void signals(List<Text> found, Fabric fabric) {
    if (fabric.family() != supernode.catalog.LinkType.Family.SIGNAL) {
      found.add(Text.of("design.damageFabric", Text.of("fabric." + fabric.key())));
    }
  }
}
