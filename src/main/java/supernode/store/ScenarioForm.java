package supernode.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import supernode.design.Ambient;
import supernode.design.Damage;
import supernode.design.Design;
import supernode.design.Scenario;
import supernode.design.Traffic;
import supernode.design.WeatherYear;
import supernode.design.Workload;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The scenarios of the file: where one says nothing, it is as the default scenario. */
final class ScenarioForm {
  private ScenarioForm() {}

  static Map<String, Scenario> read(Map<String, Fields> all) {
    Fields own = all.get(Design.DEFAULT_SCENARIO);
    Scenario base = own == null ? Scenario.DEFAULT : read(own, Scenario.DEFAULT);
    Map<String, Scenario> scenarios = new LinkedHashMap<>();
    all.forEach((name, f) -> scenarios.put(name, f == own ? base : read(f, base)));
    return scenarios;
  }

  private static Scenario read(Fields f, Scenario base) {
    Ambient ambient =
        f.object("ambient").map(a -> ambient(a, base.ambient())).orElse(base.ambient());
    List<Traffic> traffic =
        f.find("traffic").isEmpty()
            ? base.traffic()
            : f.objectList("traffic").stream().map(TrafficForm::read).toList();
    Set<String> faults = new TreeSet<>();
    f.texts("faults").forEach(path -> faults.add(DesignForm.path(f, "faults", path)));
    List<Damage> damage = f.objectList("damage").stream().map(DamageForm::read).toList();
    Map<String, Workload> workloads = new LinkedHashMap<>();
    f.objects("workloads").forEach((name, w) -> workloads.put(name, WorkloadForm.read(w)));
    Optional<WeatherYear> weather = f.object("weather").map(WeatherForm::read);
    f.done();
    return new Scenario(ambient, traffic, faults, damage, workloads, weather);
  }

  private static Ambient ambient(Fields f, Ambient base) {
    Ambient ambient =
        new Ambient(
            f.number("facilityWaterC", base.facilityWaterC()),
            f.number("airC", base.airC()),
            f.number("dewPointC", base.dewPointC()),
            f.number("outdoorC", base.outdoorC()),
            f.number("wetBulbC", base.wetBulbC()),
            f.number("carbonKgPerKWh", base.carbonKgPerKWh()));
    f.done();
    return ambient;
  }

  static ObjectNode write(Map<String, Scenario> scenarios) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    Scenario base = scenarios.get(Design.DEFAULT_SCENARIO);
    scenarios.forEach(
        (name, s) -> node.set(name, write(s, name.equals(Design.DEFAULT_SCENARIO), base)));
    return node;
  }

  private static ObjectNode write(Scenario scenario, boolean isBase, Scenario base) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    if (isBase || !scenario.ambient().equals(base.ambient())) {
      ObjectNode ambient = node.putObject("ambient");
      ambient.set("facilityWaterC", Layout.number(scenario.ambient().facilityWaterC()));
      ambient.set("airC", Layout.number(scenario.ambient().airC()));
      ambient.set("dewPointC", Layout.number(scenario.ambient().dewPointC()));
      outside(ambient, scenario.ambient(), isBase ? Ambient.DEFAULT : base.ambient());
    }
    if (isBase || !scenario.traffic().equals(base.traffic())) {
      ArrayNode traffic = node.putArray("traffic");
      scenario.traffic().forEach(t -> traffic.add(TrafficForm.write(t)));
    }
    if (isBase || !scenario.faults().isEmpty()) {
      node.set("faults", DesignForm.array(scenario.faults()));
    }
    if (!scenario.damage().isEmpty()) {
      ArrayNode damage = node.putArray("damage");
      scenario.damage().forEach(d -> damage.add(DamageForm.write(d)));
    }
    if (!scenario.workloads().isEmpty()) {
      ObjectNode workloads = node.putObject("workloads");
      scenario.workloads().forEach((name, w) -> workloads.set(name, WorkloadForm.write(w)));
    }
    scenario.weather().ifPresent(w -> node.set("weather", WeatherForm.write(w)));
    return node;
  }

  /** What is outside, where it differs: most designs say nothing of it. */
  private static void outside(ObjectNode node, Ambient now, Ambient base) {
    if (now.outdoorC() != base.outdoorC()) {
      node.set("outdoorC", Layout.number(now.outdoorC()));
    }
    if (now.wetBulbC() != base.wetBulbC()) {
      node.set("wetBulbC", Layout.number(now.wetBulbC()));
    }
    if (now.carbonKgPerKWh() != base.carbonKgPerKWh()) {
      node.set("carbonKgPerKWh", Layout.number(now.carbonKgPerKWh()));
    }
  }
}
