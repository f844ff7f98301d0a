package supernode.analysis;

import java.util.function.Supplier;

/** A value worked out by whoever asks for it first; others wait for it. */
public final class Once<T> {
  private T value;

  /** A value that is worked out when it is first asked for. */
  public static <T> Supplier<T> of(Supplier<T> make) {
    Once<T> once = new Once<>();
    return () -> once.get(make);
  }

  synchronized T get(Supplier<T> make) {
    if (value == null) {
      value = make.get();
    }
    return value;
  }
}
