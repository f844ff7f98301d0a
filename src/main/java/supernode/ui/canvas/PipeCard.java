package supernode.ui.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import supernode.analysis.LinkLine;
import supernode.analysis.PipeFlow;
import supernode.design.Assembly;
import supernode.design.InstancePath;
import supernode.design.Wiring;
import supernode.figure.ColorRole;
import supernode.figure.drawing.Tag;
import supernode.quantity.Dimension;
import supernode.quantity.Messages;
import supernode.quantity.QuantityFormat;

/** What a pipe under the pointer carries: which way, how much, at what pressure, how warm. */
final class PipeCard {
  private PipeCard() {}

  /** Empty where the line is no pipe of a solved loop. */
  static Optional<Card> of(Board board, Tag tag, Messages messages) {
    if (tag.wiring().isEmpty()) {
      return Optional.empty();
    }
    LinkLine line = tag.line();
    return board
        .pipes()
        .of(line)
        .map(flow -> new Card(title(board, line, flow), lines(flow, messages)));
  }

  /** The ends in the direction of the flow; of a trunk the name of its wiring. */
  private static String title(Board board, LinkLine line, PipeFlow flow) {
    if (!line.from().isEmpty() && !line.to().isEmpty()) {
      boolean onward = flow.flowM3S() >= 0;
      return (onward ? line.from() : line.to()) + " → " + (onward ? line.to() : line.from());
    }
    Assembly assembly =
        board
            .layout()
            .assemblyAt(InstancePath.parse(line.at()))
            .map(board.workspace().design().assemblies()::get)
            .orElse(null);
    String name =
        Optional.ofNullable(assembly)
            .filter(a -> line.wiring() < a.wirings().size())
            .map(a -> a.wirings().get(line.wiring()))
            .map(Wiring::name)
            .orElse("");
    return line.from().isEmpty() ? name : line.from() + (name.isEmpty() ? "" : " · " + name);
  }

  private static List<Card.Line> lines(PipeFlow flow, Messages messages) {
    List<Card.Line> lines = new ArrayList<>();
    line("flowLpm", Math.abs(flow.flowM3S()), Dimension.FLOW, messages, lines);
    if (flow.hoses() > 1) {
      lines.add(
          new Card.Line(
              messages.say("canvas.pipe.hoses"),
              QuantityFormat.number(flow.hoses()),
              ColorRole.SECONDARY));
    }
    line("inletC", flow.inletC(), Dimension.TEMPERATURE, messages, lines);
    if (Math.abs(flow.outletC() - flow.inletC()) > 0.005) {
      line("outletC", flow.outletC(), Dimension.TEMPERATURE, messages, lines);
    }
    flow.pressures()
        .ifPresent(p -> {
          lines.add(
              new Card.Line(
                  messages.say("canvas.pipe.pressure"),
                  QuantityFormat.format(p.inletPa(), Dimension.PRESSURE),
                  ColorRole.SECONDARY));
          line("pressureKPa", p.lossPa(), Dimension.PRESSURE, messages, lines);
        });
    return lines;
  }

  private static void line(
      String key, double si, Dimension dimension, Messages messages, List<Card.Line> out) {
    out.add(
        new Card.Line(
            messages.say("result.part." + key),
            QuantityFormat.format(si, dimension),
            ColorRole.SECONDARY));
  }
}
