package supernode.design;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A rack over the small catalogue, for tests: four trays of two chips in slots 10 to 13, one switch
 * tray with two switches in slot 20, every chip joined to every switch, and a CDU beside it.
 */
public final class SmallRack {
  private SmallRack() {}

  public static Design design() {
    Assembly tray =
        new Assembly(
            "Tray",
            Assembly.Level.TRAY,
            1,
            "",
            Map.of("gpu", grid("gpu", 2, 40, 8, 100, 26)),
            List.of(),
            Map.of("up", List.of(Selector.parse("gpu[*].mesh"))));
    Assembly switches =
        new Assembly(
            "Switch tray",
            Assembly.Level.TRAY,
            1,
            "",
            Map.of("sw", grid("switch", 2, 40, 8, 150, 26)),
            List.of(),
            Map.of("down", List.of(Selector.parse("sw[*].mesh"))));
    Map<String, Placement> placed = new LinkedHashMap<>();
    placed.put("tray", slots("tray", 13, 12, 11, 10));
    placed.put("switch", slots("switches", 20));
    placed.put("cdu", grid("cdu", 1, 900, 1500, 300, 200));
    placed.put("pump", grid("plate", 1, 900, 1000, 100, 100));
    Wiring mesh =
        new Wiring(
            "mesh",
            Fabric.SCALE_UP,
            "copper",
            1,
            new Pattern.EveryToEvery(
                Selector.parse("tray[*].gpu[*].mesh"), Selector.parse("switch[*].down"), 2));
    Assembly rack =
        new Assembly("Rack", Assembly.Level.RACK, 0, "", placed, List.of(mesh), Map.of());
    return Design.empty("Small rack", "rack", rack)
        .withAssembly("tray", tray)
        .withAssembly("switches", switches);
  }

  public static Placement grid(
      String of, int count, double x, double y, double width, double height) {
    return new Placement(of, count, new Arrangement.Grid(x, y, width, height, count, 20), Map.of());
  }

  public static Placement slots(String of, Integer... bottoms) {
    return new Placement(of, bottoms.length, new Arrangement.Slots(List.of(bottoms)), Map.of());
  }
}
