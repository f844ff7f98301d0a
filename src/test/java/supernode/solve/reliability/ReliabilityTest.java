package supernode.solve.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReliabilityTest {
  private static final double MIN = 60;
  private static final double HOUR = 3600;

  /** V46: captions of Daly 2006. */
  @ParameterizedTest
  @CsvSource({"24, 117, 120", "6, 57, 60"})
  void optimaAreAsPublished(double mtbfHours, double daly, double young) {
    Checkpointing c = new Checkpointing(5 * MIN, 0, mtbfHours * HOUR);
    assertThat(c.dalyS() / MIN).isCloseTo(daly, Percentage.withPercentage(1));
    assertThat(c.youngS() / MIN).isCloseTo(young, Percentage.withPercentage(1e-9));
  }

  /** V47: arXiv 2410.18124. */
  @Test
  void availabilityHasItsOwnOptimum() {
    assertThat(Checkpointing.availabilityOptimalS(5, 1440, 10)).isCloseTo(125.5, within(0.05));
  }

  /** V48: Llama 3, 419 unexpected interruptions in 54 days on 16,384 GPUs. */
  @ParameterizedTest
  @CsvSource({"10, 5, 93.3", "15, 5, 92.4", "60, 5, 87.6", "120, 10, 81.5"})
  void llama3sGoodputNeedsFastCheckpoints(double stallS, double restartMin, double percent) {
    double mtbfS = 54 * 24 * HOUR / 419;
    assertThat(mtbfS / HOUR).isCloseTo(3.09, within(0.005));
    assertThat(16384 * 54.0 / 419 / 365).isCloseTo(5.79, within(0.01));
    Checkpointing c = new Checkpointing(stallS, restartMin * MIN, mtbfS);
    assertThat(100 * c.goodput(c.dalyS())).isCloseTo(percent, within(0.3));
  }

  @Property(tries = 200)
  void noIntervalBeatsTheBest(
      @ForAll @DoubleRange(min = 1, max = 600) double stallS,
      @ForAll @DoubleRange(min = 0, max = 3600) double restartS,
      @ForAll @DoubleRange(min = 3600, max = 1e6) double mtbfS,
      @ForAll @DoubleRange(min = 0.1, max = 10) double factor) {
    Checkpointing c = new Checkpointing(stallS, restartS, mtbfS);
    double best = c.goodput(c.bestS());
    assertThat(c.goodput(c.bestS() * factor)).isLessThanOrEqualTo(best * (1 + 1e-9));
    assertThat(c.goodput(c.dalyS())).isBetween(best * 0.995, best * (1 + 1e-9));
    assertThat(best).isBetween(0.0, 1.0);
  }

  @Test
  void theFirstOrderMeetsTheExactFormWhereFailuresAreRare() {
    Checkpointing c = new Checkpointing(10, 60, 1e7);
    double tau = c.youngS();
    assertThat(c.goodputFirstOrder(tau)).isCloseTo(c.goodput(tau), within(1e-5));
  }

  @Test
  void anAsynchronousCheckpointCostsItsPauseAlone() {
    Checkpointing blocking = new Checkpointing(60, 300, 3 * HOUR);
    Checkpointing asynchronous = new Checkpointing(2, 300, 3 * HOUR);
    assertThat(asynchronous.goodput(asynchronous.bestS()))
        .isGreaterThan(blocking.goodput(blocking.bestS()) + 0.05);
    assertThat(new Checkpointing(0, 0, HOUR).goodput(0)).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"10, 300, 11136", "120, 600, 11136", "30, 60, 3600"})
  void drawnFailuresAgreeWithTheFormula(double stallS, double restartS, double mtbfS) {
    Checkpointing c = new Checkpointing(stallS, restartS, mtbfS);
    double tau = c.dalyS();
    GoodputSimulation drawn = GoodputSimulation.of(c, tau, 2000 * tau, 400, 7);
    assertThat(drawn.low()).isLessThan(c.goodput(tau) + 0.002);
    assertThat(drawn.high()).isGreaterThan(c.goodput(tau) - 0.002);
    assertThat(drawn.high() - drawn.low()).isLessThan(0.005);
    assertThat(GoodputSimulation.of(c, tau, 2000 * tau, 400, 7)).isEqualTo(drawn);
    assertThat(GoodputSimulation.of(c, tau, 2000 * tau, 400, 8)).isNotEqualTo(drawn);
  }

  @Test
  void ratesAddUpInSeries() {
    FailureRate chip = FailureRate.ofFit(6970);
    assertThat(chip.times(16384).mtbfHours()).isCloseTo(1e9 / 6970 / 16384, within(1e-9));
    assertThat(chip.plus(FailureRate.NEVER)).isEqualTo(chip);
    assertThat(FailureRate.ofMtbfHours(100).availability(1)).isCloseTo(100.0 / 101, within(1e-12));
    assertThat(FailureRate.ofFit(5).fit()).isCloseTo(5, within(1e-12));
  }

  /** 64 of 72 chips in use, eight spare; against a sum of binomial terms by hand. */
  @Test
  void sparesMakeAvailability() {
    double up = 0.99;
    assertThat(new Redundancy(72, 72).availability(up)).isCloseTo(Math.pow(up, 72), within(1e-12));
    assertThat(new Redundancy(1, 3).availability(up)).isCloseTo(1 - 1e-6, within(1e-12));
    assertThat(new Redundancy(64, 72).availability(up)).isGreaterThan(0.999999);
    assertThat(new Redundancy(2, 3).availability(0.5)).isCloseTo(0.5, within(1e-12));
    assertThat(new Redundancy(2, 3).meanHoursToFailure(new FailureRate(1)))
        .isCloseTo(1.0 / 3 + 1.0 / 2, within(1e-12));
  }

  @Property(tries = 100)
  void moreSparesNeverHurt(
      @ForAll @IntRange(min = 1, max = 2000) int needed,
      @ForAll @IntRange(min = 0, max = 50) int spares,
      @ForAll @DoubleRange(min = 0.5, max = 1) double up) {
    double with = new Redundancy(needed, needed + spares + 1).availability(up);
    assertThat(with)
        .isGreaterThanOrEqualTo(new Redundancy(needed, needed + spares).availability(up) - 1e-12);
    assertThat(with).isBetween(0.0, 1.0);
  }

  /** With as many crews as parts the parts are independent. */
  @Test
  void crewsForAllMakePartsIndependent() {
    FailureRate one = new FailureRate(0.01);
    RepairShop shop = new RepairShop(10, 0, one, 5, 10);
    double up = one.availability(5);
    assertThat(shop.fullAvailability()).isCloseTo(Math.pow(up, 10), within(1e-12));
    assertThat(shop.meanWorking()).isCloseTo(10 * up, within(1e-9));
    assertThat(new RepairShop(10, 0, one, 5, 1).fullAvailability())
        .isLessThan(shop.fullAvailability());
    int spares = new RepairShop(100, 0, one, 5, 2).sparesFor(0.5, 1000);
    assertThat(spares).isEqualTo(-1);
    int enough = new RepairShop(100, 0, one, 5, 20).sparesFor(0.99, 100);
    assertThat(new RepairShop(100, enough, one, 5, 20).fullAvailability()).isGreaterThan(0.99);
    assertThat(new RepairShop(100, enough - 1, one, 5, 20).fullAvailability()).isLessThan(0.99);
  }

  /** One part, one crew, drawn by hand. */
  @Test
  void aShopOfOneIsAnAlternatingProcess() {
    SplittableRandom random = new SplittableRandom(3);
    double up = 0;
    double down = 0;
    for (int i = 0; i < 200_000; i++) {
      up -= 100 * Math.log(1 - random.nextDouble());
      down -= 10 * Math.log(1 - random.nextDouble());
    }
    assertThat(new RepairShop(1, 0, new FailureRate(0.01), 10, 1).fullAvailability())
        .isCloseTo(up / (up + down), within(0.001));
  }
}
