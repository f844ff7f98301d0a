package supernode.analysis.workload;

import java.util.OptionalDouble;

/**
 * What is to be spent.
 *
 * @param tokens to train on; 0 for none
 * @param usdPerChipHour 0 where not given
 * @param usdPerKWh 0 where not given
 */
public record Budget(double tokens, double usdPerChipHour, double usdPerKWh) {
  private static final double MOST = 1e18;

  static Budget of(JobFields job) {
    return new Budget(
        job.number("tokens", 1, MOST, 0),
        job.number("usdPerChipHour", 0, 1e6, 0),
        job.number("usdPerKWh", 0, 1e6, 0));
  }

  /** Board power of all chips with the plant's share, W; empty where the power is not public. */
  public static OptionalDouble joules(Machine machine) {
    return joules(machine, machine.fleet().count());
  }

  /** As the other, of some of the chips. */
  public static OptionalDouble joules(Machine machine, double chips) {
    double watt = machine.fleet().chip().powerW() * chips * machine.pue();
    return watt > 0 ? OptionalDouble.of(watt) : OptionalDouble.empty();
  }
}
