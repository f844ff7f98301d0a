package supernode.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import supernode.catalog.Property;
import supernode.design.Arrangement;
import supernode.design.Bounds;
import supernode.design.Placement;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The placements of one assembly: those without a position are put below those before them. */
final class PlacementForm {
  // Where a file says nothing: cells of 100 drawing units, eight to a row.
  private static final double CELL = 100;
  private static final double GAP = 10;
  private static final int COLUMNS = 8;

  private double nextY;

  Placement read(Fields f) {
    String of = f.text("of");
    int count = f.integer("count", 1, 1, Bounds.MAX_COUNT);
    Arrangement arrangement = arrangement(f, count);
    Map<Property, Double> values = f.object("values").map(ValuesForm::read).orElse(Map.of());
    f.done();
    return new Placement(of, count, arrangement, values);
  }

  private Arrangement arrangement(Fields f, int count) {
    Optional<Fields> at = f.object("at");
    Optional<Fields> round = f.object("circle");
    if (round.isPresent()) {
      if (at.isPresent() || f.find("slots").isPresent()) {
        throw f.refused("circle", "store.atAndCircle");
      }
      return circle(round.get());
    }
    if (f.find("slots").isPresent()) {
      if (at.isPresent()) {
        throw f.refused("slots", "store.atAndSlots");
      }
      List<Integer> slots = slots(f);
      if (slots.size() > count) {
        throw f.refused("slots", "store.slotCount", slots.size(), count);
      }
      return new Arrangement.Slots(slots);
    }
    Arrangement.Grid grid =
        at.map(PlacementForm::grid)
            .orElseGet(
                () -> new Arrangement.Grid(0, nextY, CELL, CELL, Math.min(count, COLUMNS), GAP));
    int rows = (count - 1) / grid.columns() + 1;
    nextY = Math.max(nextY, grid.y() + rows * (grid.height() + grid.gap()));
    return grid;
  }

  private static Arrangement.Circle circle(Fields f) {
    Arrangement.Circle circle =
        new Arrangement.Circle(
            f.number("x", 0),
            f.number("y", 0),
            f.number("radius"),
            f.number("width", CELL),
            f.number("height", CELL));
    f.done();
    return circle;
  }

  private static Arrangement.Grid grid(Fields f) {
    Arrangement.Grid grid =
        new Arrangement.Grid(
            f.number("x", 0),
            f.number("y", 0),
            f.number("width", CELL),
            f.number("height", CELL),
            f.integer("columns", 1, 1, Bounds.MAX_COUNT),
            f.number("gap", 0));
    f.done();
    return grid;
  }

  private static List<Integer> slots(Fields f) {
    JsonNode value = f.require("slots");
    if (value.isString()) {
      return Slots.parse(value.stringValue())
          .orElseThrow(
              () -> f.refused("slots", "store.slots", Fields.shorten(value.stringValue())));
    }
    List<Integer> slots = new ArrayList<>();
    for (JsonNode item : f.list("slots")) {
      slots.add(f.asInteger("slots", item, 1, Bounds.MAX_RACK_U));
    }
    return slots;
  }

  static ObjectNode write(Placement placement) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("of", placement.of());
    if (placement.count() != 1) {
      node.put("count", placement.count());
    }
    switch (placement.arrangement()) {
      case Arrangement.Slots(List<Integer> bottomU) -> node.put("slots", Slots.print(bottomU));
      case Arrangement.Grid grid -> node.set("at", write(grid));
      case Arrangement.Circle circle -> node.set("circle", write(circle));
    }
    if (!placement.overrides().isEmpty()) {
      node.set("values", ValuesForm.write(placement.overrides()));
    }
    return node;
  }

  private static ObjectNode write(Arrangement.Circle circle) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.set("x", Layout.number(circle.x()));
    node.set("y", Layout.number(circle.y()));
    node.set("radius", Layout.number(circle.radius()));
    node.set("width", Layout.number(circle.width()));
    node.set("height", Layout.number(circle.height()));
    return node;
  }

  private static ObjectNode write(Arrangement.Grid grid) {
    ObjectNode at = JsonNodeFactory.instance.objectNode();
    at.set("x", Layout.number(grid.x()));
    at.set("y", Layout.number(grid.y()));
    at.set("width", Layout.number(grid.width()));
    at.set("height", Layout.number(grid.height()));
    if (grid.columns() != 1) {
      at.put("columns", grid.columns());
    }
    if (grid.gap() != 0) {
      at.set("gap", Layout.number(grid.gap()));
    }
    return at;
  }
}
