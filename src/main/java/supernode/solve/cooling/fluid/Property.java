package supernode.solve.cooling.fluid;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** A fluid property over temperature. Outside its range the value at the nearer end holds. */
public sealed interface Property {
  /** Value at a temperature in degrees Celsius, in the property's SI unit. */
  double at(double temperatureC);

  /** Integral from 0 degrees Celsius, value times kelvin. */
  double integral(double temperatureC);

  /**
   * Polynomial in degrees Celsius, constant outside its range.
   *
   * @param coefficients constant first
   */
  static Property polynomial(double minC, double maxC, double... coefficients) {
    return new Polynomial(minC, maxC, coefficients.clone());
  }

  /** Asked for thousands of times in a solve: plain arrays, not boxed lists. */
  final class Polynomial implements Property {
    private final double minC;
    private final double maxC;
    private final double[] coefficients;

    private Polynomial(double minC, double maxC, double[] coefficients) {
      this.minC = minC;
      this.maxC = maxC;
      this.coefficients = coefficients;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Polynomial p
          && minC == p.minC
          && maxC == p.maxC
          && Arrays.equals(coefficients, p.coefficients);
    }

    @Override
    public int hashCode() {
      return Objects.hash(minC, maxC, Arrays.hashCode(coefficients));
    }

    @Override
    public double at(double temperatureC) {
      return inside(Math.clamp(temperatureC, minC, maxC));
    }

    @Override
    public double integral(double temperatureC) {
      double t = Math.clamp(temperatureC, minC, maxC);
      return primitive(t) + inside(t) * (temperatureC - t);
    }

    private double inside(double t) {
      double sum = 0;
      for (int i = coefficients.length - 1; i >= 0; i--) {
        sum = sum * t + coefficients[i];
      }
      return sum;
    }

    private double primitive(double t) {
      double sum = 0;
      for (int i = coefficients.length - 1; i >= 0; i--) {
        sum = sum * t + coefficients[i] / (i + 1);
      }
      return sum * t;
    }
  }

  /**
   * Straight lines between given points, constant outside them.
   *
   * @param temperaturesC rising
   * @param values one for each temperature
   */
  record Table(List<Double> temperaturesC, List<Double> values) implements Property {
    public Table {
      temperaturesC = List.copyOf(temperaturesC);
      values = List.copyOf(values);
      if (temperaturesC.isEmpty() || temperaturesC.size() != values.size()) {
        throw new IllegalArgumentException("as many temperatures as values, at least one");
      }
      for (int i = 1; i < temperaturesC.size(); i++) {
        if (!(temperaturesC.get(i) > temperaturesC.get(i - 1))) {
          throw new IllegalArgumentException("temperatures must rise");
        }
      }
    }

    @Override
    public double at(double temperatureC) {
      double t = Math.clamp(temperatureC, temperaturesC.getFirst(), temperaturesC.getLast());
      int i = 1;
      while (i < temperaturesC.size() - 1 && temperaturesC.get(i) < t) {
        i++;
      }
      if (temperaturesC.size() == 1) {
        return values.getFirst();
      }
      double share =
          (t - temperaturesC.get(i - 1)) / (temperaturesC.get(i) - temperaturesC.get(i - 1));
      return values.get(i - 1) + share * (values.get(i) - values.get(i - 1));
    }

    @Override
    public double integral(double temperatureC) {
      return primitive(temperatureC) - primitive(0);
    }

    /** Trapezoids from the first point. */
    private double primitive(double t) {
      double sum =
          values.getFirst() * (Math.min(t, temperaturesC.getFirst()) - temperaturesC.getFirst());
      for (int i = 1; i < temperaturesC.size() && t > temperaturesC.get(i - 1); i++) {
        double end = Math.min(t, temperaturesC.get(i));
        sum += (end - temperaturesC.get(i - 1)) * (at(end) + values.get(i - 1)) / 2;
      }
      return sum + values.getLast() * Math.max(0, t - temperaturesC.getLast());
    }
  }
}
