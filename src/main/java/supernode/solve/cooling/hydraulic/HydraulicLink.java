package supernode.solve.cooling.hydraulic;

/**
 * What joins two nodes.
 *
 * @param from index of the first node; flow from it to {@code to} counts positive
 * @param copies how many equal parallel ones this link stands for. A branch of several links in
 *     line, with nodes of its own, can stand for n equal branches when each of its links says n;
 *     the flows given for it are those of one
 */
public record HydraulicLink(String label, int from, int to, LinkLaw law, double copies) {
  public static HydraulicLink of(String label, int from, int to, LinkLaw law) {
    return new HydraulicLink(label, from, to, law, 1);
  }

  /** Whether it differs in nothing but its name and its ends. */
  public boolean isLike(HydraulicLink other) {
    return copies == other.copies && law.equals(other.law);
  }
}
