package supernode.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import supernode.analysis.loop.Incident;
import supernode.catalog.PartKind;
import supernode.solve.Outcome;
import supernode.solve.cooling.dynamic.TransientEvent;

class TransientsTest {
  private static final Analysis RACK =
      SampleAnalysis.full(SampleAnalysis.design("gb200-nvl72"), "default");

  private static TransientAnswer run(Incident incident, double durationS) {
    Outcome<TransientAnswer> outcome = Transients.run(RACK, incident, durationS, () -> false);
    assertThat(outcome.whyNot()).isEmpty();
    return outcome.asOptional().orElseThrow();
  }

  /** One unit; two of them on a drawn facility loop; baths of one and of two phases. */
  @ParameterizedTest
  @ValueSource(strings = {"gb200-nvl72", "row-10-racks", "immersion-tank", "scalex640"})
  void aRunBeginsWithTheTemperaturesOfTheAnalysis(String sample) {
    Analysis analysis = SampleAnalysis.full(SampleAnalysis.design(sample), "default");
    Incident incident = new Incident.PumpTrip("", false);
    Outcome<TransientAnswer> outcome = Transients.run(analysis, incident, 5, () -> false);
    assertThat(outcome.whyNot()).isEmpty();
    TransientAnswer run = outcome.asOptional().orElseThrow();
    CoolingAnswer steady = analysis.cooling().asOptional().orElseThrow();
    OverlayValues start = run.temperatures(0);
    for (CoolingAnswer.Chip chip : steady.chips()) {
      assertThat(start.at(chip.place()).orElseThrow()).isCloseTo(chip.junctionC(), within(0.1));
    }
  }

  @Test
  void aTrippedPumpThrottlesAndTripsTheChips() {
    TransientAnswer run = run(new Incident.PumpTrip("cdu[0]", false), 300);
    double throttle = run.throttleS().orElseThrow();
    assertThat(run.tripS().orElseThrow()).isGreaterThan(throttle);
    assertThat(run.events().stream().map(TransientAnswer.Event::kind))
        .contains(TransientEvent.Kind.PUMP_RESTS);
    Result told =
        run.results().stream()
            .filter(r -> r.id().equals("transient.throttleS"))
            .findFirst()
            .orElseThrow();
    assertThat(told.quantity().value()).isEqualTo(throttle);
    Explanation why = told.explanation().get();
    assertThat(why.value().orElseThrow().value()).isEqualTo(throttle);
    assertThat(why.inputs()).hasSizeGreaterThan(4);
  }

  @Test
  void aStandbyPumpSavesThem() {
    assertThat(run(new Incident.PumpTrip("cdu[0]", true), 120).tripS()).isEmpty();
  }

  static List<Incident> everything() {
    List<Incident> all = new java.util.ArrayList<>(Incident.everywhere());
    all.addAll(Incident.at(PartKind.CDU, "cdu[0]"));
    all.addAll(Incident.at(PartKind.COLD_PLATE, "compute[0].plate[1]"));
    all.addAll(Incident.at(PartKind.QUICK_DISCONNECT, "compute[0].supply[0]"));
    all.addAll(Incident.at(PartKind.MANIFOLD, "compute[0].distributor[0]"));
    return all;
  }

  @ParameterizedTest
  @MethodSource("everything")
  void everythingThatIsOfferedRuns(Incident incident) {
    TransientAnswer run = run(incident, 30);
    assertThat(run.durationS()).isEqualTo(30);
    assertThat(run.lowC()).isLessThan(run.highC());
    for (TransientAnswer.Chip c : run.chips()) {
      assertThat(c.junctionC()).hasSameSizeAs(run.timeS()).doesNotContain(Double.NaN);
    }
  }

  @Test
  void aBlockedPlateHeatsItsOwnChipMost() {
    TransientAnswer run = run(new Incident.Blocked("compute[3].plate[1]"), 60);
    TransientAnswer.Event first = run.events().getFirst();
    assertThat(first.kind()).isEqualTo(TransientEvent.Kind.THROTTLED);
    assertThat(first.place()).startsWith("compute[3].gpu[1]");
  }

  @Test
  void whatIsNoPartOfALoopSaysSo() {
    Outcome<TransientAnswer> outcome =
        Transients.run(RACK, new Incident.PumpTrip("compute[0]", false), 10, () -> false);
    assertThat(outcome.whyNot().orElseThrow().key()).isEqualTo("incident.nowhere");
  }

  @Test
  void timesBetweenSamplesAreStraight() {
    TransientAnswer run = run(new Incident.PumpTrip("cdu[0]", false), 20);
    double[] t = run.timeS();
    double[] series = run.chips().getFirst().junctionC();
    double middle = (t[3] + t[4]) / 2;
    assertThat(run.at(series, middle)).isCloseTo((series[3] + series[4]) / 2, within(1e-9));
    assertThat(run.at(series, -1)).isEqualTo(series[0]);
    assertThat(run.at(series, 1e6)).isEqualTo(series[series.length - 1]);
  }
}
