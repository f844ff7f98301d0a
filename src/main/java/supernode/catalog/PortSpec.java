package supernode.catalog;

/**
 * A group of equal ports of a part.
 *
 * @param name unique within the part
 * @param count how many
 */
public record PortSpec(String name, PortType type, int count) {}
