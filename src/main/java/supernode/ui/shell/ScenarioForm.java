package supernode.ui.shell;

import static supernode.quantity.Dimension.FACTOR;
import static supernode.quantity.Dimension.TEMPERATURE;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.ToDoubleFunction;
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
  /** Surroundings that can be set. */
  enum Condition {
    FACILITY_WATER(
        "facilityWater", TEMPERATURE, Ambient::facilityWaterC, Ambient::withFacilityWaterC),
    AIR("air", TEMPERATURE, Ambient::airC, Ambient::withAirC),
    DEW_POINT("dewPoint", TEMPERATURE, Ambient::dewPointC, Ambient::withDewPointC),
    OUTDOOR("outdoor", TEMPERATURE, Ambient::outdoorC, Ambient::withOutdoorC),
    WET_BULB("wetBulb", TEMPERATURE, Ambient::wetBulbC, Ambient::withWetBulbC),
    CARBON("carbon", FACTOR, Ambient::carbonKgPerKWh, Ambient::withCarbonKgPerKWh);

    private final String key;
    private final Dimension dimension;
    private final ToDoubleFunction<Ambient> read;
    private final BiFunction<Ambient, Double, Ambient> change;

    Condition(
        String key,
        Dimension dimension,
        ToDoubleFunction<Ambient> read,
        BiFunction<Ambient, Double, Ambient> change) {
      this.key = key;
      this.dimension = dimension;
      this.read = read;
      this.change = change;
    }

    String key() {
      return key;
    }

    String format(double value) {
      return QuantityFormat.format(value, dimension);
    }

    private Optional<Text> problem(double value) {
      boolean carbon = this == CARBON;
      double least = carbon ? 0 : MIN_C;
      double most = carbon ? Ambient.MAX_CARBON_KG_PER_KWH : MAX_C;
      return value >= least && value <= most
          ? Optional.empty()
          : Optional.of(
              Text.of(carbon ? "ui.scenario.carbonRange" : "ui.scenario.range", least, most));
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
    for (Condition c : Condition.values()) {
      values.put(c, c.read.applyAsDouble(ambient));
    }
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
      value = QuantityFormat.parse(typed, condition.dimension);
    } catch (QuantityException e) {
      return Optional.of(e.text());
    }
    Optional<Text> problem = condition.problem(value);
    if (problem.isPresent()) {
      return problem;
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
    Ambient next = scenario.ambient();
    for (Condition c : Condition.values()) {
      next = c.change.apply(next, value(c));
    }
    edits.add(new Edit.SetAmbient(target, next));
    for (String path : scenario.faults()) {
      if (!faults.contains(path)) {
        edits.add(new Edit.SetFault(target, path, false));
      }
    }
    return new Edit.Compound(
        Text.of(adding ? "edit.addScenario" : "ui.scenario.edited", target), edits);
  }
}
