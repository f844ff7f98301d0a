package supernode.analysis;

import java.util.List;
import supernode.quantity.Text;

/**
 * What cooling draws.
 *
 * @param pumpW electrical power of the pumps
 * @param rejectionW electrical power of fans and chillers outside
 * @param known whether the loop was solved; otherwise both are zero and said to be left out
 * @param results the loop's numbers, for derivations
 */
record CoolingPower(double pumpW, double rejectionW, boolean known, List<Result> results) {
  static final CoolingPower NONE = new CoolingPower(0, 0, false, List.of());

  static CoolingPower of(CoolingAnswer c) {
    return new CoolingPower(c.pumpW(), c.rejectionW(), true, c.results());
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
