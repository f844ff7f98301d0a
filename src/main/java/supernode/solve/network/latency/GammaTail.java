package supernode.solve.network.latency;

/** Tail of the gamma distribution: the regularised upper incomplete gamma function. */
final class GammaTail {
  private static final int MOST_TERMS = 10_000;
  private static final double PRECISE = 1e-13;

  private GammaTail() {}

  /** Chance of more than x, in units of the scale. */
  static double above(double shape, double x) {
    if (!(x > 0)) {
      return 1;
    }
    double front = Math.exp(shape * Math.log(x) - x - logGamma(shape));
    return x < shape + 1
        ? Math.max(0, 1 - front * series(shape, x))
        : Math.min(1, front * fraction(shape, x));
  }

  private static double series(double shape, double x) {
    double term = 1 / shape;
    double sum = term;
    for (int n = 1; n < MOST_TERMS && term > sum * PRECISE; n++) {
      term *= x / (shape + n);
      sum += term;
    }
    return sum;
  }

  /** Legendre's continued fraction, evaluated forwards (Lentz). */
  private static double fraction(double shape, double x) {
    double b = x + 1 - shape;
    double c = 1e300;
    double d = 1 / b;
    double h = d;
    for (int i = 1; i < MOST_TERMS; i++) {
      double a = i * (shape - i);
      b += 2;
      d = 1 / (a * d + b);
      c = b + a / c;
      double step = c * d;
      h *= step;
      if (Math.abs(step - 1) < PRECISE) {
        break;
      }
    }
    return h;
  }

  /** Stirling's series, the argument first moved to where it converges fast. */
  private static double logGamma(double x) {
    double shifted = x;
    double product = 1;
    while (shifted < 10) {
      product *= shifted;
      shifted += 1;
    }
    double inverse = 1 / shifted;
    double square = inverse * inverse;
    double correction =
        inverse * (1.0 / 12 - square * (1.0 / 360 - square * (1.0 / 1260 - square / 1680)));
    return (shifted - 0.5) * Math.log(shifted)
        - shifted
        + 0.5 * Math.log(2 * Math.PI)
        + correction
        - Math.log(product);
  }
}
