package supernode.app;

import java.io.PrintWriter;
import supernode.analysis.Analysis;
import supernode.quantity.Dimension;
import supernode.quantity.Messages;
import supernode.quantity.Quantity;
import supernode.quantity.Text;
import supernode.solve.Outcome;
import supernode.solve.network.metric.LoadedFabric;

/** Latency of the fabrics of a design at an offered load, a line for each. */
final class LoadedListing {
  private LoadedListing() {}

  static void print(
      Analysis analysis, OfferedLoadOption.OfferedLoad asked, Messages messages, PrintWriter out) {
    analysis
        .networks()
        .forEach((fabric, outcome) -> {
          Outcome<Text> line =
              outcome
                  .flatMap(a -> a.views().offer(() -> false))
                  .map(o -> o.at(asked.load(), asked.packets(), () -> false))
                  .map(LoadedListing::text);
          out.println(
              messages.say("fabric." + fabric.key())
                  + ": "
                  + messages.say(line.asOptional().orElseGet(() -> line.whyNot().orElseThrow())));
        });
  }

  private static Text text(LoadedFabric at) {
    Quantity load = new Quantity(at.offeredLoad(), Dimension.RATIO);
    Quantity full = new Quantity(at.saturationLoad(), Dimension.RATIO);
    return at.latency()
        .loaded()
        .map(l ->
            Text.of(
                "app.loaded",
                load,
                new Quantity(l.meanS(), Dimension.TIME),
                new Quantity(l.p99S(), Dimension.TIME),
                full))
        .orElseGet(() -> Text.of("app.saturated", load, full));
  }
}
