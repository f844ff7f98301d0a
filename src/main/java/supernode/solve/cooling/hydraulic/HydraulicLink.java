package supernode.solve.cooling.hydraulic;

/**
 * What joins two nodes.
 *
 * @param name of the part that it is, or of the first of two that it joins
 * @param other name of the second; empty for a part
 * @param from index of the first node; flow from it to {@code to} counts positive
 * @param copies how many equal parallel ones this link stands for. A branch of several links in
 *     line, with nodes of its own, can stand for n equal branches when each of its links says n;
 *     the flows given for it are those of one
 */
public record HydraulicLink(
    String name, String other, int from, int to, LinkLaw law, double copies) {
  /** A part. */
  public HydraulicLink(String label, int from, int to, LinkLaw law, double copies) {
    this(label, "", from, to, law, copies);
  }

  public static HydraulicLink of(String label, int from, int to, LinkLaw law) {
    return new HydraulicLink(label, from, to, law, 1);
  }

  /** A hose between two parts. */
  public static HydraulicLink between(String a, String b, int from, int to, LinkLaw law) {
    return new HydraulicLink(a, b, from, to, law, 1);
  }

  /** The part, or both that it joins. */
  public String label() {
    return other.isEmpty() ? name : name + " – " + other;
  }

  /** The same between other nodes. */
  HydraulicLink at(int newFrom, int newTo) {
    return new HydraulicLink(name, other, newFrom, newTo, law, copies);
  }

  /** The same with another law. */
  public HydraulicLink withLaw(LinkLaw next) {
    return new HydraulicLink(name, other, from, to, next, copies);
  }

  /** Whether it differs in nothing but its name and its ends. */
  public boolean isLike(HydraulicLink that) {
    return copies == that.copies && law.equals(that.law);
  }
}
