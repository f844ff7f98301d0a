package supernode.app;

import supernode.analysis.FabricAnswer;
import supernode.analysis.FabricFlows;
import supernode.quantity.Messages;
import supernode.quantity.Text;
import supernode.solve.network.traffic.RateClass;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Routing and traffic of a fabric as JSON. */
final class FabricJson {
  private static final int LIMITS = 16;
  private static final int LINKS = 8;
  private static final int FLOWS = 8;
  private static final int BINS = 10;
  private static final int CUT_OFF = 1000;

  private final Messages messages;

  private FabricJson(Messages messages) {
    this.messages = messages;
  }

  static void write(ObjectNode node, FabricAnswer answer, Messages messages) {
    FabricJson json = new FabricJson(messages);
    json.routing(node.putObject("routing"), answer.routing());
    node.put("sent", answer.sentKey());
    ObjectNode traffics = node.putObject("traffic");
    answer
        .traffics()
        .forEach(
            t -> json.traffic(traffics.putObject(t.key()), t, t.key().equals(answer.sentKey())));
    ArrayNode cutOff = node.putArray("cutOff");
    answer.cutOff().stream().limit(CUT_OFF).forEach(cutOff::add);
    ArrayNode missing = node.putArray("notComputed");
    answer
        .missing()
        .forEach(
            m -> missing.addObject().put("what", json.say(m.what())).put("why", json.say(m.why())));
  }

  private String say(Text text) {
    return messages.say(text);
  }

  private void routing(ObjectNode node, FabricAnswer.RoutingAnswer routing) {
    node.put("name", say(routing.name()));
    node.put("applies", routing.whyNot().isEmpty());
    routing.whyNot().ifPresent(why -> node.put("reason", say(why)));
    node.put("deadlockFree", routing.deadlockFree());
    if (routing.virtualChannels() > 0) {
      node.put("virtualChannels", routing.virtualChannels());
    }
    node.put("deadlock", say(routing.deadlock()));
  }

  private void traffic(ObjectNode node, FabricAnswer.TrafficAnswer t, boolean sent) {
    node.put("label", say(t.label()));
    node.put("minRateGBps", t.minRateBytesPerS() / 1e9);
    node.put("meanRateGBps", t.meanRateBytesPerS() / 1e9);
    node.put("injectionGBps", t.injectionBytesPerS() / 1e9);
    t.copiesPerToken().ifPresent(n -> node.put("copiesPerToken", n));
    t.tokenBytesPerS().ifPresent(rate -> node.put("tokenGBps", rate / 1e9));
    ArrayNode limits = node.putArray("bottlenecks");
    t.bottlenecks().stream()
        .limit(LIMITS)
        .forEach(b -> {
          ObjectNode limit = limits.addObject();
          limit.put("from", b.from());
          limit.put("to", b.to());
          limit.put("capacityGBps", b.capacityBytesPerS() / 1e9);
          limit.put("flows", b.flows());
        });
    rates(node.putArray("rates"), t.flows());
    histogram(node.putArray("utilisationHistogram"), t.utilisation());
    if (sent) {
      links(node.putArray("topLinks"), t.flows());
    }
  }

  private static void rates(ArrayNode list, FabricFlows flows) {
    for (RateClass c : flows.rates()) {
      ObjectNode one = list.addObject().put("flows", Math.round(c.flows()));
      if (Double.isFinite(c.rateBytesPerS())) {
        one.put("rateGBps", c.rateBytesPerS() / 1e9);
      }
    }
  }

  /** Directions of links by tenths of their capacity; a full link is 1 but for rounding. */
  private static void histogram(ArrayNode list, double[] utilisation) {
    long[] counts = new long[BINS];
    for (double u : utilisation) {
      counts[Math.clamp((int) (u * BINS + 1e-9), 0, BINS - 1)]++;
    }
    for (long n : counts) {
      list.add(n);
    }
  }

  private static void links(ArrayNode list, FabricFlows flows) {
    for (FabricFlows.Direction d : flows.busiest(LINKS)) {
      ObjectNode link = list.addObject();
      link.put("from", d.from());
      link.put("to", d.to());
      link.put("capacityGBps", d.capacityBytesPerS() / 1e9);
      link.put("utilisation", d.utilisation());
      ArrayNode on = link.putArray("flows");
      flows
          .on(d, () -> false)
          .asOptional()
          .ifPresent(all ->
              all.stream()
                  .limit(FLOWS)
                  .forEach(f ->
                      on.addObject()
                          .put("from", f.from())
                          .put("to", f.to())
                          .put("flows", f.flows())
                          .put("rateGBps", f.rateBytesPerS() / 1e9)
                          .put("loadGBps", f.bytesPerS() / 1e9)
                          .put("limitedHere", f.limited())));
    }
  }
}
