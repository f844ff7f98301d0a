package supernode.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import supernode.design.Ambient;
import supernode.design.Design;
import supernode.design.Scenario;
import supernode.ui.shell.ScenarioForm.Condition;

class ScenarioFormTest {
  private final Design design =
      Desk.small()
          .withScenario(Design.DEFAULT_SCENARIO, Scenario.DEFAULT.withFaults(Set.of("compute[1]")));

  @Test
  void addingCopiesTheScenarioWithWhatWasTypedInOneStep() {
    ScenarioForm form = new ScenarioForm(design, Design.DEFAULT_SCENARIO, true);
    form.setName("hot day");
    assertThat(form.set(Condition.FACILITY_WATER, "45 °C")).isEmpty();

    Design next = form.edit().applyTo(design);

    assertThat(next.scenarios().get("hot day").ambient())
        .isEqualTo(new Ambient(45, Ambient.DEFAULT.airC(), Ambient.DEFAULT.dewPointC()));
    assertThat(next.scenarios().get("hot day").faults()).containsExactly("compute[1]");
    assertThat(next.scenarios().get(Design.DEFAULT_SCENARIO))
        .isEqualTo(design.scenarios().get(Design.DEFAULT_SCENARIO));
  }

  @Test
  void weatherAndGridAreSet() {
    ScenarioForm form = new ScenarioForm(design, Design.DEFAULT_SCENARIO, false);
    assertThat(form.set(Condition.OUTDOOR, "38")).isEmpty();
    assertThat(form.set(Condition.WET_BULB, "24 °C")).isEmpty();
    assertThat(form.set(Condition.CARBON, "-1")).isPresent();
    assertThat(form.isValid()).isFalse();
    assertThat(form.set(Condition.CARBON, "0.05")).isEmpty();
    Ambient now = form.edit().applyTo(design).scenarios().get(Design.DEFAULT_SCENARIO).ambient();
    assertThat(now)
        .isEqualTo(Ambient.DEFAULT.withOutdoorC(38).withWetBulbC(24).withCarbonKgPerKWh(0.05));
  }

  @Test
  void aNameIsNeededAndMustBeNew() {
    ScenarioForm form = new ScenarioForm(design, Design.DEFAULT_SCENARIO, true);
    assertThat(form.isValid()).isFalse();

    form.setName(Design.DEFAULT_SCENARIO);
    assertThat(form.isValid()).isFalse();

    form.setName("hot day");
    assertThat(form.isValid()).isTrue();
  }

  @Test
  void whatIsNoTemperatureIsSaidAndNotTaken() {
    ScenarioForm form = new ScenarioForm(design, Design.DEFAULT_SCENARIO, false);

    assertThat(form.set(Condition.AIR, "warm")).isPresent();
    assertThat(form.isValid()).isFalse();
    assertThat(form.set(Condition.AIR, "500 °C")).isPresent();
    assertThat(form.isValid()).isFalse();
    assertThat(form.set(Condition.AIR, "27")).isEmpty();
    assertThat(form.isValid()).isTrue();
    assertThat(form.value(Condition.AIR)).isEqualTo(27);
  }

  @Test
  void clearingAFaultMendsIt() {
    ScenarioForm form = new ScenarioForm(design, Design.DEFAULT_SCENARIO, false);
    form.setFailed("compute[1]", false);

    assertThat(form.edit().applyTo(design).scenarios().get(Design.DEFAULT_SCENARIO).faults())
        .isEmpty();
  }
}
