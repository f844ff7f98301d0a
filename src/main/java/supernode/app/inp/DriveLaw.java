package supernode.app.inp;

import java.util.List;
import java.util.Optional;
import supernode.interop.epanet.InpException;
import supernode.interop.epanet.InpLink;
import supernode.interop.epanet.InpNetwork.CurvePoint;
import supernode.interop.epanet.LinkSetting;
import supernode.interop.epanet.StartState;
import supernode.quantity.Text;
import supernode.solve.cooling.hydraulic.Closed;
import supernode.solve.cooling.hydraulic.LinkLaw;
import supernode.solve.cooling.hydraulic.MonotoneCurve.Point;
import supernode.solve.cooling.hydraulic.Pump;
import supernode.solve.cooling.hydraulic.PumpCurve;

/** Law of a file's pump: from one point, three points, many points, or its power alone. */
final class DriveLaw {
  /** 4/3 as EPANET 2.2 rounds it. */
  private static final double SHUTOFF = 1.33334;

  private DriveLaw() {}

  static LinkLaw of(InpLink.Pump pump, LinkSetting setting, StartState state, Measures m) {
    if (setting.status() == LinkSetting.Status.CLOSED) {
      return new Closed();
    }
    double speed = setting.value().orElse(1);
    if (pump.power().isPresent()) {
      // Power goes with speed cubed; its curve with speed squared at flow by speed: the same.
      return new Pump(new PumpCurve.ConstantPower(m.headFlow(pump.power().getAsDouble())), speed);
    }
    List<Point> points =
        state.curve(pump.curve().orElseThrow()).stream().map(p -> point(p, m)).toList();
    PumpCurve curve = curve(points, m);
    Optional<Text> fault = curve.fault();
    if (fault.isPresent()) {
      throw new InpException(
          "epanet.pumpCurve", pump.curve().orElseThrow(), pump.id(), fault.get());
    }
    return new Pump(curve, speed);
  }

  private static Point point(CurvePoint p, Measures m) {
    return new Point(m.flowM3S(p.x()), m.lengthM(p.y()));
  }

  private static PumpCurve curve(List<Point> points, Measures m) {
    if (points.size() == 1) {
      Point rated = points.getFirst();
      double shutoff = m.epanet() ? SHUTOFF * rated.y() : 4 * rated.y() / 3;
      double n = m.epanet() ? Math.log(shutoff / (shutoff - rated.y())) / Math.log(2) : 2;
      return new PumpCurve.Power(
          shutoff, (shutoff - rated.y()) / Math.pow(rated.x(), n), n, rated.x());
    }
    if (points.size() == 3 && points.getFirst().x() == 0) {
      Point a = points.get(1);
      Point b = points.get(2);
      return PumpCurve.ofPoints(points.getFirst().y(), a.x(), a.y(), b.x(), b.y());
    }
    return PumpCurve.ofSegments(points);
  }
}
