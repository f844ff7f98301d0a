package supernode.store;

import java.util.ArrayList;
import java.util.List;
import supernode.design.WeatherYear;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A year of weather in the file: rows of dry bulb, wet bulb and hours. */
final class WeatherForm {
  private WeatherForm() {}

  static WeatherYear read(Fields f) {
    String source = f.text("source", "");
    List<JsonNode> rows = f.list("dryWetHours");
    if (rows.isEmpty() || rows.size() > WeatherYear.MAX_BINS) {
      throw f.refused("dryWetHours", "store.range", rows.size(), 1, WeatherYear.MAX_BINS);
    }
    List<WeatherYear.Bin> bins = new ArrayList<>();
    for (JsonNode row : rows) {
      double[] v = new double[3];
      boolean whole = row.isArray() && row.size() == v.length;
      for (int i = 0; whole && i < v.length; i++) {
        v[i] = row.get(i).isNumber() ? row.get(i).asDouble(Double.NaN) : Double.NaN;
      }
      WeatherYear.Bin bin = new WeatherYear.Bin(v[0], v[1], v[2]);
      if (!whole || !bin.valid()) {
        throw f.refused("dryWetHours", "store.weatherRow", bins.size() + 1);
      }
      bins.add(bin);
    }
    f.done();
    WeatherYear year = new WeatherYear(source, bins);
    if (year.hours() > WeatherYear.MAX_HOURS + 1) {
      throw f.refused("dryWetHours", "store.range", year.hours(), 1, WeatherYear.MAX_HOURS);
    }
    return year;
  }

  static ObjectNode write(WeatherYear year) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("source", year.source());
    ArrayNode rows = node.putArray("dryWetHours");
    for (WeatherYear.Bin bin : year.bins()) {
      ArrayNode row = rows.addArray();
      row.add(Layout.number(bin.dryBulbC()));
      row.add(Layout.number(bin.wetBulbC()));
      row.add(Layout.number(bin.hours()));
    }
    return node;
  }
}
