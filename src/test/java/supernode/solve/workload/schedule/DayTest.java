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
    assertThat(elastic.resizes()).isPositive();
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
