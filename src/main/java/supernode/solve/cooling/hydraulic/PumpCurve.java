package supernode.solve.cooling.hydraulic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import supernode.quantity.Text;

/** Head over flow of a pump at its full speed, always falling. Forms as in EPANET 2.2. */
public sealed interface PumpCurve {
  /** m of fluid at a flow of at least 0. */
  double headM(double flowM3S);

  /** Derivative of the head by flow, at most 0; m s/m3. */
  double slope(double flowM3S);

  /** Flow that the pump is made for. */
  double designFlowM3S();

  /** What makes this curve unusable, if anything does. */
  Optional<Text> fault();

  /** Through one rated point: 4/3 of its head at no flow, no head at twice its flow. */
  static PumpCurve ofPoint(double flowM3S, double headM) {
    return new Power(4 * headM / 3, headM / 3 / (flowM3S * flowM3S), 2, flowM3S);
  }

  /** Head at no flow and two more points: H = h0 - B Q^n. */
  static PumpCurve ofPoints(
      double shutoffHeadM, double flow1M3S, double head1M, double flow2M3S, double head2M) {
    double n =
        Math.log((shutoffHeadM - head2M) / (shutoffHeadM - head1M)) / Math.log(flow2M3S / flow1M3S);
    return new Power(shutoffHeadM, (shutoffHeadM - head1M) / Math.pow(flow1M3S, n), n, flow1M3S);
  }

  /** Through any points; x flow in m3/s, y head in m. */
  static PumpCurve ofTable(List<MonotoneCurve.Point> points) {
    boolean falling = points.size() >= 2;
    for (int i = 1; i < points.size(); i++) {
      MonotoneCurve.Point a = points.get(i - 1);
      MonotoneCurve.Point b = points.get(i);
      falling &= b.x() > a.x() && b.y() < a.y();
    }
    return new Table(
        List.copyOf(points),
        falling ? Optional.of(MonotoneCurve.through(points)) : Optional.empty());
  }

  /**
   * Through points of pressure, as vendors of coolant distribution units give them; x flow in m3/s,
   * y pressure rise in Pa.
   *
   * @param densityKgM3 of the fluid in which the curve was taken
   */
  static PumpCurve ofPressures(List<MonotoneCurve.Point> points, double densityKgM3) {
    List<MonotoneCurve.Point> heads = new ArrayList<>();
    for (MonotoneCurve.Point p : points) {
      heads.add(new MonotoneCurve.Point(p.x(), p.y() / (densityKgM3 * Gravity.M_S2)));
    }
    return ofTable(heads);
  }

  /** Through points, straight between them and on beyond them; x flow in m3/s, y head in m. */
  static PumpCurve ofSegments(List<MonotoneCurve.Point> points) {
    return new Straight(new Segments(points));
  }

  /**
   * A pump of which only its hydraulic power is known: H = P / (weight Q).
   *
   * @param weightNM3 density times gravity of the fluid
   */
  static PumpCurve ofPower(double powerW, double weightNM3) {
    return new ConstantPower(powerW / weightNM3);
  }

  /** H = h0 - B Q^n. */
  record Power(double shutoffHeadM, double factor, double exponent, double designFlowM3S)
      implements PumpCurve {
    @Override
    public double headM(double flowM3S) {
      return shutoffHeadM - factor * Math.pow(flowM3S, exponent);
    }

    @Override
    public double slope(double flowM3S) {
      return -factor * exponent * Math.pow(flowM3S, exponent - 1);
    }

    @Override
    public Optional<Text> fault() {
      boolean usable =
          shutoffHeadM > 0
              && factor > 0
              && exponent > 0
              && designFlowM3S > 0
              && Double.isFinite(shutoffHeadM + factor + exponent + designFlowM3S);
      return usable ? Optional.empty() : Optional.of(Text.of("cooling.fault.pumpCurve"));
    }
  }

  /** Smooth through measured points; empty curve where they do not fall throughout. */
  record Table(List<MonotoneCurve.Point> points, Optional<MonotoneCurve> curve)
      implements PumpCurve {
    @Override
    public double headM(double flowM3S) {
      return curve.orElseThrow().value(flowM3S);
    }

    @Override
    public double slope(double flowM3S) {
      return curve.orElseThrow().slope(flowM3S);
    }

    @Override
    public double designFlowM3S() {
      return points.isEmpty() ? 0 : points.getLast().x() / 2;
    }

    @Override
    public Optional<Text> fault() {
      return curve.isEmpty() || !(points.getFirst().y() > 0) || points.getFirst().x() < 0
          ? Optional.of(Text.of("cooling.fault.pumpCurve"))
          : Optional.empty();
    }
  }

  /** Straight between measured points. */
  record Straight(Segments line) implements PumpCurve {
    @Override
    public double headM(double flowM3S) {
      return line.value(flowM3S);
    }

    @Override
    public double slope(double flowM3S) {
      return line.slope(flowM3S);
    }

    @Override
    public double designFlowM3S() {
      return line.points().isEmpty()
          ? 0
          : (line.points().getFirst().x() + line.points().getLast().x()) / 2;
    }

    @Override
    public Optional<Text> fault() {
      return line.monotone(false) && line.points().getFirst().x() >= 0 && headM(0) > 0
          ? Optional.empty()
          : Optional.of(Text.of("cooling.fault.pumpCurve"));
    }
  }

  /**
   * Head times flow is constant, up to a head that no pump reaches.
   *
   * @param headFlowM4S their product
   */
  record ConstantPower(double headFlowM4S) implements PumpCurve {
    private static final double HIGHEST_M = 1e4;

    /** Below this the curve goes on straight. */
    double leastFlowM3S() {
      return headFlowM4S / HIGHEST_M;
    }

    @Override
    public double headM(double flowM3S) {
      double least = leastFlowM3S();
      return flowM3S >= least ? headFlowM4S / flowM3S : HIGHEST_M * (2 - flowM3S / least);
    }

    @Override
    public double slope(double flowM3S) {
      double q = Math.max(flowM3S, leastFlowM3S());
      return -headFlowM4S / (q * q);
    }

    /** 1 ft3/s, as EPANET starts such pumps. */
    @Override
    public double designFlowM3S() {
      return 0.028316846592;
    }

    @Override
    public Optional<Text> fault() {
      return LinkLaw.positive("power", headFlowM4S);
    }
  }
}
