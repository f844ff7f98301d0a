package supernode.analysis;

import java.util.List;
import java.util.function.BooleanSupplier;
import supernode.design.Fabric;
import supernode.quantity.Text;
import supernode.solve.Outcome;

/**
 * What the links of a line of the drawing carry.
 *
 * @param traffic whose flows they are
 * @param load of all of them together
 * @param out the busiest direction away from the line's first end
 * @param back the busiest one towards it
 */
public record LinkCarried(
    Fabric fabric,
    Text traffic,
    LinkLoad load,
    FabricFlows.Direction out,
    FabricFlows.Direction back,
    FabricFlows flows) {
  /** The direction that is busier. */
  public FabricFlows.Direction busier() {
    return load.back() > load.out() ? back : out;
  }

  /** The flows on the busier direction, those alike as one, most load first. */
  public Outcome<List<FabricFlows.Flow>> onBusier(BooleanSupplier cancelled) {
    return flows.on(busier(), cancelled);
  }
}
