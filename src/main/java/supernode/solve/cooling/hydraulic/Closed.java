package supernode.solve.cooling.hydraulic;

import java.util.Optional;
import supernode.quantity.Text;

/** A shut valve, a blocked plate, a pulled coupling, a stopped pump behind its check valve. */
public record Closed() implements LinkLaw {
  @Override
  public void evaluate(double flowM3S, double densityKgM3, double viscosityPaS, Loss into) {
    into.set(0, 1);
  }

  @Override
  public double typicalFlowM3S() {
    return 0;
  }

  @Override
  public boolean closed() {
    return true;
  }

  @Override
  public Optional<Text> fault() {
    return Optional.empty();
  }
}
