package supernode.solve.workload.model;

/**
 * Parameters by where they are. Long enough for any model: doubles would lose the last digits.
 *
 * @param embedding tables of tokens, positions or categories, patches
 * @param attention projections of all layers
 * @param feedForward dense layers, perceptrons
 * @param router gates that pick experts
 * @param shared experts that every token uses
 * @param routed experts that are picked
 * @param norm normalisations
 * @param head from the last layer to the outputs; 0 where it is the embedding's table
 * @param activeRouted of {@code routed}, what one token uses
 */
public record Parameters(
    long embedding,
    long attention,
    long feedForward,
    long router,
    long shared,
    long routed,
    long norm,
    long head,
    long activeRouted) {
  public long total() {
    return embedding + attention + feedForward + router + shared + routed + norm + head;
  }

  /** What one token passes through, tables included as the reports count them. */
  public long active() {
    return total() - routed + activeRouted;
  }
}
