package supernode.app;

import java.util.Optional;
import supernode.analysis.FabricDegradation;
import supernode.design.Damage;
import supernode.quantity.Messages;
import supernode.solve.Outcome;
import supernode.solve.network.traffic.Degradation;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A curve of degradation as JSON. */
final class DegradationJson {
  private DegradationJson() {}

  /** What an option names; empty where it is not given. */
  static Optional<Damage.Part> part(String option) {
    return Optional.ofNullable(option)
        .map(key -> Damage.Part.ofKey(key).orElseThrow(() -> new BadInput("app.degradation", key)));
  }

  static void write(
      ObjectNode node, Damage.Part part, FabricDegradation degradation, Messages messages) {
    Degradation.Part failing =
        switch (part) {
          case LINKS -> Degradation.Part.LINK;
          case SWITCHES -> Degradation.Part.SWITCH;
          case ENDPOINTS -> Degradation.Part.ENDPOINT;
        };
    node.put("of", part.key());
    node.put("seeds", degradation.seeds());
    write(node, degradation.of(failing, () -> false), messages);
  }

  private static void write(ObjectNode node, Outcome<Degradation> outcome, Messages messages) {
    outcome.whyNot().ifPresent(why -> node.put("reason", messages.say(why)));
    outcome
        .asOptional()
        .ifPresent(curve -> {
          ArrayNode points = node.putArray("points");
          for (Degradation.Point p : curve.points()) {
            ObjectNode point = points.addObject().put("failed", p.failed());
            spread(point.putObject("slowestPairGBps"), p.leastBytesPerS(), 1e9);
            spread(point.putObject("totalGBps"), p.totalBytesPerS(), 1e9);
            spread(point.putObject("reach"), p.reach(), 1);
          }
        });
  }

  private static void spread(ObjectNode node, Degradation.Spread s, double unit) {
    node.put("mean", s.mean() / unit);
    node.put("worst", s.least() / unit);
    node.put("lowerQuartile", s.lower() / unit);
    node.put("median", s.median() / unit);
    node.put("upperQuartile", s.upper() / unit);
    node.put("best", s.most() / unit);
  }
}
