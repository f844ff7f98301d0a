package supernode.app;

import java.util.Arrays;

/** A growing list of numbers without boxes. */
final class Numbers {
  private double[] values = new double[16];
  private int size;

  void add(double value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, size + (size >> 1));
    }
    values[size++] = value;
  }

  void set(int index, double value) {
    values[index] = value;
  }

  double get(int index) {
    return values[index];
  }

  int size() {
    return size;
  }

  double[] toArray() {
    return Arrays.copyOf(values, size);
  }
}
