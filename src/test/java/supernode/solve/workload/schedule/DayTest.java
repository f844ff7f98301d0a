package supernode.solve.workload.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import supernode.solve.workload.machine.Fleet;
import supernode.solve.workload.train.Clusters;

class DayTest {
  private static final Fleet FLEET = Clusters.h100(1024);

  private static DayPlan mixed(long seed) {
    List<TaskClass> classes =
        List.of(
            new TaskClass("training", 100, List.of(16, 32, 64, 128), 3, 1, 0.5, 0.3),
            new TaskClass("fine-tuning", 4900, List.of(1, 2, 4, 8), 0.25, 1, 1, 0.2));
    return new DayPlan(
        TaskClass.draw(classes, 24, seed),
        List.of(new Tide("chat", 400, 0.2, 15, 8)),
        24,
        0.6,
        30,
        60);
  }

  /** The point of pooling: what the tide leaves free is used. */
  @Test
  void utilisationFallsApartAndRisesInOnePool() {
    DayPlan day = mixed(1);
    DayResult apart = Day.of(FLEET, day, Policy.STATIC, true);
    DayResult pool = Day.of(FLEET, day, Policy.POOL, true);
    DayResult elastic = Day.of(FLEET, day, Policy.ELASTIC, true);
    assertThat(pool.utilisation()).isGreaterThan(apart.utilisation() + 0.05);
    assertThat(elastic.utilisation()).isGreaterThan(apart.utilisation() + 0.05);
    assertThat(elastic.unmetShare()).isLessThanOrEqualTo(pool.unmetShare());
    assertThat(elastic.waitMeanS()).isLessThan(pool.waitMeanS());
    assertThat(elastic.peakToMean()).isLessThan(apart.peakToMean());
    // All three are asked for the same; together nobody asks for more than each for itself.
    assertThat(elastic.peaks().wantedChips()).isEqualTo(apart.peaks().wantedChips());
    assertThat(apart.peaks().wantedChips()).isLessThanOrEqualTo(apart.peaks().apartChips());
    for (DayResult r : List.of(apart, pool, elastic)) {
      assertThat(r.peaks().chips()).as(r.policy().key()).isLessThanOrEqualTo(1024);
      assertThat(r.peaks().shavedShare()).as(r.policy().key()).isBetween(0.0, 1.0);
    }
  }

  /** Scattered jobs fill every gap and get less done in them. */
  @Test
  void boundariesCostFragmentsAndBuySpeed() {
    DayPlan day = mixed(1);
    DayResult kept = Day.of(FLEET, day, Policy.POOL, true);
    DayResult scattered = Day.of(FLEET, day, Policy.POOL, false);
    assertThat(kept.fragmentation()).isGreaterThan(scattered.fragmentation());
    assertThat(kept.usefulUtilisation()).isGreaterThan(scattered.usefulUtilisation());
    assertThat(kept.finished()).isGreaterThan(scattered.finished());
  }

  @Test
  void theSameSeedGivesTheSameDay() {
    assertThat(Day.of(FLEET, mixed(2), Policy.ELASTIC, true))
        .isEqualTo(Day.of(FLEET, mixed(2), Policy.ELASTIC, true))
        .isNotEqualTo(Day.of(FLEET, mixed(3), Policy.ELASTIC, true));
  }

  /** Two jobs of the whole machine: one after the other, by hand. */
  @Test
  void jobsOfTheWholeMachineFollowEachOther() {
    List<Task> two =
        List.of(new Task("a", 0, 1024, 1024, 3600, 0.2), new Task("b", 600, 1024, 1024, 7200, 0.2));
    DayResult r = Day.of(FLEET, new DayPlan(two, List.of(), 24, 1, 0, 0), Policy.POOL, true);
    assertThat(r.finished()).isEqualTo(2);
    assertThat(r.utilisation()).isCloseTo(3.0 / 24, within(1e-9));
    assertThat(r.usefulUtilisation()).isCloseTo(r.utilisation(), within(1e-9));
    assertThat(r.waitMeanS()).isCloseTo(1500, within(1e-6));
    assertThat(r.fragmentation()).isZero();
  }

  /** A service alone is as busy as its tide: half way between trough and peak. */
  @Test
  void aTideAloneFillsItsMean() {
    DayPlan day = new DayPlan(List.of(), List.of(new Tide("chat", 512, 0.2, 15, 8)), 24, 0, 30, 0);
    for (Policy policy : Policy.values()) {
      DayResult r = Day.of(FLEET, day, policy, true);
      assertThat(r.utilisation()).as(policy.key()).isCloseTo(0.5 * 0.6, within(0.01));
      assertThat(r.unmetShare()).as(policy.key()).isLessThan(0.01);
    }
  }

