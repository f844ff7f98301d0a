package supernode.design;

/**
 * Links between ports inside one assembly.
 *
 * @param name label for people; may be empty
 * @param link id of the link type
 * @param lengthM length of each link, metre
 */
public record Wiring(String name, Fabric fabric, String link, double lengthM, Pattern pattern) {}
