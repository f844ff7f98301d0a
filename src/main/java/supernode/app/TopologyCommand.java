package supernode.app;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import supernode.interop.graph.GraphFile;
import supernode.interop.graph.ImportedGraph;
import supernode.topology.generate.Kind;
import supernode.topology.generate.Kinds;
import supernode.topology.generate.Recipe;
import tools.jackson.databind.node.ObjectNode;

/** {@code topology KIND key=value...}: what an interconnect is and can. */
@Command(
    name = "topology",
    description = {
      "Counts, distances, cuts and throughput of a generated fabric or of a graph file.",
      "All kinds take rateGbps= or rateGBps=, latencyNs= and lengthM= for their links; with a"
          + " cable's name before a dot (host.rateGbps=) for those alone. At most 2 million"
          + " vertices and 10 million links are built; beyond that formulas answer alone.",
      "diameter, meanPathHosts, edgeConnectivity and linkDisjointPaths range over pairs of hosts"
          + " (endpoints); diameterAll, meanPathAll and edgeConnectivityAll over all vertices of"
          + " the bare graph, in which everything passes traffic on.",
      "Without KIND, the kinds are listed."
    },
    mixinStandardHelpOptions = true)
final class TopologyCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "KIND key=value",
      arity = "0..*",
      description = "A kind of fabric and its parameters.")
  private List<String> words = new ArrayList<>();

  @Option(
      names = "--graph",
      paramLabel = "FILE",
      description =
          "A graph instead: *.graphml, *.dot, or *.json of"
              + " {\"edges\":[[a,b,{\"capacityGBps\":..,\"latencyNs\":..}]],\"hosts\":[..]}.")
  private String file;

  @Option(
      names = "--hosts-forward",
      negatable = true,
      description =
          "Whether hosts of the graph pass on what is not for them. If not given, the file's"
              + " \"hostsForward\" counts; without it they do where all vertices are hosts or some"
              + " pair in one piece has no other way.")
  private Boolean hostsForward;

  @Mixin private OfferedLoadOption offered;

  @Option(
      names = "--degradation",
      paramLabel = "PART",
      description =
          "Adds how all-to-all suffers as links, switches or endpoints fail at random; with"
              + " --json.")
  private String degradation;

  @Option(names = "--json", description = "Prints JSON; units are in the key names.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    if (file != null && !words.isEmpty()) {
      throw new BadInput("topology.kindAndGraph", words.getFirst());
    }
    if (file == null && hostsForward != null) {
      throw new BadInput("topology.forwardOfGraph");
    }
    if (file == null && words.isEmpty()) {
      Kinds.ALL.stream().map(Kind::usage).forEach(out::println);
      out.flush();
      return 0;
    }
    ObjectNode answer = file == null ? generated() : imported();
    if (json) {
      out.println(answer.toPrettyString());
    } else {
      TopologyListing.print(answer, out);
    }
    out.flush();
    return 0;
  }

  private ObjectNode generated() {
    Recipe recipe = Recipe.read(words.getFirst(), words.subList(1, words.size()));
    return TopologyJson.of(recipe, further(), Inputs.systemMessages());
  }

  private ObjectNode imported() {
    ImportedGraph graph = GraphFile.read(file, Optional.ofNullable(hostsForward));
    return TopologyJson.of(graph, file, further(), Inputs.systemMessages());
  }

  private TopologyJson.Further further() {
    return new TopologyJson.Further(DegradationJson.part(degradation), offered.read());
  }
}
