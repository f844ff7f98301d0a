package supernode.solve.network.metric;

/**
 * The narrowest cut that parts the endpoints into halves (that differ by at most one), with each
 * switch on whichever side makes the cut narrower.
 *
 * @param bytesPerS capacity across it, one way
 * @param links physical links across it
 * @param method how it was found
 */
public record Bisection(double bytesPerS, long links, Method method) {
  /** How a bisection was found. */
  public enum Method {
    /** By the formula of the kind of fabric that was generated. */
    OF_THE_KIND(true),
    /**
     * All endpoints hang on the same switches in the same way, and no switch on another: each
     * switch is cut at half of its endpoints.
     */
    EQUAL_ATTACHMENT(true),
    /** Equal direct links between all endpoints. */
    FULL_MESH(true),
    /** One ring of equal links: two of them. */
    RING(true),
    /** All ways to halve the endpoints were tried, the switches placed by minimum cut. */
    EVERY_SPLIT(true),
    /** The best of several searches: the true bisection may be narrower. */
    BEST_CUT_FOUND(false);

    private final boolean exact;

    Method(boolean exact) {
      this.exact = exact;
    }

    public boolean isExact() {
      return exact;
    }

    /** In a word: by formula, exact by trial, or the best that was found. */
    public String kind() {
      return switch (this) {
        case OF_THE_KIND, EQUAL_ATTACHMENT, FULL_MESH, RING -> "formula";
        case EVERY_SPLIT -> "exact";
        case BEST_CUT_FOUND -> "bestFound";
      };
    }
  }
}
