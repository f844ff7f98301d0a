package supernode.figure;

/** A colour by its meaning. */
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

  /** Text that is read on a ground of this role. */
  record Over(ColorRole ground) implements Ink {}

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