  /** Two services whose peaks lie half a day apart: each has its peak where the other is lowest. */
  @Test
  void peaksThatDoNotMeetAreShaved() {
    DayPlan day =
        new DayPlan(
            List.of(),
            List.of(new Tide("day", 400, 0.2, 12, 8), new Tide("night", 400, 0.2, 0, 8)),
            24,
            0,
            0,
            0);
    Peaks p = Day.of(FLEET, day, Policy.POOL, true).peaks();
    assertThat(p.apartChips()).isCloseTo(800, within(1e-9));
    assertThat(p.wantedChips()).isCloseTo(400 * 1.2, within(1e-9));
    assertThat(p.chips()).isCloseTo(400 * 1.2, within(1e-6));
    assertThat(p.lowestChips()).isCloseTo(400 * 1.2, within(1e-6));
    assertThat(p.shavedShare()).isCloseTo(1 - 480.0 / 800, within(1e-9));
    assertThat(Peaks.watts(p.chips(), 1024, 700, 0.1))
        .isCloseTo(700 * (480 + 0.1 * 544), within(1e-6));
  }

  /** Two jobs of the whole machine at once: twice of it is wanted, and one after the other runs. */
  @Test
  void jobsThatWaitAreShaved() {
    List<Task> two =
        List.of(new Task("a", 0, 1024, 1024, 1800, 0.2), new Task("b", 450, 1024, 1024, 1800, 0.2));
    Peaks p = Day.of(FLEET, new DayPlan(two, List.of(), 24, 1, 0, 0), Policy.POOL, true).peaks();
    // The second comes half a quarter of an hour after the first: 1,536 in the mean, then 2,048.
    assertThat(p.wantedChips()).isCloseTo(2048, within(1e-9));
    assertThat(p.apartChips()).isCloseTo(2048, within(1e-9));
    assertThat(p.chips()).isCloseTo(1024, within(1e-9));
    assertThat(p.lowestChips()).isZero();
    assertThat(p.shavedShare()).isCloseTo(0.5, within(1e-9));
  }

  /** Means of quarters of an hour keep the chip seconds, however spans lie. */
  @Property(tries = 200)
  void quartersKeepTheSum(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double end = 900 * (1 + random.nextInt(20)) + random.nextInt(900);
    Peaks.Quarters quarters = new Peaks.Quarters(end);
    double sum = 0;
    for (int i = 0; i < 30; i++) {
      double a = random.nextDouble() * end;
      double b = random.nextDouble() * end;
      int chips = 1 + random.nextInt(100);
      quarters.add(Math.min(a, b), Math.max(a, b), chips);
      sum += chips * Math.abs(a - b);
    }
    double[] means = quarters.means();
    double found = 0;
    for (int q = 0; q < means.length; q++) {
      found += means[q] * Math.min(900, end - 900 * q);
    }
    assertThat(found).isCloseTo(sum, within(1e-6 * sum));
  }

  /** Whatever is taken and given back, chips are neither lost nor made. */
  @Property(tries = 200)
  void chipsAreConserved(@ForAll long seed, @ForAll boolean bounded) {
    SplittableRandom random = new SplittableRandom(seed);
    ChipPool pool = new ChipPool(16, 8, bounded);
    List<Placement> held = new ArrayList<>();
    int taken = 0;
    for (int i = 0; i < 200; i++) {
      if (random.nextBoolean() || held.isEmpty()) {
        int wanted = 1 + random.nextInt(40);
        int largest = pool.largest();
        Placement p = pool.take(wanted);
        if (p == null) {
          assertThat(bounded || wanted > pool.free()).isTrue();
        } else {
          assertThat(p.total()).isEqualTo(wanted);
          assertThat(bounded ? p.domains().length <= Math.ceilDiv(wanted, 8) : true).isTrue();
          assertThat(largest).isGreaterThanOrEqualTo(bounded ? Math.min(wanted, 8) : wanted);
          held.add(p);
          taken += wanted;
        }
      } else {
        Placement p = held.remove(random.nextInt(held.size()));
        taken -= p.total();
        pool.give(p);
      }
      assertThat(pool.free() + taken).isEqualTo(128);
    }
  }

  @Test
  void exchangeIsSlowerAcrossMoreDomainsThanNeeded() {
    ChipPool pool = new ChipPool(4, 8, true);
    assertThat(pool.exchangeSlowdown(new Placement(new int[] {0}, new int[] {8}), 9)).isEqualTo(1);
    assertThat(pool.exchangeSlowdown(new Placement(new int[] {0, 1}, new int[] {4, 4}), 9))
        .isEqualTo(5);
  }
}
