package supernode.analysis;

/**
 * Link directions between the same kinds of places that are equally busy.
 *
 * @param from places where they begin, without their numbers: {@code compute.gpu}
 * @param to places where they end
 * @param links how many
 * @param utilisation of each, 0 to 1
 * @param capacityBytesPerS of each
 * @param flowsLimited flows that full links of this kind hold back; 0 where they hold back none
 * @param limitBytesPerS rate of the slowest of these flows
 */
public record LinkClass(
    String from,
    String to,
    long links,
    double utilisation,
    double capacityBytesPerS,
    long flowsLimited,
    double limitBytesPerS) {}
