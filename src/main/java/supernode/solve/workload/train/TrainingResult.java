package supernode.solve.workload.train;

import supernode.quantity.Text;

/**
 * A training step.
 *
 * @param bottleneck what takes longest, and over which fabric
 * @param work what a microbatch takes on a stage
 */
public record TrainingResult(
    Strategy strategy,
    double stepSeconds,
    StepParts parts,
    Utilisation utilisation,
    MemoryParts memory,
    double tokensPerSecond,
    Text bottleneck,
    StepWork work) {}
