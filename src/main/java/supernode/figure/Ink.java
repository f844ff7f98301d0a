package supernode.figure;

/** A colour by its meaning. */
@SuppressWarnings("ClassInitializationDeadlock") // its records start no threads and wait for none
public sealed interface Ink {
  Ink NONE = new None();

  /** Nothing is drawn. */
  record None() implements Ink {}

  /**
   * A role's colour.
   *
   * @param opacity 0 to 1
   */
  record Role(ColorRole role, double opacity) implements Ink {}

  /** Text that is read on a ground of this ink. */
  record Over(Ink ground) implements Ink {
    public Over(ColorRole ground) {
      this(of(ground));
    }
  }

  /**
   * A measured value.
   *
   * @param fraction place on the scale, 0 to 1
   */
  record Measured(Scale scale, double fraction) implements Ink {}

  static Ink of(ColorRole role) {
    return new Role(role, 1);
  }

  static Ink of(ColorRole role, double opacity) {
    return new Role(role, opacity);
  }

  default boolean isNone() {
    return this instanceof None;
  }
}
