package supernode.app;

import java.util.List;
import supernode.solve.network.rate.MaxMinProblem;

/**
 * A flow-link problem with the names that its file gives.
 *
 * @param links ids, by number; the problem may have one more link, without limit, that carries the
 *     flows that cross nothing
 * @param flows ids, by number
 */
record NamedFlows(List<String> links, List<String> flows, MaxMinProblem problem) {}
