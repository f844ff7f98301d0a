package supernode.figure.drawing;

import java.util.OptionalInt;

/**
 * What a tag of the drawing names: an instance, one of its ports, or a wiring of its assembly.
 *
 * @param path instance path; empty for the root
 * @param port empty where no port is named
 * @param wiring position among the wirings of the assembly at the path
 */
public record Tag(String path, String port, OptionalInt wiring) {
  public static Tag parse(String tag) {
    int hash = tag.lastIndexOf('#');
    if (hash >= 0) {
      String path = hash == 0 ? "" : tag.substring(0, hash - 1);
      return new Tag(path, "", OptionalInt.of(Integer.parseInt(tag.substring(hash + 1))));
    }
    int colon = tag.lastIndexOf(':');
    return colon < 0
        ? new Tag(tag, "", OptionalInt.empty())
        : new Tag(tag.substring(0, colon), tag.substring(colon + 1), OptionalInt.empty());
  }
}
