package supernode.solve.workload.serve;

/**
 * What a stream of requests saw.
 *
 * @param ttft from arrival to the first token
 * @param tpot of a request, per token after the first
 * @param endToEnd from arrival to the last token
 * @param requestsPerSecond finished while requests came in
 * @param inputPerSecond tokens
 * @param outputPerSecond tokens
 * @param concurrent requests in the system, in the mean
 * @param busyShare of the replicas that decode
 */
public record QueueResult(
    Percentiles ttft,
    Percentiles tpot,
    Percentiles endToEnd,
    double requestsPerSecond,
    double inputPerSecond,
    double outputPerSecond,
    double concurrent,
    double busyShare) {
  /** What so many equal services see together. */
  QueueResult times(int services) {
    return new QueueResult(
        ttft,
        tpot,
        endToEnd,
        requestsPerSecond * services,
        inputPerSecond * services,
        outputPerSecond * services,
        concurrent * services,
        busyShare);
  }
}
