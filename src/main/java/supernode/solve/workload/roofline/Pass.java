package supernode.solve.workload.roofline;

import supernode.solve.workload.machine.Fleet;

/**
 * One way through a model.
 *
 * @param rows tokens that the chips of a tensor group work on together
 * @param context positions that each looks at, in the mean
 * @param cached tokens of the cache that are read; 0 where keys and values are made on the way
 * @param outputs rows that the head makes
 * @param tensor chips that share every matrix
 * @param expert chips that the experts of a layer are spread over
 */
public record Pass(
    double rows,
    double context,
    double cached,
    double outputs,
    Fleet.Group tensor,
    Fleet.Group expert) {}
