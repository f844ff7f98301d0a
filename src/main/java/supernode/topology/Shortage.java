package supernode.topology;

/**
 * A port group that more links want than it has ports.
 *
 * @param instance index of the instance
 * @param port its port group
 * @param has ports there are
 * @param wanted ports that the wirings want
 */
public record Shortage(int instance, String port, int has, int wanted) {}
