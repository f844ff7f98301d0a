package supernode.solve.workload.serve;

import java.util.SplittableRandom;

/**
 * Lengths of prompts or answers, in tokens: log-normal, as traces of chat services are.
 *
 * @param spread standard deviation over mean; 0 for all equal
 * @param most longest
 */
public record Distribution(double mean, double spread, long most) {
  public long draw(SplittableRandom random) {
    if (spread == 0) {
      return clamp(mean);
    }
    double variance = Math.log1p(spread * spread);
    double mu = Math.log(mean) - variance / 2;
    return clamp(Math.exp(mu + Math.sqrt(variance) * random.nextGaussian()));
  }

  private long clamp(double tokens) {
    return Math.clamp(Math.round(tokens), 1, most);
  }
}
