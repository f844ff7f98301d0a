package supernode.analysis;

/**
 * Links of one wiring that are drawn as one line.
 *
 * @param at the placed assembly that is wired, as a path; empty for the root
 * @param wiring position among the wirings of that assembly
 * @param from instance of the assembly at one end, for example {@code rack[3]}; empty for all
 * @param to instance at the other end; empty for all
 */
public record LinkLine(String at, int wiring, String from, String to) {
  /** All links of a wiring. */
  public static LinkLine all(String at, int wiring) {
    return new LinkLine(at, wiring, "", "");
  }
}
