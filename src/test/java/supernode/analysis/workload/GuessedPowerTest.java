package supernode.analysis.workload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import supernode.analysis.SampleAnalysis;
import supernode.catalog.Confidence;
import supernode.catalog.Part;
import supernode.catalog.Property;
import supernode.catalog.Sourced;
import supernode.catalog.Values;
import supernode.design.Setting;
import supernode.solve.workload.machine.Chip;

/** A job that names a chip of the catalogue takes it with what is a guess of it. */
class GuessedPowerTest {
  private static Chip chip(Confidence confidence) {
    Part h100 = SampleAnalysis.CATALOG.part("h100-sxm").orElseThrow();
    Map<Property, Sourced> values = new EnumMap<>(h100.values().all());
    values.put(Property.POWER_W, new Sourced(650, confidence, "own sheet", ""));
    Part mine = new Part("mine", h100.kind(), "Mine", "Me", new Values(values), h100.ports());
    Setting.Group machine =
        new Setting.Group(Map.of("chip", new Setting.Word("mine"), "count", new Setting.Amount(1)));
    return Machine.of(
            JobFields.of("job.json", new Setting.Group(Map.of("machine", machine))),
            SampleAnalysis.CATALOG.with(List.of(mine), List.of()))
        .fleet()
        .chip();
  }

  @Test
  void anAssumedPowerIsAGuess() {
    assertThat(chip(Confidence.ASSUMPTION).powerGuessed()).isTrue();
    assertThat(chip(Confidence.ASSUMPTION).powerW()).isEqualTo(650);
  }

  @ParameterizedTest
  @EnumSource(value = Confidence.class, names = "ASSUMPTION", mode = EnumSource.Mode.EXCLUDE)
  void anyOtherCounts(Confidence confidence) {
    assertThat(chip(confidence).powerGuessed()).isFalse();
  }
}
