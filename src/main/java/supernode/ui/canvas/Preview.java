package supernode.ui.canvas;

import java.util.List;
import java.util.Optional;
import supernode.figure.Box;
import supernode.quantity.Text;

/**
 * What a tool would do if the button were released now; nothing of it is in the design yet. All
 * places are in the world.
 *
 * @param ghosts where things would be
 * @param legal whether it may be
 * @param guides lines that say why it snapped
 * @param marquee what is being framed
 * @param link a link being drawn
 * @param ports ports to show: those that may be joined, and those that may not
 * @param note a sentence at the pointer: the reason, or what will happen
 */
public record Preview(
    List<Box> ghosts,
    boolean legal,
    List<Guide> guides,
    Optional<Box> marquee,
    Optional<Guide> link,
    List<Port> ports,
    Optional<Text> note) {
  public static final Preview NONE =
      new Preview(
          List.of(),
          true,
          List.of(),
          Optional.empty(),
          Optional.empty(),
          List.of(),
          Optional.empty());

  /** A line. */
  public record Guide(double x1, double y1, double x2, double y2) {}

  /** A port, and whether it may be joined. */
  public record Port(Box box, boolean legal) {}

  static Preview marquee(Box box) {
    return new Preview(
        List.of(),
        true,
        List.of(),
        Optional.of(box),
        Optional.empty(),
        List.of(),
        Optional.empty());
  }

  static Preview moving(List<Box> ghosts, List<Guide> guides, Optional<Text> refusal) {
    return new Preview(
        ghosts, refusal.isEmpty(), guides, Optional.empty(), Optional.empty(), List.of(), refusal);
  }

  Preview with(List<Port> next) {
    return new Preview(ghosts, legal, guides, marquee, link, next, note);
  }

  static Preview linking(Guide link, List<Port> ports, boolean legal, Optional<Text> note) {
    return new Preview(
        List.of(), legal, List.of(), Optional.empty(), Optional.of(link), ports, note);
  }
}
