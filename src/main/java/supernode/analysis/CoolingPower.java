package supernode.analysis;

import java.util.List;
import java.util.Map;
import supernode.quantity.Text;
import supernode.solve.cooling.fluid.Fluid;

/**
 * What cooling draws.
 *
 * @param pumpW electrical power of the pumps
 * @param rejectionW electrical power of fans and chillers outside
 * @param known whether the loop was solved and what cools it is drawn; otherwise said to be left
 *     out
 * @param plant what pumps, fans and compressors take
 * @param speeds of chips that give way to heat
 * @param results the loop's numbers, for derivations
 */
record CoolingPower(
    double pumpW,
    double rejectionW,
    boolean known,
    List<Result> results,
    LoopDetail.Plant plant,
    Map<String, Double> speeds) {
  static final CoolingPower NONE =
      new CoolingPower(0, 0, false, List.of(), LoopDetail.Plant.NONE, Map.of());

  static CoolingPower of(CoolingAnswer c) {
    return new CoolingPower(
        c.pumpW(), c.rejectionW(), known(c), c.results(), c.detail().plant(), c.detail().speeds());
  }

  /** What cools a room into which all heat goes is not drawn, and so not known. */
  private static boolean known(CoolingAnswer c) {
    return c.liquidW() > 0
        || c.detail().loops().stream().anyMatch(l -> !l.coolant().equals(Fluid.AIR.id()));
  }

  double totalW() {
    return pumpW + rejectionW;
  }

  /** Why a number of the loop is what it is. */
  Explanation explain(String id, String key) {
    return results.stream()
        .filter(r -> r.id().equals(id))
        .findFirst()
        .map(r -> r.explanation().get())
        .orElseGet(() -> Explanation.remark(Text.of("explain.noLoop", Text.of(key)), ""));
  }
}
