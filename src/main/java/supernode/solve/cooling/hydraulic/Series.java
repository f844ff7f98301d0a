package supernode.solve.cooling.hydraulic;

import java.util.List;
import java.util.Optional;
import supernode.quantity.Text;

/** Several things in one line without a junction between them: hose, coupling, plate. */
public record Series(List<LinkLaw> parts) implements LinkLaw {
  public Series {
    parts = List.copyOf(parts);
  }

  public static Series of(LinkLaw... parts) {
    return new Series(List.of(parts));
  }

  @Override
  public void evaluate(double flowM3S, double densityKgM3, double viscosityPaS, Loss into) {
    double pressure = 0;
    double slope = 0;
    for (LinkLaw part : parts) {
      part.evaluate(flowM3S, densityKgM3, viscosityPaS, into);
      pressure += into.pressurePa;
      slope += into.slopePaSM3;
    }
    into.set(pressure, slope);
  }

  @Override
  public double typicalFlowM3S() {
    double least = Double.POSITIVE_INFINITY;
    for (LinkLaw part : parts) {
      least = Math.min(least, part.typicalFlowM3S());
    }
    return parts.isEmpty() ? 0 : least;
  }

  @Override
  public double stepShare(double flowM3S, double stepM3S) {
    double least = 1;
    for (LinkLaw part : parts) {
      least = Math.min(least, part.stepShare(flowM3S, stepM3S));
    }
    return least;
  }

  @Override
  public boolean oneWay() {
    for (LinkLaw part : parts) {
      if (part.oneWay()) {
        return true;
      }
    }
    return false;
  }

  @Override
  public boolean closed() {
    for (LinkLaw part : parts) {
      if (part.closed()) {
        return true;
      }
    }
    return false;
  }

  @Override
  public Optional<Pump> pump() {
    for (LinkLaw part : parts) {
      Optional<Pump> pump = part.pump();
      if (pump.isPresent()) {
        return pump;
      }
    }
    return Optional.empty();
  }

  @Override
  public Optional<Text> fault() {
    if (parts.isEmpty()) {
      return Optional.of(Text.of("cooling.fault.emptySeries"));
    }
    for (LinkLaw part : parts) {
      Optional<Text> fault =
          part instanceof Regulator
              ? Optional.of(Text.of("cooling.fault.regulatorInSeries"))
              : part.fault();
      if (fault.isPresent()) {
        return fault;
      }
    }
    return Optional.empty();
  }
}
