package supernode.analysis;

import java.util.function.Supplier;

/** A value worked out by whoever asks for it first; others wait for it. */
final class Once<T> {
  private T value;

  synchronized T get(Supplier<T> make) {
    if (value == null) {
      value = make.get();
    }
    return value;
  }
}
