package supernode.interop.graph;

import java.util.List;
import supernode.topology.CsrGraph;

/**
 * A fabric from a file.
 *
 * @param names of the vertices
 * @param rated whether every link has a capacity; if not, all have the capacity 1
 * @param forwarding whether hosts pass on what is not for them, and why
 */
public record ImportedGraph(
    CsrGraph graph, List<String> names, boolean rated, ForwardingRule forwarding) {}
