package supernode.figure.drawing;

import java.util.OptionalInt;
import supernode.analysis.LinkLine;

/**
 * What a tag of the drawing names: an instance, one of its ports, or a wiring of its assembly.
 *
 * @param path instance path; empty for the root
 * @param port empty where no port is named
 * @param wiring position among the wirings of the assembly at the path
 * @param from where the line of a wiring begins, an instance of the assembly; empty where it stands
 *     for links of several
 * @param to where it ends; empty where it stands for links to several
 */
public record Tag(String path, String port, OptionalInt wiring, String from, String to) {
  private static final char ENDS = ':';
  private static final char TO = '>';

  public static Tag parse(String tag) {
    int hash = tag.lastIndexOf('#');
    if (hash >= 0) {
      String path = hash == 0 ? "" : tag.substring(0, hash - 1);
      int ends = tag.indexOf(ENDS, hash);
      int to = tag.indexOf(TO, hash);
      int number = Integer.parseInt(tag.substring(hash + 1, ends < 0 ? tag.length() : ends));
      return new Tag(
          path,
          "",
          OptionalInt.of(number),
          ends < 0 ? "" : tag.substring(ends + 1, to),
          ends < 0 ? "" : tag.substring(to + 1));
    }
    int colon = tag.lastIndexOf(':');
    return colon < 0
        ? new Tag(tag, "", OptionalInt.empty(), "", "")
        : new Tag(tag.substring(0, colon), tag.substring(colon + 1), OptionalInt.empty(), "", "");
  }

  /** Whether the tag of a shape, relative to its assembly, is that of a wiring's line. */
  public static boolean isLine(String tag) {
    return !tag.isEmpty() && tag.charAt(0) == '#';
  }

  /** Of a line that stands for all links of a wiring. */
  static String line(int wiring) {
    return "#" + wiring;
  }

  /**
   * Of a line that begins at an instance.
   *
   * @param to empty where it ends at a trunk
   */
  static String line(int wiring, String from, String to) {
    return line(wiring) + ENDS + from + TO + to;
  }

  /** The links that the line of a wiring stands for. */
  public LinkLine line() {
    return new LinkLine(path, wiring.orElseThrow(), from, to);
  }
}
