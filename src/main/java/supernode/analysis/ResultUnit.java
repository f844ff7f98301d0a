package supernode.analysis;

import java.util.LinkedHashMap;
import java.util.Map;

/** Units at the end of result ids: "scaleUp.bisectionGBps" is in 1e9 byte/s. */
public final class ResultUnit {
  private static final Map<String, Double> SI_PER_UNIT = new LinkedHashMap<>();

  static {
    SI_PER_UNIT.put("Pflops", 1e15);
    SI_PER_UNIT.put("TBps", 1e12);
    SI_PER_UNIT.put("GBps", 1e9);
    SI_PER_UNIT.put("TB", 1e12);
    SI_PER_UNIT.put("KW", 1e3);
    SI_PER_UNIT.put("KPa", 1e3);
    SI_PER_UNIT.put("Lpm", 1e-3 / 60);
    SI_PER_UNIT.put("Hours", 3600.0);
    SI_PER_UNIT.put("Ns", 1e-9);
    SI_PER_UNIT.put("Us", 1e-6);
  }

  private ResultUnit() {}

  /** The value of a result in the unit that its id names; SI where it names none of these. */
  public static double valueOf(Result result) {
    for (Map.Entry<String, Double> unit : SI_PER_UNIT.entrySet()) {
      if (result.id().endsWith(unit.getKey())) {
        return result.quantity().value() / unit.getValue();
      }
    }
    return result.quantity().value();
  }
}
