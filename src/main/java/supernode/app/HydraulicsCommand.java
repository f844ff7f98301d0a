package supernode.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import supernode.app.inp.InpFlow;
import supernode.interop.epanet.InpNetwork;
import supernode.interop.epanet.InpReader;
import supernode.quantity.Messages;
import supernode.quantity.Text;

/** {@code hydraulics FILE.inp}: flows and heads of an EPANET network at time 0. */
@Command(
    name = "hydraulics",
    description = "Solves an EPANET 2.2 input file at time 0: heads, pressures, flows.",
    mixinStandardHelpOptions = true,
    footer = "%nExit code 1 when a part of the network has no solution; its reason is printed.")
final class HydraulicsCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE.inp", description = "An EPANET input file.")
  private Path file;

  @Option(names = "--json", description = "Prints JSON; units are in the key names.")
  private boolean json;

  @Option(
      names = "--epanet-constants",
      description = "Takes EPANET's gravity and rounded unit factors instead of exact ones.")
  private boolean epanetConstants;

  @Option(
      names = "--lang",
      paramLabel = "LANGUAGE",
      description = "Language of texts: en or zh; the system's if not given.")
  private String language = Locale.getDefault().getLanguage();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Messages messages = new Messages(Messages.locale(language));
    PrintWriter err = spec.commandLine().getErr();
    InpNetwork network = InpReader.read(file);
    for (Text remark : network.remarks()) {
      err.println(messages.say(remark));
    }
    InpFlow flow = InpFlow.of(network, epanetConstants);
    for (InpFlow.Island island : flow.islands()) {
      island.reason().ifPresent(reason -> err.println(messages.say(reason)));
    }
    err.flush();
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(HydraulicsJson.text(flow, epanetConstants, messages));
    } else {
      print(flow, messages, out);
    }
    out.flush();
    return HydraulicsJson.status(flow) == InpFlow.Status.SOLVED ? 0 : Failures.ERRORS_FOUND;
  }

  private static void print(InpFlow flow, Messages messages, PrintWriter out) {
    out.println(messages.say("app.hydraulics.nodes"));
    flow.nodes()
        .forEach((id, a) ->
            out.printf("  %-20s %14s %14s%n", id, number(a.headM()), number(a.pressureKPa())));
    out.println(messages.say("app.hydraulics.links"));
    flow.links()
        .forEach((id, a) ->
            out.printf(
                "  %-20s %14s %14s  %s%n",
                id,
                number(scaled(a.flowM3S(), 1000)),
                number(a.headLossM()),
                messages.say("app.hydraulics." + a.status())));
    for (InpFlow.Island island : flow.islands()) {
      island.notices().forEach(n -> out.println(messages.say(n.text())));
    }
  }

  private static OptionalDouble scaled(OptionalDouble value, double by) {
    return value.isPresent() ? OptionalDouble.of(by * value.getAsDouble()) : value;
  }

  private static String number(OptionalDouble value) {
    return value.isPresent() ? String.format(Locale.ROOT, "%.5f", value.getAsDouble()) : "–";
  }
}
