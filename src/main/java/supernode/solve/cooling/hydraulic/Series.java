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
    return parts.stream().mapToDouble(LinkLaw::typicalFlowM3S).min().orElse(0);
  }

  @Override
  public double stepShare(double flowM3S, double stepM3S) {
    return parts.stream().mapToDouble(p -> p.stepShare(flowM3S, stepM3S)).min().orElse(1);
  }

  @Override
  public boolean oneWay() {
    return parts.stream().anyMatch(LinkLaw::oneWay);
  }

  @Override
  public boolean closed() {
    return parts.stream().anyMatch(LinkLaw::closed);
  }

  @Override
  public Optional<Pump> pump() {
    return parts.stream().flatMap(part -> part.pump().stream()).findFirst();
  }

  @Override
  public Optional<Text> fault() {
    if (parts.isEmpty()) {
      return Optional.of(Text.of("cooling.fault.emptySeries"));
    }
    if (parts.stream().anyMatch(Regulator.class::isInstance)) {
      return Optional.of(Text.of("cooling.fault.regulatorInSeries"));
    }
    return parts.stream().flatMap(part -> part.fault().stream()).findFirst();
  }
}
