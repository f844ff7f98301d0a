package supernode.solve.network.latency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static supernode.solve.network.Fabrics.GB;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import supernode.solve.network.Fabrics;
import supernode.solve.network.route.EcmpRoutes;

/** Closed forms of network.md, sections 3 and 4. */
class QueueingTest {
  private static final ServiceTime UNIT = new ServiceTime(1, 0);

  private static double wait(double load, ServiceTime service) {
    assertThat(QueueWait.of(load, service)).isInstanceOf(QueueWait.Delay.class);
    return ((QueueWait.Delay) QueueWait.of(load, service)).seconds();
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "0.5, 0.5", "0.8, 2.0", "0.9, 4.5"})
  void equalPacketsWaitTheTextbookTime(double load, double services) {
    assertThat(wait(load, UNIT)).isCloseTo(services, within(1e-12));
  }

  @Test
  void mixedPacketsWaitLonger() {
    ServiceTime mix = ServiceTime.ofMix(new double[] {64, 4096}, new double[] {0.5, 0.5}, 1);
    assertThat(mix.meanS()).isCloseTo(2080, within(1e-9));
    assertThat(mix.squaredVariation()).isCloseTo(0.9394, within(5e-5));
    assertThat(wait(0.5, mix) / mix.meanS()).isCloseTo(0.9697, within(5e-5));
  }

  @ParameterizedTest
  @CsvSource({"1", "1.0001", "7"})
  void aFullLinkIsSaturatedAndHasNoNumber(double load) {
    assertThat(QueueWait.of(load, UNIT)).isEqualTo(new QueueWait.Saturated(load));
  }

  @Property
  void moreLoadNeverWaitsLess(
      @ForAll @DoubleRange(max = 0.99) double a, @ForAll @DoubleRange(max = 0.99) double b) {
    assertThat(wait(Math.max(a, b), UNIT)).isGreaterThanOrEqualTo(wait(Math.min(a, b), UNIT));
  }

  @Test
  void queuesOnTheWayAddUpUnlessOneIsSaturated() {
    EcmpRoutes routes = Fabrics.routes(Fabrics.nvl72());
    LatencyTerms terms = new LatencyTerms(200e-9, 150e-9, 64, 4096);
    PairLatency pair = Fabrics.solved(ZeroLoadLatency.ofPair(routes, terms, 3, 40));
    LoadedLatency half = LoadedLatency.of(pair, routes.graph(), _ -> 0.5);
    assertThat(half.zeroLoadS()).isEqualTo(pair.zeroLoadS());
    double packetS = 4096 / (50 * GB);
    assertThat(((QueueWait.Delay) half.queued()).seconds()).isCloseTo(packetS, within(1e-15));
    int second = pair.hops().getLast().channel();
    assertThat(LoadedLatency.of(pair, routes.graph(), c -> c == second ? 1.5 : 0.5).queued())
        .isEqualTo(new QueueWait.Saturated(1.5));
  }

  @Test
  void anIncastDrainsThroughOnePort() {
    assertThat(Incast.drainS(64, 1e6, 50 * GB)).isCloseTo(63e6 / 50e9, within(1e-15));
    assertThat(Incast.drainS(1, 1e6, 50 * GB)).isZero();
    assertThatThrownBy(() -> Incast.drainS(8, 1, 0)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void halfOfTheRateIsReachedWhereLatencyEqualsTransfer() {
    EcmpRoutes routes = Fabrics.routes(Fabrics.nvl72());
    LatencyTerms terms = new LatencyTerms(200e-9, 150e-9, 64, 64);
    PairLatency pair = Fabrics.solved(ZeroLoadLatency.ofPair(routes, terms, 3, 40));
    double half = MessageCurve.of(pair, List.of(1.0)).halfRateBytes();
    MessageCurve curve = MessageCurve.of(pair, List.of(half, 1e3, 1e9));
    assertThat(curve.points()).extracting(MessageCurve.Point::bytes).isSorted();
    double atHalf =
        curve.points().stream().filter(p -> p.bytes() == half).findFirst().get().bytesPerS();
    assertThat(atHalf / pair.bandwidthBytesPerS()).isCloseTo(0.5, within(1e-9));
  }

  @Test
  void correctionAccumulatesFourCodewordsAt800Gigabit() {
    assertThat(ForwardErrorCorrection.ethernet800().accumulationS())
        .isCloseTo(25.6e-9, within(1e-12));
    assertThat(ForwardErrorCorrection.ethernet800().totalS()).isCloseTo(63e-9, within(1e-12));
  }
}
