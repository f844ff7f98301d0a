package supernode.app;

import java.util.OptionalDouble;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is to be spent.
 *
 * @param tokens to train on; 0 for none
 * @param usdPerChipHour 0 where not given
 * @param usdPerKWh 0 where not given
 */
record Budget(double tokens, double usdPerChipHour, double usdPerKWh) {
  private static final double MOST = 1e18;

  static Budget of(JobFields job) {
    return new Budget(
        job.number("tokens", 1, MOST, 0),
        job.number("usdPerChipHour", 0, 1e6, 0),
        job.number("usdPerKWh", 0, 1e6, 0));
  }

  /** Board power of all chips with the plant's share, W; empty where the power is not public. */
  static OptionalDouble joules(Machine machine) {
    double watt = machine.fleet().chip().powerW() * machine.fleet().count() * machine.pue();
    return watt > 0 ? OptionalDouble.of(watt) : OptionalDouble.empty();
  }

  /** Days, energy and cost of the tokens, and of one of them. */
  void put(ObjectNode to, double tokensPerSecond, Machine machine) {
    OptionalDouble watt = joules(machine);
    watt.ifPresent(w -> to.put("joulesPerToken", w / tokensPerSecond));
    if (tokens == 0) {
      return;
    }
    ObjectNode budget = to.putObject("budget");
    double seconds = tokens / tokensPerSecond;
    budget.put("tokens", tokens);
    budget.put("days", seconds / 86400);
    budget.put("chipHours", seconds / 3600 * machine.fleet().count());
    watt.ifPresent(w -> budget.put("energyMWh", w * seconds / 3.6e9));
    double usd = seconds / 3600 * machine.fleet().count() * usdPerChipHour;
    usd += watt.orElse(0) * seconds / 3.6e6 * usdPerKWh;
    if (usd > 0) {
      budget.put("costUsd", usd);
    }
  }
}
