package supernode.app;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import supernode.analysis.loop.LoopNetwork;
import supernode.app.inp.LoopExport;
import supernode.catalog.Catalog;
import supernode.design.Design;
import supernode.interop.epanet.InpWriter;
import supernode.quantity.Messages;
import supernode.quantity.Text;
import supernode.solve.cooling.fluid.Fluid;
import supernode.solve.cooling.hydraulic.HydraulicNetwork;
import supernode.store.SafeFile;
import supernode.topology.Expansion;

/** {@code convert DESIGN OUT.inp}: the coolant loop of a design for EPANET. */
@Command(
    name = "convert",
    description = "Writes the coolant loop of a design as an EPANET 2.2 input file.",
    mixinStandardHelpOptions = true)
final class ConvertCommand implements Callable<Integer> {
  @Mixin private Inputs inputs;

  @Parameters(index = "1", paramLabel = "OUT.inp", description = "The file to write.")
  private Path out;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    if (!out.toString().toLowerCase(Locale.ROOT).endsWith(".inp")) {
      throw new BadInput("convert.kind", out.toString());
    }
    Catalog catalog = Inputs.catalog();
    Design design = inputs.design(catalog);
    HydraulicNetwork loop =
        LoopNetwork.of(
            Expansion.of(
                design, design.library(catalog), design.scenarios().get(inputs.scenario())));
    if (loop.links().isEmpty()) {
      throw new BadInput("convert.noLoop", inputs.file().toString());
    }
    LoopExport.Export export = LoopExport.of(design.name(), loop, Fluid.PG25);
    SafeFile.write(
        out, InpWriter.text(export.network(), export.names()).getBytes(StandardCharsets.UTF_8));
    Messages messages = inputs.messages();
    PrintWriter err = spec.commandLine().getErr();
    for (Text lost : export.lossy()) {
      err.println(messages.say(lost));
    }
    err.flush();
    return 0;
  }
}
