package supernode.app;

import java.util.Locale;
import supernode.analysis.Analysis;
import supernode.analysis.WeatherAnswer;
import supernode.quantity.Messages;
import supernode.solve.Outcome;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A year of weather as JSON, version 1; schema in assets/schema/supernode-weather-1. */
final class WeatherJson {
  private WeatherJson() {}

  static String text(Analysis analysis, Outcome<WeatherAnswer> answer, Messages messages) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("format", "supernode-weather");
    root.put("version", 1);
    root.put("design", analysis.design().name());
    root.put("scenario", analysis.scenario());
    root.put("status", answer instanceof Outcome.Solved ? "solved" : "not-applicable");
    answer.whyNot().ifPresent(t -> root.put("reason", messages.say(t)));
    answer.asOptional().ifPresent(a -> put(root, a));
    return AnalysisJson.JSON.writeValueAsString(root);
  }

  private static void put(ObjectNode root, WeatherAnswer a) {
    root.put("year", a.year().source());
    root.put("hours", a.hours());
    root.put("freeHours", a.free().free());
    root.put("partialHours", a.free().partial());
    root.put("mechanicalHours", a.free().mechanical());
    root.put("unansweredHours", a.unansweredHours());
    ObjectNode sink = root.putObject("sink");
    sink.put("wet", a.sink().wet());
    sink.put("drawn", a.sink().drawn());
    sink.put("approachK", a.sink().approachK());
    sink.put("supplyC", a.sink().supplyC());
    sink.put("returnC", a.sink().returnC());
    root.put("meanPue", a.meanPue());
    root.put("worstPue", a.worstPue());
    root.put("energyMWhPerYear", a.energyMWh());
    root.put("itEnergyMWhPerYear", a.itEnergyMWh());
    root.put("carbonTPerYear", a.carbonT());
    ArrayNode bins = root.putArray("bins");
    for (WeatherAnswer.Point p : a.points()) {
      ObjectNode bin = bins.addObject();
      bin.put("dryBulbC", p.bin().dryBulbC());
      bin.put("wetBulbC", p.bin().wetBulbC());
      bin.put("hours", p.bin().hours());
      bin.put("cooling", p.mode().name().toLowerCase(Locale.ROOT));
      bin.put("pue", p.pue());
      bin.put("facilityKW", p.totalW() / 1e3);
    }
  }
}
