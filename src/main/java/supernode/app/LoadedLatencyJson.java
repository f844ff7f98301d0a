package supernode.app;

import java.util.Optional;
import supernode.analysis.FabricViews;
import supernode.quantity.Messages;
import supernode.solve.Outcome;
import supernode.solve.network.latency.Incast;
import supernode.solve.network.latency.OfferedLatency;
import supernode.solve.network.metric.LoadedFabric;
import supernode.solve.network.metric.UniformOffer;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Latency at an offered load; saturation is a word, and its latencies are null. */
final class LoadedLatencyJson {
  private static final double NANOSECOND = 1e-9;
  private static final double MICROSECOND = 1e-6;

  private LoadedLatencyJson() {}

  /** Of a fabric of a design. */
  static void write(
      ObjectNode to, FabricViews fabric, OfferedLoadOption.OfferedLoad asked, Messages messages) {
    Outcome<UniformOffer> offer = fabric.offer(() -> false);
    write(
        to,
        offer.asOptional().map(UniformOffer::endpoints).orElse(0),
        asked,
        offer.map(o -> o.at(asked.load(), asked.packets(), () -> false)),
        messages);
  }

  /**
   * @param to gets "loadedLatency", null with its reason in notComputed
   */
  static void write(
      ObjectNode to,
      int endpoints,
      OfferedLoadOption.OfferedLoad asked,
      Outcome<LoadedFabric> outcome,
      Messages messages) {
    Optional<LoadedFabric> solved = outcome.asOptional();
    if (solved.isEmpty()) {
      to.putNull("loadedLatency");
      why(to, "loadedLatency", messages.say(outcome.whyNot().orElseThrow()));
      return;
    }
    LoadedFabric fabric = solved.get();
    OfferedLatency latency = fabric.latency();
    ObjectNode node = to.putObject("loadedLatency");
    node.put("model", "M/G/1, gamma tail");
    node.put("offeredLoad", fabric.offeredLoad());
    node.put("offeredGBps", fabric.offeredBytesPerS() / 1e9);
    node.put("packetBytes", asked.packets().meanBytes());
    node.put("packetSquaredVariation", asked.packets().on(1).squaredVariation());
    node.put("busiestLinkLoad", latency.busiestLoad());
    node.put("saturationLoad", fabric.saturationLoad());
    node.put("state", latency.loaded().isPresent() ? "steady" : "saturated");
    node.put("idleMeanNs", latency.idleMeanS() / NANOSECOND);
    Optional<OfferedLatency.Loaded> loaded = latency.loaded();
    if (loaded.isPresent()) {
      OfferedLatency.Loaded l = loaded.get();
      node.put("meanNs", l.meanS() / NANOSECOND);
      node.put("queueMeanNs", (l.meanS() - latency.idleMeanS()) / NANOSECOND);
      node.put("slowestPairMeanNs", l.slowestPairMeanS() / NANOSECOND);
      node.put("medianNs", l.medianS() / NANOSECOND);
      node.put("p99Ns", l.p99S() / NANOSECOND);
      node.put("p999Ns", l.p999S() / NANOSECOND);
    } else {
      for (String key :
          new String[] {
            "meanNs", "queueMeanNs", "slowestPairMeanNs", "medianNs", "p99Ns", "p999Ns"
          }) {
        node.putNull(key);
      }
      why(to, "loadedLatency", messages.say("topology.saturated", latency.busiestLoad()));
    }
    ObjectNode incast = node.putObject("incast");
    incast.put("senders", endpoints - 1);
    incast.put("burstBytes", asked.burstBytes());
    incast.put(
        "drainUs",
        Incast.drainS(endpoints, asked.burstBytes(), fabric.portBytesPerS()) / MICROSECOND);
  }

  private static void why(ObjectNode to, String key, String reason) {
    switch (to.get("notComputed")) {
      case ObjectNode reasons -> reasons.put(key, reason);
      case ArrayNode reasons -> reasons.addObject().put("what", key).put("why", reason);
      case null, default -> {}
    }
  }
}
