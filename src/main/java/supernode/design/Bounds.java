package supernode.design;

/** Sizes beyond which a design is refused with a sentence, so that no input hangs the program. */
public final class Bounds {
  /** Instances of one placement. */
  public static final int MAX_COUNT = 1_000_000;

  /** Assemblies inside assemblies. */
  public static final int MAX_DEPTH = 16;

  /** Assemblies of a design, and placements, wirings or exposed names of an assembly. */
  public static final int MAX_ENTRIES = 10_000;

  /** Instances of the whole design, multiplied out. */
  public static final long MAX_INSTANCES = 100_000_000L;

  /** Highest U of a rack. */
  public static final int MAX_RACK_U = 100;

  /** Rack slots of one placement. */
  public static final int MAX_SLOTS = 1000;

  /** Longest name of anything, characters. */
  public static final int MAX_NAME = 200;

  /** Longest selector or instance path: as many names and indices as can stand in each other. */
  public static final int MAX_TEXT = 4000;

  /** Longest link, metre. */
  public static final double MAX_LENGTH_M = 1e8;

  private Bounds() {}
}
