package supernode.analysis;

/** What the drawing can be coloured by. */
public enum Overlay {
  STRUCTURE,
  UTILISATION,
  TEMPERATURE,
  POWER
}
