package supernode.app.inp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;
import supernode.interop.epanet.FlowUnit;
import supernode.interop.epanet.InpLink;
import supernode.interop.epanet.InpNetwork;
import supernode.interop.epanet.InpNetwork.CurvePoint;
import supernode.interop.epanet.InpNode;
import supernode.interop.epanet.InpOptions;
import supernode.interop.epanet.InpTimes;
import supernode.interop.epanet.LinkSetting;
import supernode.quantity.Text;
import supernode.solve.cooling.fluid.Fluid;
import supernode.solve.cooling.hydraulic.Closed;
import supernode.solve.cooling.hydraulic.FlowCoefficient;
import supernode.solve.cooling.hydraulic.Gravity;
import supernode.solve.cooling.hydraulic.HydraulicLink;
import supernode.solve.cooling.hydraulic.HydraulicNetwork;
import supernode.solve.cooling.hydraulic.HydraulicNode;
import supernode.solve.cooling.hydraulic.LinkLaw;
import supernode.solve.cooling.hydraulic.Loss;
import supernode.solve.cooling.hydraulic.Pipe;
import supernode.solve.cooling.hydraulic.Pump;
import supernode.solve.cooling.hydraulic.Series;

/**
 * A coolant loop as an EPANET network in L/s and metres, at one temperature. Pipes and valves by
 * their Kv go over exactly; plates and pump curves go over as points with straight lines between.
 */
public final class LoopExport {
  /** Temperature whose density and viscosity the file gets. */
  public static final double AT_C = 40;

  /** Bore of a valve that has none of its own, mm. */
  private static final double VALVE_MM = 25;

  private static final int POINTS = 40;

  /** Points reach this many times the usual flow. */
  private static final double REACH = 4;

  private final double densityKgM3;
  private final double viscosityPaS;
  private final Map<String, InpNode> nodes = new LinkedHashMap<>();
  private final Map<String, InpLink> links = new LinkedHashMap<>();
  private final Map<String, List<CurvePoint>> curves = new LinkedHashMap<>();
  private final Map<LinkLaw, String> curveOf = new LinkedHashMap<>();
  private final Map<String, LinkSetting> statuses = new LinkedHashMap<>();
  private final Map<String, String> names = new LinkedHashMap<>();
  private final TreeSet<String> lossy = new TreeSet<>();

  /**
   * A file to be, and what it cannot carry.
   *
   * @param names what its ids stand for
   */
  public record Export(InpNetwork network, Map<String, String> names, List<Text> lossy) {}

  private LoopExport(Fluid fluid) {
    densityKgM3 = fluid.density(AT_C);
    viscosityPaS = fluid.viscosity(AT_C);
  }

  public static Export of(String title, HydraulicNetwork loop, Fluid fluid) {
    return new LoopExport(fluid).export(title, loop);
  }

  private Export export(String title, HydraulicNetwork loop) {
    for (HydraulicNode node : loop.nodes()) {
      node(node);
    }
    for (HydraulicLink link : loop.links()) {
      for (int copy = 0; copy < Math.max(1, Math.round(link.copies())); copy++) {
        chain(link);
      }
    }
    InpOptions o = InpOptions.DEFAULT;
    InpOptions options =
        new InpOptions(
            FlowUnit.LPS,
            InpOptions.Formula.DARCY_WEISBACH,
            densityKgM3 / 1000,
            OptionalDouble.of(viscosityPaS / densityKgM3),
            1,
            "1",
            o.emitterExponent(),
            true,
            false,
            0,
            o.requiredPressure(),
            o.pressureExponent(),
            InpOptions.PressureUnit.METERS);
    lossy.add("temperature");
    InpNetwork network =
        new InpNetwork(
            title,
            options,
            InpTimes.DEFAULT,
            nodes,
            links,
            Map.of(),
            curves,
            statuses,
            List.of(),
            Map.of(),
            List.of());
    return new Export(
        network, names, lossy.stream().map(l -> Text.of("convert.lossy." + l)).toList());
  }

  private void node(HydraulicNode node) {
    String id = "N" + (nodes.size() + 1);
    names.put(id, node.label());
    if (node.fixedPressurePa().isPresent()) {
      double head = node.elevationM() + headM(node.fixedPressurePa().getAsDouble());
      nodes.put(id, new InpNode.Reservoir(id, head, Optional.empty()));
      return;
    }
    double litres = node.demandKgS() / densityKgM3 * 1000;
    List<InpNode.Demand> demands =
        litres == 0 ? List.of() : List.of(new InpNode.Demand(litres, Optional.empty()));
    nodes.put(id, new InpNode.Junction(id, node.elevationM(), demands, 0));
  }

