package supernode.solve.workload.schedule;

/**
 * A job with an end: training or fine-tuning.
 *
 * @param arrivalS after the day's start
 * @param chips asked for
 * @param leastChips that it can go on with
 * @param seconds on all its chips in as few domains as they need
 * @param exchangeShare of that time, spent on exchange between chips
 */
public record Task(
    String kind,
    double arrivalS,
    int chips,
    int leastChips,
    double seconds,
    double exchangeShare) {}
