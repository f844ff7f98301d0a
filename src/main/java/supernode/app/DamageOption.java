package supernode.app;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import supernode.design.Damage;
import supernode.design.Design;
import supernode.design.Fabric;
import supernode.design.InstancePath;

/** What "--fail" and "--fail-random" say besides whole instances. */
final class DamageOption {
  private static final Pattern LINKS = Pattern.compile("([^~]+)~([^~*]+)(?:\\*(\\d{1,9}))?");
  private static final Pattern PORT = Pattern.compile("([^:]+):([^:\\[]+)\\[(\\d{1,9})]");
  private static final Pattern PAIR = Pattern.compile("(\\w+)=([\\w-]+)");

  private DamageOption() {}

  /** Links, a port or a plane; empty where the text is the path of an instance. */
  static Optional<Damage> single(String text) {
    Matcher links = LINKS.matcher(text);
    if (links.matches()) {
      int count = links.group(3) == null ? 0 : Integer.parseInt(links.group(3));
      return Optional.of(new Damage.Links(path(links.group(1)), path(links.group(2)), count));
    }
    Matcher port = PORT.matcher(text);
    if (port.matches()) {
      int index = Integer.parseInt(port.group(3));
      Optional<Fabric> fabric = Fabric.ofKey(port.group(1));
      return Optional.of(
          fabric.isPresent() && port.group(2).equals("plane")
              ? new Damage.Plane(fabric.get(), index)
              : new Damage.Port(path(port.group(1)), port.group(2), index));
    }
    return Optional.empty();
  }

  private static String path(String text) {
    return InstancePath.parse(text).toString();
  }

  /** "links=16,seed=7,fabric=scale-out"; the fabric between nodes where none is named. */
  static Damage random(String text, Design design) {
    Damage.Part part = null;
    int count = 0;
    long seed = 1;
    Fabric fabric = betweenNodes(design);
    for (String piece : text.split(",", -1)) {
      Matcher pair = PAIR.matcher(piece);
      if (!pair.matches()) {
        throw new BadInput("app.failRandom", text);
      }
      String value = pair.group(2);
      switch (pair.group(1)) {
        case "seed" -> seed = number(text, value);
        case "fabric" ->
            fabric = Fabric.ofKey(value).orElseThrow(() -> new BadInput("app.failRandom", text));
        default -> {
          part =
              Damage.Part.ofKey(pair.group(1))
                  .orElseThrow(() -> new BadInput("app.failRandom", text));
          count = number(text, value);
        }
      }
    }
    if (part == null) {
      throw new BadInput("app.failRandom", text);
    }
    return new Damage.Random(part, fabric, count, seed);
  }

  private static int number(String text, String value) {
    try {
      return Integer.parseUnsignedInt(value);
    } catch (NumberFormatException _) {
      throw new BadInput("app.failRandom", text);
    }
  }

  private static Fabric betweenNodes(Design design) {
    List<Fabric> wired =
        design.assemblies().values().stream()
            .flatMap(a -> a.wirings().stream())
            .map(w -> w.fabric())
            .toList();
    return wired.contains(Fabric.SCALE_OUT) ? Fabric.SCALE_OUT : Fabric.SCALE_UP;
  }
}
