package supernode.solve.cooling.hydraulic;

/** What a link does in a solution. */
public enum LinkState {
  /** Its law holds. */
  OPEN,
  /** Nothing passes: closed, or shut against flow from behind. */
  SHUT,
  /** A regulator at its setting. */
  REGULATING
}
