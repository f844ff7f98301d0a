package supernode.topology.generate;

import java.util.Optional;

/**
 * The finite field of q = p^n elements, numbered 0 to q - 1: the digits of a number to the base p
 * are the coefficients of a polynomial. Products go by powers of a primitive element.
 */
final class GaloisField {
  private final int p;
  private final int q;
  private final int[] power;
  private final int[] log;

  private GaloisField(int p, int q, int[] power) {
    this.p = p;
    this.q = q;
    this.power = power;
    this.log = new int[q];
    for (int i = 0; i < power.length; i++) {
      log[power[i]] = i;
    }
  }

  /** The field; empty if q is no prime power. */
  static Optional<GaloisField> of(int q) {
    int p = smallestFactor(q);
    int n = 0;
    int rest = q;
    while (p > 1 && rest % p == 0) {
      rest /= p;
      n++;
    }
    if (q < 2 || rest > 1) {
      return Optional.empty();
    }
    // Only the powers of a primitive element run through everything but zero. For n = 1 the
    // element is sought, else the polynomial of which x is one.
    for (int tail = 1; tail < q; tail++) {
      int[] power = n == 1 ? powersOf(tail, q) : powersOfX(tail, p, q);
      if (power.length == q - 1) {
        return Optional.of(new GaloisField(p, q, power));
      }
    }
    throw new IllegalStateException("no primitive element of " + q);
  }

  static boolean exists(int q) {
    int p = smallestFactor(q);
    int rest = q;
    while (p > 1 && rest % p == 0) {
      rest /= p;
    }
    return q >= 2 && rest == 1;
  }

  private static int smallestFactor(int q) {
    for (int d = 2; (long) d * d <= q; d++) {
      if (q % d == 0) {
        return d;
      }
    }
    return q;
  }

  private static int[] powersOf(int element, int q) {
    int[] power = new int[q - 1];
    int count = 0;
    int value = 1;
    do {
      power[count++] = value;
      value = (int) ((long) value * element % q);
    } while (value != 1 && value != 0 && count < q - 1);
    return value == 1 ? java.util.Arrays.copyOf(power, count) : new int[0];
  }

  /** Powers of x modulo x^n = tail, where tail holds the coefficients below x^n. */
  private static int[] powersOfX(int tail, int p, int q) {
    int[] power = new int[q - 1];
    int count = 0;
    int value = 1;
    do {
      power[count++] = value;
      int carry = value / (q / p);
      value = value % (q / p) * p;
      for (int i = 0; i < carry; i++) {
        value = plus(value, tail, p);
      }
    } while (value != 1 && value != 0 && count < q - 1);
    return value == 1 ? java.util.Arrays.copyOf(power, count) : new int[0];
  }

  private static int plus(int a, int b, int p) {
    int sum = 0;
    for (int place = 1; a > 0 || b > 0; place *= p, a /= p, b /= p) {
      sum += (a % p + b % p) % p * place;
    }
    return sum;
  }

  int size() {
    return q;
  }

  int sum(int a, int b) {
    return p == q ? (a + b) % q : plus(a, b, p);
  }

  int negative(int a) {
    int result = 0;
    for (int place = 1; a > 0; place *= p, a /= p) {
      result += (p - a % p) % p * place;
    }
    return result;
  }

  int product(int a, int b) {
    return a == 0 || b == 0 ? 0 : power[(log[a] + log[b]) % (q - 1)];
  }

  /** A power of the primitive element. */
  int power(int exponent) {
    return power[exponent % (q - 1)];
  }
}
