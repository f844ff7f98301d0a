package supernode.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import supernode.analysis.FabricFlows;
import supernode.analysis.LinkCarried;
import supernode.analysis.LinkLine;
import supernode.analysis.LinkLoad;
import supernode.quantity.Dimension;
import supernode.quantity.Messages;
import supernode.quantity.QuantityFormat;
import supernode.quantity.Text;
import supernode.solve.Outcome;

/**
 * What the links of a line carry, in words: both directions, and the flows on the busier one.
 *
 * @param title which links they are
 */
public record LinkReport(String title, List<Line> lines) {
  /** Kinds of flows that are listed; the rest is counted. */
  private static final int MOST = 3;

  public LinkReport {
    lines = List.copyOf(lines);
  }

  /**
   * A line.
   *
   * @param value may be empty
   * @param held whether it tells of flows that these links hold back
   */
  public record Line(String words, String value, boolean held) {}

  /**
   * @param flows on the busier direction; empty while they are being worked out
   */
  public static LinkReport of(
      LinkLine line,
      LinkCarried carried,
      Optional<Outcome<List<FabricFlows.Flow>>> flows,
      Messages messages) {
    LinkLoad load = carried.load();
    List<Line> lines = new ArrayList<>();
    lines.add(
        new Line(
            messages.say("fabric." + carried.fabric().key())
                + " · "
                + messages.say(carried.traffic()),
            messages.say("link.count", load.links()),
            false));
    lines.add(direction(line, carried.out(), true, load.out(), load.outBytesPerS()));
    lines.add(direction(line, carried.back(), false, load.back(), load.backBytesPerS()));
    if (flows.isEmpty()) {
      lines.add(new Line(messages.say("link.working"), "", false));
    } else {
      flows.get().whyNot().ifPresent(why -> lines.add(new Line(messages.say(why), "", false)));
      flows.get().asOptional().ifPresent(all -> list(line, all, messages, lines));
    }
    return new LinkReport(title(line, carried), lines);
  }

  private static String title(LinkLine line, LinkCarried carried) {
    String from = line.from().isEmpty() ? near(line, carried.out().from()) : line.from();
    String to = line.to().isEmpty() ? near(line, carried.out().to()) : line.to();
    return from + " ↔ " + to + (line.to().isEmpty() ? " …" : "");
  }

  /** A path as seen from the assembly that is wired. */
  private static String near(LinkLine line, String path) {
    return !line.at().isEmpty() && path.startsWith(line.at() + ".")
        ? path.substring(line.at().length() + 1)
        : path;
  }

  private static Line direction(
      LinkLine line,
      FabricFlows.Direction busiest,
      boolean out,
      double utilisation,
      double bytesPerS) {
    String to = out ? line.to() : line.from();
    return new Line(
        "→ " + (to.isEmpty() ? near(line, busiest.to()) : to),
        QuantityFormat.format(utilisation, Dimension.RATIO)
            + " · "
            + QuantityFormat.format(bytesPerS, Dimension.BANDWIDTH),
        false);
  }

  private static void list(
      LinkLine line, List<FabricFlows.Flow> flows, Messages messages, List<Line> out) {
    if (flows.isEmpty()) {
      out.add(new Line(messages.say("link.idle"), "", false));
    }
    for (FabricFlows.Flow f : flows.subList(0, Math.min(MOST, flows.size()))) {
      Text rate =
          Text.of(
              f.limited() ? "link.held" : "link.heldElsewhere",
              QuantityFormat.number(Math.rint(100 * f.flows()) / 100),
              QuantityFormat.format(f.rateBytesPerS(), Dimension.BANDWIDTH));
      out.add(
          new Line(
              near(line, f.from()) + " → " + near(line, f.to()), messages.say(rate), f.limited()));
    }
    if (flows.size() > MOST) {
      out.add(new Line(messages.say("link.more", flows.size() - MOST), "", false));
    }
  }
}
