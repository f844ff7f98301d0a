package supernode.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import supernode.design.Assembly;
import supernode.design.Design;
import supernode.store.DesignWriter;
import supernode.store.Samples;
import supernode.store.StoredDesign;

/** {@code new TEMPLATE -o FILE}. */
@Command(
    name = "new",
    description = "Writes a new design from a template.",
    mixinStandardHelpOptions = true)
final class NewCommand implements Callable<Integer> {
  private static final String EMPTY = "empty-rack";

  @Parameters(
      paramLabel = "TEMPLATE",
      description = "empty-rack, or the name of a sample; an unknown name lists them all.")
  private String template;

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
    if (!template.equals(EMPTY) && !Samples.NAMES.contains(template)) {
      throw new BadInput(
          "app.noTemplate", template, EMPTY + ", " + String.join(", ", Samples.NAMES));
    }
    StoredDesign stored =
        template.equals(EMPTY)
            ? StoredDesign.of(Design.empty("Rack", "rack", emptyRack()))
            : Samples.read(template, Inputs.catalog());
    DesignWriter.write(stored, output);
    return 0;
  }

  private static Assembly emptyRack() {
    return new Assembly(
        "Rack",
        Assembly.Level.RACK,
        0,
        "rack-nvl72",
        java.util.Map.of(),
        java.util.List.of(),
        java.util.Map.of());
  }
}
