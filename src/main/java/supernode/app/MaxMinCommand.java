package supernode.app;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import supernode.quantity.Messages;
import supernode.solve.network.rate.LimitingLinks;
import supernode.solve.network.rate.MaxMin;
import supernode.solve.network.rate.MaxMinCertificate;
import supernode.solve.network.rate.MaxMinResult;

/** {@code maxmin PROBLEM.json}: who gets how much where flows share links. */
@Command(
    name = "maxmin",
    description = {
      "Max-min fair rates of flows that share links, with the proof.",
      "PROBLEM is {\"links\":[{\"id\":..,\"capacity\":..}],\"flows\":[{\"id\":..,\"route\":[link"
          + " ids],\"weight\":1,\"limit\":null}]}; \"shares\":{link:fraction} may stand for a"
          + " route. At most 2 million links, 5 million flows and 20 million crossings."
    },
    mixinStandardHelpOptions = true)
final class MaxMinCommand implements Callable<Integer> {
  private static final int LINKS_SHOWN = 20;

  @Parameters(paramLabel = "PROBLEM", description = "The problem, *.json; - for standard input.")
  private String file;

  @Option(names = "--json", description = "Prints JSON.")
  private boolean json;

  @Option(
      names = "--what-if",
      description = "Adds what raising the capacity of each of the ten worst links would bring.")
  private boolean whatIf;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    NamedFlows named = FlowProblemReader.read(file);
    MaxMinResult result = MaxMin.solve(named.problem(), () -> false);
    MaxMinCertificate proof = MaxMinCertificate.check(named.problem(), result.ratesBytesPerS());
    LimitingLinks limiting = LimitingLinks.of(named.problem(), result);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      new FlowRatesJson(named, result, limiting, proof).write(out, whatIf);
    } else {
      print(named, result, limiting, proof, out);
    }
    out.flush();
    return 0;
  }

  private static void print(
      NamedFlows named,
      MaxMinResult result,
      LimitingLinks limiting,
      MaxMinCertificate proof,
      PrintWriter out) {
    Messages messages = Inputs.systemMessages();
    for (int f = 0; f < named.flows().size(); f++) {
      int by = result.bottleneck(f);
      out.printf(
          "%-24s %-24s %s%n",
          named.flows().get(f),
          result.rateBytesPerS(f),
          by < 0 ? messages.say("maxmin.ownLimit") : named.links().get(by));
    }
    out.println();
    List<Integer> ranked = limiting.ranked();
    for (int l : ranked.subList(0, Math.min(LINKS_SHOWN, ranked.size()))) {
      out.println(messages.say("maxmin.limits", named.links().get(l), (long) limiting.flows(l)));
    }
    if (ranked.size() > LINKS_SHOWN) {
      out.println(messages.say("maxmin.moreLinks", ranked.size() - LINKS_SHOWN));
    }
    out.println(
        messages.say(
            proof.holds() ? "maxmin.proved" : "maxmin.unproved",
            result.levels(),
            String.valueOf(proof.worstOverload()),
            String.valueOf(proof.worstShortfall())));
  }
}
