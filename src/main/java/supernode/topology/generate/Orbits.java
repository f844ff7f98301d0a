package supernode.topology.generate;

import java.util.function.IntUnaryOperator;

/**
 * Which vertices a group of automorphisms exchanges. The group keeps every link's cable, so that
 * all shortest-path answers of one vertex hold for its whole orbit; the orbits of the directions of
 * links under the same group come with the links, see {@link Wires}.
 *
 * @param ofVertex orbit number of a vertex, from 0
 */
public record Orbits(IntUnaryOperator ofVertex) {}