  private double headM(double pressurePa) {
    return pressurePa / (densityKgM3 * Gravity.M_S2);
  }

  /** A link, or the parts of a series with nodes between them. */
  private void chain(HydraulicLink link) {
    List<LinkLaw> parts =
        link.law() instanceof Series(List<LinkLaw> inside) ? inside : List.of(link.law());
    String from = "N" + (link.from() + 1);
    for (int i = 0; i < parts.size(); i++) {
      boolean last = i == parts.size() - 1;
      String to = "N" + (link.to() + 1);
      if (!last) {
        to = "M" + (nodes.size() + 1);
        nodes.put(to, new InpNode.Junction(to, nodes.get(from).elevation(), List.of(), 0));
        names.put(to, link.label());
      }
      String id = "L" + (links.size() + 1);
      names.put(id, link.label());
      links.put(id, part(id, from, to, parts.get(i)));
      from = to;
    }
  }

  private InpLink part(String id, String from, String to, LinkLaw law) {
    return switch (law) {
      case Pipe p ->
          new InpLink.Pipe(
              id,
              from,
              to,
              Math.max(1e-6, p.lengthM()),
              p.diameterM() * 1000,
              Math.max(1e-6, p.roughnessM() * 1000),
              p.minorLossK(),
              false);
      case Closed _ -> {
        statuses.put(id, LinkSetting.of(LinkSetting.Status.CLOSED));
        yield new InpLink.Pipe(id, from, to, 1, VALVE_MM, 0.01, 0, false);
      }
      case FlowCoefficient(double kvM3H) -> throttle(id, from, to, kvM3H);
      case Pump pump -> pump(id, from, to, pump);
      default -> sampled(id, from, to, law);
    };
  }

  private InpLink throttle(String id, String from, String to, double kvM3H) {
    double area = Math.PI * VALVE_MM * VALVE_MM / 4e6;
    double k = 200 * Math.pow(area * 3600 / kvM3H, 2);
    return new InpLink.Valve(id, from, to, VALVE_MM, InpLink.ValveKind.TCV, k, 0, Optional.empty());
  }

  private InpLink pump(String id, String from, String to, Pump pump) {
    String curve = curve(pump, "P", () -> heads(pump));
    lossy.add("curves");
    return new InpLink.Pump(
        id, from, to, Optional.of(curve), OptionalDouble.empty(), pump.speed(), Optional.empty());
  }

  private static List<CurvePoint> heads(Pump pump) {
    List<CurvePoint> points = new ArrayList<>();
    for (int i = 0; i <= POINTS; i++) {
      double q = REACH * pump.curve().designFlowM3S() * i / POINTS;
      double head = pump.curve().headM(q);
      if (head < 0) {
        break;
      }
      points.add(new CurvePoint(1000 * q, head));
    }
    return points;
  }

  private InpLink sampled(String id, String from, String to, LinkLaw law) {
    lossy.add(law.oneWay() ? "checks" : "curves");
    String curve = curve(law, "C", () -> losses(law));
    return new InpLink.Valve(
        id, from, to, VALVE_MM, InpLink.ValveKind.GPV, 0, 0, Optional.of(curve));
  }

  private List<CurvePoint> losses(LinkLaw law) {
    List<CurvePoint> points = new ArrayList<>();
    Loss loss = new Loss();
    for (int i = 0; i <= POINTS; i++) {
      double q = REACH * law.typicalFlowM3S() * i / POINTS;
      law.evaluate(q, densityKgM3, viscosityPaS, loss);
      points.add(new CurvePoint(1000 * q, headM(loss.pressurePa)));
    }
    return points;
  }

  /** Equal parts share a curve. */
  private String curve(
      LinkLaw law, String prefix, java.util.function.Supplier<List<CurvePoint>> points) {
    return curveOf.computeIfAbsent(
        law instanceof Pump(var form, double _) ? new Pump(form, 1) : law,
        _ -> {
          String id = prefix + (curves.size() + 1);
          curves.put(id, points.get());
          return id;
        });
  }
}
