package supernode.solve.cooling;

/** A pipe wall: conductance in W/K of each copy from the coolant of a link to the air around it. */
public record AmbientLoss(int link, double conductanceWK, double ambientC) {}
