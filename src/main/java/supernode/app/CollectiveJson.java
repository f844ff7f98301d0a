package supernode.app;

import java.util.List;
import java.util.Locale;
import supernode.analysis.CollectiveRanks;
import supernode.quantity.Messages;
import supernode.solve.network.collective.Algorithm;
import supernode.solve.network.collective.Collective;
import supernode.solve.network.collective.Constant;
import supernode.solve.network.collective.Mode;
import supernode.solve.network.collective.Run;
import supernode.solve.network.collective.Tier;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A collective as JSON, version 1; its schema is assets/schema/supernode-collective-1.schema.json.
 */
final class CollectiveJson {
  private final Collective collective;
  private final CollectiveRanks on;
  private final Messages messages;

  CollectiveJson(Collective collective, CollectiveRanks on, Messages messages) {
    this.collective = collective;
    this.on = on;
    this.messages = messages;
  }

  String text(List<Double> sizes, List<Algorithm> algorithms) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("format", "supernode-collective");
    root.put("version", 1);
    root.put("operation", collective.operation().key());
    root.put("ranks", collective.network().ranks());
    root.put("busFactor", collective.operation().busFactor(collective.network().ranks()));
    ArrayNode dims = root.putArray("dims");
    on.grid().sizes().forEach(dims::add);
    ArrayNode results = root.putArray("results");
    sizes.forEach(bytes -> result(results.addObject(), bytes, algorithms));
    ArrayNode refused = root.putArray("refused");
    collective
        .refused()
        .forEach((algorithm, why) -> {
          ObjectNode node = refused.addObject();
          node.put("algorithm", algorithm.key());
          node.put("reason", messages.say(why));
        });
    return AnalysisJson.JSON.writeValueAsString(root);
  }

  private void result(ObjectNode node, double bytes, List<Algorithm> algorithms) {
    node.put("sizeBytes", bytes);
    for (Mode mode : Mode.values()) {
      ObjectNode of = node.putObject(mode.key());
      List<Run> runs =
          collective.runs(bytes, mode).stream()
              .filter(r -> algorithms.contains(r.algorithm()))
              .toList();
      runs.stream()
          .filter(r -> mode == Mode.BOUND || collective.inLibrary(r.algorithm()))
          .findFirst()
          .or(() -> runs.stream().findFirst())
          .ifPresent(best -> of.put("best", best.algorithm().key()));
      ArrayNode list = of.putArray("algorithms");
      runs.forEach(run -> run(list.addObject(), run, mode));
    }
  }

  private void run(ObjectNode node, Run run, Mode mode) {
    node.put("algorithm", run.algorithm().key());
    node.put("timeUs", run.timeS() * 1e6);
    node.put("algorithmGBps", run.algorithmBytesPerS() / 1e9);
    node.put("busGBps", run.busBytesPerS() / 1e9);
    node.put("wireUtilisationMax", run.mostUtilisation());
    node.put("wireUtilisationMean", run.meanUtilisation());
    node.put("steps", run.steps());
    node.put("chunks", run.chunks());
    ObjectNode link = node.putObject("bottleneck");
    int tier = collective.network().tierOfChannel(run.bottleneckChannel());
    int channel = collective.network().channelInTier(run.bottleneckChannel());
    Tier of = collective.network().tiers().get(tier);
    link.put("from", on.links().get(tier).from(channel));
    link.put("to", on.links().get(tier).to(channel));
    link.put("linkGBps", of.graph().capacityBytesPerS(channel / 2) / 1e9);
    link.put("fabric", of.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    if (mode == Mode.CALIBRATED) {
      node.put("inLibrary", collective.inLibrary(run.algorithm()));
      run.protocol().ifPresent(p -> node.put("protocol", p.name()));
      ArrayNode constants = node.putArray("constants");
      for (Constant c : run.constants()) {
        ObjectNode constant = constants.addObject();
        constant.put("name", c.name());
        constant.put("value", c.value().value());
        constant.put("confidence", c.value().confidence().key());
        constant.put("source", c.value().source());
        if (!c.value().note().isEmpty()) {
          constant.put("note", c.value().note());
        }
      }
    }
  }
}
