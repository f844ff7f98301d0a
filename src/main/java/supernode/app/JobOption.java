package supernode.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.function.Consumer;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import supernode.analysis.workload.JobFields;
import supernode.analysis.workload.Machine;
import supernode.design.Workload;
import supernode.quantity.Messages;
import tools.jackson.databind.node.ObjectNode;

/** A job, what it runs on, and how the answer is told. */
final class JobOption {
  @Parameters(paramLabel = "JOB", description = "What is to be done, *.json.")
  private String file;

  @Option(names = "--on", paramLabel = "DESIGN", description = "A design, *.supernode.json.")
  private Path design;

  @Option(names = "--json", description = "Prints JSON; units are in the key names.")
  private boolean json;

  @Mixin private Changes changes;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  Messages messages() {
    return changes.messages();
  }

  JobFields fields(Workload.Kind kind) {
    return JobFile.read(file, "supernode-" + kind.key() + "-job");
  }

  /** What the file says that it is; by what it asks for where it does not say. */
  Workload.Kind kind() {
    return JobFile.kind(file);
  }

  Machine machine(JobFields fields, Workload.Kind kind) {
    return JobFile.machine(fields, kind, design, changes, Inputs.catalog());
  }

  /** Prints one or the other. */
  int tell(ObjectNode tree, Consumer<PrintWriter> text) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(AnalysisJson.JSON.writeValueAsString(tree));
    } else {
      text.accept(out);
    }
    out.flush();
    return 0;
  }
}
