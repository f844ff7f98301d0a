package supernode.design;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import supernode.quantity.Text;

/**
 * Ports of some instances inside an assembly: {@code compute[*].gpu[0..3].nvlink}. The last piece
 * names a port or, on an assembly, what it exposes; a piece without an index means all instances.
 */
public record Selector(List<Step> steps, String port) {
  private static final Pattern STEP =
      Pattern.compile("([A-Za-z0-9_-]+)(?:\\[(?:(\\*)|(\\d{1,9})(?:\\.\\.(\\d{1,9}))?)])?");

  /**
   * A range of instances of a placement.
   *
   * @param first first index
   * @param last last index, or {@link #ALL}
   */
  public record Step(String placement, int first, int last) {
    public static final int ALL = Integer.MAX_VALUE;

    public boolean isAll() {
      return first == 0 && last == ALL;
    }

    @Override
    public String toString() {
      if (isAll()) {
        return placement + "[*]";
      }
      return placement + "[" + (first == last ? "" + first : first + ".." + last) + "]";
    }
  }

  public Selector {
    steps = List.copyOf(steps);
  }

  /**
   * @throws DesignException when the text is no selector
   */
  public static Selector parse(String text) {
    if (text.length() > Bounds.MAX_TEXT) {
      throw new DesignException(Text.of("design.tooLong", text.substring(0, 40) + "…"));
    }
    List<String> pieces = pieces(text.strip());
    List<Step> steps = new ArrayList<>();
    for (String piece : pieces.subList(0, pieces.size() - 1)) {
      steps.add(step(text, piece));
    }
    String port = pieces.getLast();
    if (steps.isEmpty() || !port.matches("[A-Za-z0-9_-]+")) {
      throw new DesignException(Text.of("design.selector", text, port));
    }
    return new Selector(steps, port);
  }

  /** Ranges contain dots: splits only outside brackets. */
  private static List<String> pieces(String text) {
    List<String> pieces = new ArrayList<>();
    int start = 0;
    boolean inside = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      inside = c == '[' || (inside && c != ']');
      if (!inside && (c == '.' || c == '/')) {
        pieces.add(text.substring(start, i));
        start = i + 1;
      }
    }
    pieces.add(text.substring(start));
    return pieces;
  }

  private static Step step(String text, String piece) {
    Matcher m = STEP.matcher(piece);
    if (!m.matches()) {
      throw new DesignException(Text.of("design.selector", text, piece));
    }
    if (m.group(3) == null) {
      return new Step(m.group(1), 0, Step.ALL);
    }
    int first = Integer.parseInt(m.group(3));
    int last = m.group(4) == null ? first : Integer.parseInt(m.group(4));
    if (last < first) {
      throw new DesignException(Text.of("design.selector", text, piece));
    }
    return new Step(m.group(1), first, last);
  }

  @Override
  public String toString() {
    return String.join(".", steps.stream().map(Step::toString).toList()) + "." + port;
  }
}
