package supernode.solve.workload.serve;

import java.util.SplittableRandom;

/**
 * Requests in the order of their arrival and what became of them. Bare arrays: there may be
 * millions.
 */
final class Requests {
  final double[] arrivalS;
  final long[] input;
  final long[] output;
  final double[] firstTokenS;
  final double[] finishS;

  private Requests(int count) {
    arrivalS = new double[count];
    input = new long[count];
    output = new long[count];
    firstTokenS = new double[count];
    finishS = new double[count];
  }

  int count() {
    return arrivalS.length;
  }

  static Requests draw(RequestMix mix, int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Requests r = new Requests(count);
    double shape = 1 / (mix.burst() * mix.burst());
    double t = 0;
    for (int i = 0; i < count; i++) {
      t += gamma(shape, random) / shape / mix.perSecond();
      r.arrivalS[i] = t;
      r.input[i] = mix.input().draw(random);
      r.output[i] = mix.output().draw(random);
    }
    return r;
  }

  /** Gamma of unit scale (Marsaglia and Tsang 2000). */
  private static double gamma(double shape, SplittableRandom random) {
    if (shape == 1) {
      return -Math.log(1 - random.nextDouble());
    }
    if (shape < 1) {
      double u = 1 - random.nextDouble();
      return gamma(shape + 1, random) * Math.pow(u, 1 / shape);
    }
    double d = shape - 1.0 / 3;
    double c = 1 / Math.sqrt(9 * d);
    while (true) {
      double x = random.nextGaussian();
      double v = Math.pow(1 + c * x, 3);
      if (v > 0 && Math.log(1 - random.nextDouble()) < x * x / 2 + d - d * v + d * Math.log(v)) {
        return d * v;
      }
    }
  }
}
