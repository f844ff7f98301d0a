package supernode.design;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import supernode.quantity.Text;

/**
 * The address of one instance: {@code compute[7].gpu[2]}, counted from zero. A missing index means
 * zero; "/" may stand for ".".
 */
public record InstancePath(List<Step> steps) {
  public static final InstancePath ROOT = new InstancePath(List.of());

  private static final Pattern STEP = Pattern.compile("([A-Za-z0-9_-]+)(?:\\[(\\d{1,9})])?");

  /** One level down: the placement's name and which of its instances. */
  public record Step(String placement, int index) {
    @Override
    public String toString() {
      return placement + "[" + index + "]";
    }
  }

  public InstancePath {
    steps = List.copyOf(steps);
  }

  /**
   * @throws DesignException when the text is no path
   */
  public static InstancePath parse(String text) {
    if (text.isBlank()) {
      return ROOT;
    }
    if (text.length() > Bounds.MAX_TEXT) {
      throw new DesignException(Text.of("design.tooLong", text.substring(0, 40) + "…"));
    }
    List<Step> steps = new ArrayList<>();
    for (String piece : text.strip().split("[./]", -1)) {
      Matcher m = STEP.matcher(piece);
      if (!m.matches()) {
        throw new DesignException(Text.of("design.path", text, piece));
      }
      steps.add(new Step(m.group(1), m.group(2) == null ? 0 : Integer.parseInt(m.group(2))));
    }
    return new InstancePath(steps);
  }

  public InstancePath child(String placement, int index) {
    Step[] next = steps.toArray(new Step[steps.size() + 1]);
    next[steps.size()] = new Step(placement, index);
    return new InstancePath(List.of(next));
  }

  public boolean isRoot() {
    return steps.isEmpty();
  }

  public InstancePath parent() {
    return new InstancePath(steps.subList(0, steps.size() - 1));
  }

  public Step last() {
    return steps.getLast();
  }

  /** Whether this is {@code other} or lies inside it. */
  public boolean isWithin(InstancePath other) {
    return steps.size() >= other.steps.size()
        && steps.subList(0, other.steps.size()).equals(other.steps);
  }

  @Override
  public String toString() {
    return String.join(".", steps.stream().map(Step::toString).toList());
  }
}
