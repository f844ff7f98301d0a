package supernode.figure.face;

import java.util.List;
import supernode.catalog.Part;
import supernode.catalog.PartKind;
import supernode.catalog.PortSpec;
import supernode.catalog.Property;
import supernode.figure.Box;
import supernode.figure.ColorRole;
import supernode.figure.Ink;
import supernode.figure.PathData;
import supernode.figure.Shape;
import supernode.figure.Style;

/** The face of each kind of part. */
public final class Faces {
  private Faces() {}

  /** The shapes of a part in a rectangle: from far one rectangle, from near all it shows. */
  public static List<Shape> of(PartKind kind, Box box, FaceState state) {
    Sketch s = new Sketch(box, state);
    if (state.failed()) {
      return failed(s).shapes();
    }
    if (kind != PartKind.ENCLOSURE) {
      s.below(Sketch.NEAR_PX).rect(0, 0, 1, 1, 0.1, s.body(role(kind)));
    }
    s.from(Sketch.NEAR_PX);
    switch (kind) {
      case ACCELERATOR -> ChipFaces.accelerator(s);
      case CPU -> ChipFaces.cpu(s);
      case HBM_STACK -> ChipFaces.hbm(s);
      case MEMORY_POOL -> ChipFaces.memoryPool(s);
      case NIC -> LinkFaces.nic(s);
      case SWITCH -> LinkFaces.packetSwitch(s);
      case OPTICAL_CIRCUIT_SWITCH -> LinkFaces.circuitSwitch(s);
      case TRANSCEIVER -> LinkFaces.transceiver(s);
      case COLD_PLATE -> CoolantFaces.coldPlate(s);
      case HEAT_SINK -> AirFaces.heatSink(s);
      case FAN -> AirFaces.fan(s);
      case AIR_DUCT -> AirFaces.duct(s);
      case AIR_HANDLER -> AirFaces.handler(s);
      case MANIFOLD -> CoolantFaces.manifold(s);
      case QUICK_DISCONNECT -> CoolantFaces.quickDisconnect(s);
      case VALVE -> CoolantFaces.valve(s);
      case FILTER -> CoolantFaces.filter(s);
      case EXPANSION_VESSEL -> CoolantFaces.vessel(s);
      case PUMP -> CoolantFaces.pump(s);
      case CDU -> CoolantFaces.cdu(s);
      case HEAT_EXCHANGER -> CoolantFaces.heatExchanger(s);
      case IMMERSION_TANK -> PlantFaces.immersionTank(s);
      case DRY_COOLER -> PlantFaces.dryCooler(s);
      case COOLING_TOWER -> PlantFaces.coolingTower(s);
      case CHILLER -> PlantFaces.chiller(s);
      case POWER_SHELF -> PowerFaces.shelf(s);
      case POWER_CONVERTER -> PowerFaces.converter(s);
      case ENCLOSURE -> EnclosureFaces.rack(s);
    }
    return s.shapes();
  }

  /** What {@link FaceState#ports} is of a part. */
  public static int ports(Part part) {
    return part.kind() == PartKind.VALVE
        ? (int) part.values().get(Property.VALVE_ACTION, 0)
        : part.ports().stream().mapToInt(PortSpec::count).max().orElse(0);
  }

  /** A tray's outline, with its name at the left where there is room. */
  public static List<Shape> tray(Box box, FaceState state) {
    Sketch s = new Sketch(box, state);
    return (state.failed() ? failed(s) : EnclosureFaces.tray(s)).shapes();
  }

  /** A rack's outline with its U marks; {@code ports} of the state are its units. */
  public static List<Shape> rack(Box box, FaceState state) {
    return EnclosureFaces.rack(new Sketch(box, state)).shapes();
  }

  /** The colour that stands for a kind from far: that of most of its face. */
  public static ColorRole role(PartKind kind) {
    return switch (kind) {
      case ACCELERATOR -> ColorRole.ACCENT;
      case CPU -> ColorRole.CPU;
      case HBM_STACK, MEMORY_POOL -> ColorRole.HBM;
      case NIC -> ColorRole.NIC;
      case SWITCH -> ColorRole.SWITCH;
      case OPTICAL_CIRCUIT_SWITCH, TRANSCEIVER -> ColorRole.OPTICS;
      case COLD_PLATE,
          HEAT_SINK,
          FAN,
          AIR_DUCT,
          AIR_HANDLER,
          MANIFOLD,
          QUICK_DISCONNECT,
          VALVE,
          FILTER,
          EXPANSION_VESSEL,
          PUMP,
          CDU,
          HEAT_EXCHANGER,
          IMMERSION_TANK,
          DRY_COOLER,
          COOLING_TOWER,
          CHILLER ->
          ColorRole.COOLANT_SUPPLY;
      case POWER_SHELF, POWER_CONVERTER -> ColorRole.POWER;
      case ENCLOSURE -> ColorRole.FAINT;
    };
  }

  // Outlined, hatched and struck through: not only red.
  private static Sketch failed(Sketch s) {
    s.rect(0, 0, 1, 1, 0.1, Style.fill(ColorRole.PANEL).outlined(ColorRole.ERROR, 1.5));
    Style thin = Style.fill(Ink.NONE).outlined(ColorRole.ERROR, 0.6);
    s.from(Sketch.NEAR_PX).path(hatching(s.box(), s.box().least() / 3), thin);
    s.from(0).line(0, 0, 1, 1, Style.line(ColorRole.ERROR, 2));
    return s.from(0).name(0.5, 0.5, Shape.Anchor.MIDDLE, 0.3, Ink.of(ColorRole.ERROR));
  }

  /** Parallel lines at 45 degrees through a box, rising to the right. */
  private static PathData hatching(Box box, double spacing) {
    PathData.Builder lines = PathData.from(box.x(), box.y());
    for (double d = spacing; d < box.width() + box.height(); d += spacing) {
      double fromX = box.x() + Math.max(0, d - box.height());
      double toX = box.x() + Math.min(box.width(), d);
      lines.move(fromX, box.y() + d - (fromX - box.x()));
      lines.line(toX, box.y() + d - (toX - box.x()));
    }
    return lines.done();
  }
}
