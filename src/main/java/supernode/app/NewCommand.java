package supernode.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import supernode.catalog.CatalogReader;
import supernode.design.Assembly;
import supernode.design.Carried;
import supernode.design.Design;
import supernode.design.DesignException;
import supernode.design.template.SupernodeTemplate;
import supernode.store.DesignWriter;
import supernode.store.Samples;
import supernode.store.StoredDesign;

/** {@code new TEMPLATE -o FILE}. */
@Command(
    name = "new",
    description = {
      "Writes a new design from a template.",
      "supernode takes chip=ID, domain=2..16384 accelerators, perTray=1..8,"
          + " fabric=switch|two-tier|mesh|mesh-2d|torus, taper=1..16 of two tiers,"
          + " cooling=air|cold-plate|immersion, rack=ID, rackKW=0..600 (0 for what is usual),"
          + " domains=1..1024, scaleOut=leaf-spine|rails|fat-tree, nic=ID and"
          + " oversubscription=1..16."
    },
    mixinStandardHelpOptions = true)
final class NewCommand implements Callable<Integer> {
  private static final String EMPTY = "empty-rack";
  private static final String SUPERNODE = "supernode";

  @Parameters(
      paramLabel = "TEMPLATE",
      index = "0",
      description = "empty-rack, supernode, or the name of a sample; an unknown name lists them.")
  private String template;

  @Parameters(
      paramLabel = "KEY=VALUE",
      index = "1..*",
      arity = "0..*",
      description = "Parameters of the template supernode.")
  private List<String> parameters = new ArrayList<>();

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "FILE",
      description = "File to write; must not exist yet.")
  private Path output;

  @Override
  public Integer call() {
    if (Files.exists(output)) {
      throw new BadInput("app.exists", output.toString());
    }
    if (!parameters.isEmpty() && !template.equals(SUPERNODE)) {
      throw new BadInput("app.noParameters", template, parameters.getFirst());
    }
    StoredDesign stored =
        switch (template) {
          case EMPTY -> StoredDesign.of(Design.empty("Rack", "rack", emptyRack()));
          case SUPERNODE -> StoredDesign.of(supernode());
          default -> sample();
        };
    Design whole = Carried.recorded(stored.design(), Inputs.catalog(), CatalogReader.shipped());
    DesignWriter.write(new StoredDesign(whole, stored.view(), stored.file()), output);
    return 0;
  }

  private StoredDesign sample() {
    if (!Samples.NAMES.contains(template)) {
      throw new BadInput(
          "app.noTemplate",
          template,
          String.join(", ", EMPTY, SUPERNODE, String.join(", ", Samples.NAMES)));
    }
    return Samples.read(template, Inputs.catalog());
  }

  private Design supernode() {
    Map<String, String> values = new LinkedHashMap<>();
    for (String parameter : parameters) {
      int equals = parameter.indexOf('=');
      if (equals < 1) {
        throw new BadInput("app.parameter", parameter);
      }
      String before = values.put(parameter.substring(0, equals), parameter.substring(equals + 1));
      if (before != null) {
        throw new BadInput("app.parameterTwice", parameter.substring(0, equals));
      }
    }
    try {
      return SupernodeTemplate.draw(
          supernode.design.template.Parameters.of(values), Inputs.catalog());
    } catch (DesignException e) {
      throw new BadInput(e.text());
    }
  }

  private static Assembly emptyRack() {
    return new Assembly(
        "Rack", Assembly.Level.RACK, 0, "rack-nvl72", Map.of(), List.of(), Map.of());
  }
}
