package supernode.figure;

import java.util.function.Supplier;

/**
 * The figure inside a group, made when it is first looked into: a cluster of a million chips draws
 * only what is near enough to be seen. Equal instances share one.
 */
public final class Nested {
  private Supplier<Figure> maker;
  private Figure figure;

  private Nested(Supplier<Figure> maker, Figure figure) {
    this.maker = maker;
    this.figure = figure;
  }

  public static Nested of(Figure figure) {
    return new Nested(() -> figure, figure);
  }

  /**
   * @param maker called at most once
   */
  public static Nested later(Supplier<Figure> maker) {
    return new Nested(maker, null);
  }

  public synchronized Figure figure() {
    if (figure == null) {
      figure = maker.get();
      maker = () -> figure;
    }
    return figure;
  }
}
