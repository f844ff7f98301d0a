package supernode.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import picocli.CommandLine.Option;
import supernode.analysis.Analyst;
import supernode.analysis.workload.InducedTraffic;
import supernode.catalog.Catalog;
import supernode.catalog.Property;
import supernode.design.Damage;
import supernode.design.Design;
import supernode.design.DesignCheck;
import supernode.design.Fabric;
import supernode.design.InstancePath;
import supernode.design.Places;
import supernode.design.Traffic;
import supernode.design.TrafficPattern;
import supernode.design.edit.Edit;
import supernode.interop.matrix.MatrixException;
import supernode.interop.matrix.MatrixReader;
import supernode.quantity.Dimension;
import supernode.quantity.Messages;
import supernode.quantity.QuantityException;
import supernode.quantity.QuantityFormat;
import supernode.solve.Outcome;
import supernode.store.DesignReader;

/** What may be tried on a design for one command: a scenario, faults, values. */
final class Changes {
  private static final String NUMBER = "[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?";

  private static final String OF_WORKLOAD = "workload:";

  @Option(
      names = "--scenario",
      paramLabel = "NAME",
      description = "Scenario of the design; \"default\" if not given.")
  private String scenario = Design.DEFAULT_SCENARIO;

  @Option(
      names = "--fail",
      paramLabel = "PATH",
      description =
          "Fails an instance, for example fabric[3].switch[0]; a link between two, A~B (A~B*2 for"
              + " two of its parallel ones); the link of a port, gpu[0]:nvlink[3]; a plane,"
              + " scale-up:plane[2]. Can be repeated.")
  private List<String> failed = new ArrayList<>();

  @Option(
      names = "--fail-random",
      paramLabel = "PART=N[,seed=N][,fabric=NAME]",
      description =
          "Fails parts of a fabric drawn at random: links=16,seed=7 or switches=2,fabric=scale-up"
              + " or endpoints=4. Can be repeated.")
  private List<String> random = new ArrayList<>();

  @Option(
      names = "--set",
      paramLabel = "PATH.PROPERTY=VALUE",
      description =
          "Sets a value of an instance, for example cdu.pumpSpeed=70%% or"
              + " compute[0].gpu[1].die.powerW=1.1kW; scenario.facilityWaterC, scenario.airC and"
              + " scenario.dewPointC set the surroundings. Can be repeated.")
  private List<String> set = new ArrayList<>();

  @Option(
      names = "--traffic",
      paramLabel = "FABRIC=FILE",
      description =
          "Sends a traffic matrix over a fabric in place of what the scenario sends there: CSV or"
              + " JSON, a square of GB/s from each endpoint to each, or a list headed"
              + " from,to[,limitGBps][,weight]; or what a training workload of the scenario sends"
              + " in a step, scale-up=workload:NAME. Can be repeated.")
  private List<String> traffic = new ArrayList<>();

  @Option(
      names = "--lang",
      paramLabel = "LANGUAGE",
      description = "Language of texts: en or zh; the system's if not given.")
  private String language = Locale.getDefault().getLanguage();

  Messages messages() {
    return Language.of(language);
  }

  String scenario() {
    return scenario;
  }

  /** The design with the changes to try applied. */
  Design applied(Path file, Catalog catalog) {
    // What cannot be carried out is said before time goes into solving.
    messages();
    Design design = DesignReader.read(file, catalog).design();
    if (!design.scenarios().containsKey(scenario)) {
      throw new BadInput(
          "app.noScenario", scenario, String.join(", ", design.scenarios().keySet()));
    }
    List<Damage> damage = new ArrayList<>(design.scenarios().get(scenario).damage());
    for (String what : failed) {
      Optional<Damage> part = DamageOption.single(what);
      part.ifPresent(damage::add);
      if (part.isEmpty()) {
        requireInstance(design, catalog, what);
        design = new Edit.SetFault(scenario, what, true).applyTo(design);
      }
    }
    for (String what : random) {
      damage.add(DamageOption.random(what, design));
    }
    design = new Edit.SetDamage(scenario, damage).applyTo(design);
    for (String matrix : traffic) {
      design = sending(design, catalog, matrix);
    }
    for (String assignment : set) {
      design = assigned(design, catalog, assignment);
    }
    DesignCheck.require(design, catalog);
    return design;
  }

  private Design sending(Design design, Catalog catalog, String matrix) {
    int equals = matrix.indexOf('=');
    Fabric fabric =
        Fabric.ofKey(matrix.substring(0, Math.max(0, equals)))
            .orElseThrow(() -> new BadInput("app.traffic", matrix));
    List<Traffic> next =
        new ArrayList<>(
            design.scenarios().get(scenario).traffic().stream()
                .filter(t -> t.fabric() != fabric)
                .toList());
    next.add(new Traffic(fabric, sent(design, catalog, fabric, matrix.substring(equals + 1))));
    return new Edit.SetTraffic(scenario, next).applyTo(design);
  }

  private TrafficPattern sent(Design design, Catalog catalog, Fabric fabric, String source) {
    if (source.startsWith(OF_WORKLOAD)) {
      Outcome<TrafficPattern> induced =
          InducedTraffic.of(
              new Analyst(catalog).full(design, scenario, () -> false),
              source.substring(OF_WORKLOAD.length()),
              fabric);
      return induced.asOptional().orElseThrow(() -> new BadInput(induced.whyNot().orElseThrow()));
    }
    try {
      return MatrixReader.read(Path.of(source));
    } catch (MatrixException e) {
      throw new BadInput(e.text());
    }
  }

  private Design assigned(Design design, Catalog catalog, String assignment) {
    int equals = assignment.indexOf('=');
    int dot = assignment.lastIndexOf('.', equals < 0 ? 0 : equals);
    if (equals < 0 || dot < 0) {
      throw new BadInput("app.set", assignment);
    }
    String path = assignment.substring(0, dot);
    String key = assignment.substring(dot + 1, equals);
    String value = assignment.substring(equals + 1);
    if (path.equals("scenario")) {
      return Surroundings.set(
          design, scenario, key, si(assignment, value, Surroundings.dimension(key)));
    }
    Property property =
        Property.ofKey(key).orElseThrow(() -> new BadInput("app.noProperty", key, path));
    requireInstance(design, catalog, path);
    double si = value(assignment, value, property);
    return new Edit.SetInstanceValue(path, property, OptionalDouble.of(si)).applyTo(design);
  }

  // A bare number is in the unit that the key names; otherwise the unit is written.
  private static double value(String assignment, String text, Property property) {
    OptionalDouble choice = property.choice(text);
    if (choice.isPresent()) {
      return choice.getAsDouble();
    }
    return text.matches(NUMBER)
        ? property.toSi(Double.parseDouble(text))
        : si(assignment, text, property.dimension());
  }

  private static double si(String assignment, String text, Dimension dimension) {
    try {
      return QuantityFormat.parse(text, dimension);
    } catch (QuantityException e) {
      throw new BadInput("app.setValue", assignment, e.text());
    }
  }

  private static void requireInstance(Design design, Catalog catalog, String path) {
    if (new Places(design, design.library(catalog)).find(InstancePath.parse(path)).isEmpty()) {
      throw new BadInput("design.noSuchInstance", path);
    }
  }
}
