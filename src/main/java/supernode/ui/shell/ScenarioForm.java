package supernode.ui.shell;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import supernode.design.Ambient;
import supernode.design.Design;
import supernode.design.Scenario;
import supernode.design.edit.Edit;
import supernode.quantity.Dimension;
import supernode.quantity.QuantityException;
import supernode.quantity.QuantityFormat;
import supernode.quantity.Text;

/** What is typed about a scenario, and the one edit that comes of it. */
final class ScenarioForm {
  /** Surroundings that can be set, all in degrees C. */
  enum Condition {
    FACILITY_WATER("facilityWater"),
    AIR("air"),
    DEW_POINT("dewPoint");

    private final String key;

    Condition(String key) {
      this.key = key;
    }

    String key() {
      return key;
    }
  }

  // Water freezes below; data centre water and air are well under the other end.
  private static final double MIN_C = -40;
  private static final double MAX_C = 90;

  private final Design design;
  private final String base;
  private final boolean adding;
  private final Scenario scenario;
  private final Map<Condition, Double> values = new EnumMap<>(Condition.class);
  private final Set<Condition> wrong = EnumSet.noneOf(Condition.class);
  private final Set<String> faults;
  private String name = "";

  /**
   * @param base the scenario that is edited, or copied when adding
   */
  ScenarioForm(Design design, String base, boolean adding) {
    this.design = design;
    this.base = base;
    this.adding = adding;
    this.scenario = design.scenarios().get(base);
    this.faults = new TreeSet<>(scenario.faults());
    Ambient ambient = scenario.ambient();
    values.put(Condition.FACILITY_WATER, ambient.facilityWaterC());
    values.put(Condition.AIR, ambient.airC());
    values.put(Condition.DEW_POINT, ambient.dewPointC());
  }

  boolean isAdding() {
    return adding;
  }

  Scenario scenario() {
    return scenario;
  }

  String name() {
    return name;
  }

  void setName(String next) {
    name = next.strip();
  }

  /** Why the name cannot be used. */
  Optional<Text> nameProblem() {
    if (name.isEmpty()) {
      return Optional.of(Text.of("ui.scenario.nameMissing"));
    }
    return design.scenarios().containsKey(name)
        ? Optional.of(Text.of("ui.scenario.nameTaken", name))
        : Optional.empty();
  }

  double value(Condition condition) {
    return values.get(condition);
  }

  /** Takes what is typed; says why when it cannot be taken. */
  Optional<Text> set(Condition condition, String typed) {
    wrong.add(condition);
    double value;
    try {
      value = QuantityFormat.parse(typed, Dimension.TEMPERATURE);
    } catch (QuantityException e) {
      return Optional.of(e.text());
    }
    if (value < MIN_C || value > MAX_C) {
      return Optional.of(Text.of("ui.scenario.range", MIN_C, MAX_C));
    }
    wrong.remove(condition);
    values.put(condition, value);
    return Optional.empty();
  }

  void setFailed(String path, boolean failed) {
    if (failed) {
      faults.add(path);
    } else {
      faults.remove(path);
    }
  }

  boolean isValid() {
    return wrong.isEmpty() && (!adding || nameProblem().isEmpty());
  }

  /** All that was typed as one step. */
  Edit edit() {
    String target = adding ? name : base;
    List<Edit> edits = new ArrayList<>();
    if (adding) {
      edits.add(new Edit.AddScenario(name, base));
    }
    edits.add(
        new Edit.SetAmbient(
            target,
            scenario
                .ambient()
                .withFacilityWaterC(value(Condition.FACILITY_WATER))
                .withAirC(value(Condition.AIR))
                .withDewPointC(value(Condition.DEW_POINT))));
    for (String path : scenario.faults()) {
      if (!faults.contains(path)) {
        edits.add(new Edit.SetFault(target, path, false));
      }
    }
    return new Edit.Compound(
        Text.of(adding ? "edit.addScenario" : "ui.scenario.edited", target), edits);
  }
}
