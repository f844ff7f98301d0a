package supernode.solve.workload.train;

/**
 * What one microbatch takes on a stage, second: the passes of all its chunks, and what they wait
 * for.
 *
 * @param microbatches of a replica in a step
 * @param forward computing, without the head
 * @param backward computing, what is worked out again included, without the head
 * @param headForward on the last stage
 * @param headBackward on the last stage
 * @param exchangeForward communication that is waited for
 * @param exchangeBackward communication that is waited for
 * @param hidden communication behind the passes
 * @param hiddenReplicas communication among replicas behind the passes, of the whole step
 */
public record StepWork(
    long microbatches,
    double forward,
    double backward,
    double headForward,
    double headBackward,
    double exchangeForward,
    double exchangeBackward,
    double hidden,
    double hiddenReplicas) {}
