package supernode.analysis.rule;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import supernode.analysis.Finding;
import supernode.analysis.SizeWish;
import supernode.analysis.SizeWish.Kind;
import supernode.catalog.PartKind;
import supernode.catalog.Property;
import supernode.design.Ambient;
import supernode.design.edit.Edit;
import supernode.quantity.Dimension;
import supernode.quantity.Quantity;
import supernode.quantity.Text;
import supernode.topology.Instance;

/** Ways to cool more: run the pump faster, supply colder water. */
final class CoolingMends {
  private CoolingMends() {}

  static List<Finding.Mend> moreFlow(Situation s) {
    List<Finding.Mend> mends = new ArrayList<>();
    Set<Edit> known = new HashSet<>();
    boolean water = false;
    boolean air = false;
    for (Instance i : s.model().instances()) {
      boolean pumps =
          switch (i.part().kind()) {
            case CDU, PUMP, FAN, AIR_HANDLER -> true;
            default -> false;
          };
      double speed = i.values().get(Property.PUMP_SPEED, 1);
      if (pumps && speed < 1) {
        Edit faster = reset(s, i);
        // What stands alike is reset at once.
        if (known.add(faster)) {
          mends.add(
              new Finding.Mend(
                  Text.of("mend.fullSpeed", i.name(), new Quantity(speed, Dimension.RATIO)),
                  faster));
        }
      }
      air |= i.part().kind() == PartKind.FAN;
      water |= pumps && i.part().kind() != PartKind.FAN;
    }
    Ambient ambient = s.design().scenarios().get(s.scenario()).ambient();
    double cooler = Math.max(ambient.dewPointC() + 2, ambient.airC() - 5);
    if (air && !water && cooler < ambient.airC()) {
      mends.add(
          new Finding.Mend(
              Text.of("mend.cooler", new Quantity(cooler, Dimension.TEMPERATURE)),
              new Edit.SetAmbient(s.scenario(), ambient.withAirC(cooler))));
    }
    double colder = Math.max(ambient.dewPointC() + 2, ambient.facilityWaterC() - 5);
    if ((water || !air) && colder < ambient.facilityWaterC()) {
      mends.add(
          new Finding.Mend(
              Text.of("mend.colderWater", new Quantity(colder, Dimension.TEMPERATURE)),
              new Edit.SetAmbient(s.scenario(), ambient.withFacilityWaterC(colder))));
    }
    return mends;
  }

  /** Flow or water with which every chip keeps its limit. */
  static List<SizeWish> forHeat() {
    return List.of(new SizeWish(Kind.FLOW, ""), new SizeWish(Kind.WATER, ""));
  }

  /** Flow shared better, or more of it. */
  static List<SizeWish> forFlow() {
    return List.of(new SizeWish(Kind.BALANCE, ""), new SizeWish(Kind.FLOW, ""));
  }

  /** A unit that carries what this one cannot; empty where the place holds none. */
  static List<SizeWish> forUnit(Situation s, String place) {
    boolean unit = s.model().find(place).filter(i -> i.part().kind() == PartKind.CDU).isPresent();
    return unit ? List.of(new SizeWish(Kind.CDU, place)) : List.of();
  }

  private static Edit reset(Situation s, Instance pump) {
    if (s.design().overrides().containsKey(pump.name())) {
      return new Edit.SetInstanceValue(pump.name(), Property.PUMP_SPEED, OptionalDouble.of(1));
    }
    return new Edit.SetValue(
        s.model().groupOf(pump.index()).assembly(),
        pump.path().last().placement(),
        Property.PUMP_SPEED,
        OptionalDouble.of(1));
  }
}
