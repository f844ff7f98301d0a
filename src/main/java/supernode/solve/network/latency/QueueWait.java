package supernode.solve.network.latency;

/**
 * Time in the queue of a link. A link that is offered all that it can carry or more has no steady
 * wait: it is saturated, which is a word and not a number.
 */
public sealed interface QueueWait {
  /** A mean wait. */
  record Delay(double seconds) implements QueueWait {}

  /**
   * The queue grows without end.
   *
   * @param offeredLoad what is offered over what the link carries: 1 or more
   */
  record Saturated(double offeredLoad) implements QueueWait {}

  /**
   * M/G/1: Poisson arrivals, which is optimistic for synchronised collectives; for those see {@link
   * Incast}.
   *
   * @param offeredLoad offered rate over capacity, not what max-min lets through: that is never
   *     above 1
   */
  static QueueWait of(double offeredLoad, ServiceTime service) {
    if (!(offeredLoad >= 0)) {
      throw new IllegalArgumentException("offered load " + offeredLoad);
    }
    if (offeredLoad >= 1) {
      return new Saturated(offeredLoad);
    }
    double burst = (1 + service.squaredVariation()) / 2;
    return new Delay(offeredLoad / (1 - offeredLoad) * burst * service.meanS());
  }

  /** One queue after the other; saturated if any is, by the worst. */
  default QueueWait then(QueueWait next) {
    return switch (this) {
      case Delay(double here) ->
          switch (next) {
            case Delay(double there) -> new Delay(here + there);
            case Saturated full -> full;
          };
      case Saturated(double here) ->
          next instanceof Saturated(double there) && there > here ? next : this;
    };
  }
}
