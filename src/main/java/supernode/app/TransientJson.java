package supernode.app;

import java.util.Locale;
import java.util.OptionalDouble;
import supernode.analysis.Analysis;
import supernode.analysis.TransientAnswer;
import supernode.analysis.loop.Incident;
import supernode.quantity.Messages;
import supernode.solve.Outcome;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A run over time as JSON, version 1; schema in assets/schema/supernode-transient-1. */
final class TransientJson {
  private static final double PER_MINUTE_LITRES = 60_000;

  private TransientJson() {}

  static String text(
      Analysis analysis, Incident incident, Outcome<TransientAnswer> run, Messages messages) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("format", "supernode-transient");
    root.put("version", 1);
    root.put("design", analysis.design().name());
    root.put("scenario", analysis.scenario());
    ObjectNode what = root.putObject("incident");
    what.put("kind", incident.key());
    what.put("place", incident.place());
    what.put("text", messages.say(incident.text()));
    root.put(
        "status",
        switch (run) {
          case Outcome.Solved<TransientAnswer> _ -> "solved";
          case Outcome.NotConverged<TransientAnswer> _ -> "not-converged";
          case Outcome.NotApplicable<TransientAnswer> _ -> "not-applicable";
        });
    run.whyNot().ifPresent(t -> root.put("reason", messages.say(t)));
    run.asOptional().ifPresent(a -> answer(root, a, messages));
    return AnalysisJson.JSON.writeValueAsString(root);
  }

  private static void answer(ObjectNode root, TransientAnswer a, Messages messages) {
    put(root, "throttleS", a.throttleS());
    put(root, "tripS", a.tripS());
    ArrayNode events = root.putArray("events");
    for (TransientAnswer.Event e : a.events()) {
      ObjectNode event = events.addObject();
      event.put("timeS", e.timeS());
      event.put("kind", e.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
      event.put("place", e.place());
      event.put("text", messages.say(e.text()));
    }
    series(root, "timeS", a.timeS(), 1);
    ArrayNode chips = root.putArray("chips");
    for (TransientAnswer.Chip c : a.chips()) {
      ObjectNode chip = chips.addObject();
      chip.put("place", c.place());
      if (Double.isFinite(c.limitC())) {
        chip.put("limitC", c.limitC());
      }
      series(chip, "junctionC", c.junctionC(), 1);
      if (c.memoryC().length > 0) {
        series(chip, "memoryC", c.memoryC(), 1);
      }
      series(chip, "powerShare", c.powerShare(), 1);
    }
    ArrayNode parts = root.putArray("parts");
    for (TransientAnswer.Series p : a.parts()) {
      ObjectNode part = parts.addObject();
      part.put("place", p.place());
      series(part, "coolantC", p.values(), 1);
    }
    ArrayNode units = root.putArray("units");
    for (TransientAnswer.Unit u : a.units()) {
      ObjectNode unit = units.addObject();
      unit.put("place", u.place());
      series(unit, "supplyC", u.supplyC(), 1);
      series(unit, "returnC", u.returnC(), 1);
      series(unit, "facilityC", u.facilityC(), 1);
    }
    ArrayNode pumps = root.putArray("pumps");
    for (TransientAnswer.Series p : a.pumps()) {
      ObjectNode pump = pumps.addObject();
      pump.put("place", p.place());
      series(pump, "flowLpm", p.values(), PER_MINUTE_LITRES);
    }
  }

  private static void put(ObjectNode node, String key, OptionalDouble value) {
    value.ifPresent(v -> node.put(key, v));
  }

  /** Six digits are more than the step's error lets be known. */
  private static void series(ObjectNode node, String key, double[] values, double factor) {
    ArrayNode array = node.putArray(key);
    for (double v : values) {
      array.add(Math.rint(v * factor * 1e4) / 1e4);
    }
  }
}
