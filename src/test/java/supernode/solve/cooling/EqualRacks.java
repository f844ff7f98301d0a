package supernode.solve.cooling;

import java.util.Collections;
import java.util.List;
import supernode.solve.cooling.fluid.Fluid;
import supernode.solve.cooling.heat.Cdu;
import supernode.solve.cooling.heat.ChipPackage;
import supernode.solve.cooling.hydraulic.HydraulicLink;
import supernode.solve.cooling.hydraulic.HydraulicNode;
import supernode.solve.cooling.hydraulic.Partition;
import supernode.solve.cooling.power.PumpDrive;

/** A row of racks of {@link RackSample}, each with a loop of its own, named rack0., rack1., ... */
public final class EqualRacks {
  static final CoolingProblem RACK = RackSample.expanded();

  /** Index of the pump's link in a rack. */
  static final int PUMP = 0;

  private EqualRacks() {}

  /** All in one problem, with the same coolant in each. */
  public static LoopSystem system(CoolingProblem row, int racks) {
    return new LoopSystem(
        row, Partition.of(row.network()), Collections.nCopies(racks, Fluid.PG25), List.of());
  }

  /**
   * @param cooled with exchangers, without which heat has no way out
   * @param marked with so many heats of nothing in each as makes it unlike all others
   */
  public static CoolingProblem row(int racks, boolean cooled, boolean marked) {
    CoolingProblem.Builder b = CoolingProblem.of(Fluid.PG25);
    add(b, racks, cooled, marked);
    return b.build();
  }

  static void add(CoolingProblem.Builder b, int racks, boolean cooled, boolean marked) {
    int nodes = RACK.network().nodes().size();
    int links = RACK.network().links().size();
    for (int r = 0; r < racks; r++) {
      String rack = "rack" + r + ".";
      for (HydraulicNode n : RACK.network().nodes()) {
        b.add(new HydraulicNode(rack + n.label(), n.elevationM(), n.fixedPressurePa(), 0));
      }
      for (HydraulicLink l : RACK.network().links()) {
        b.link(rack + l.label(), r * nodes + l.from(), r * nodes + l.to(), l.law(), l.copies());
      }
      for (ChipPackage c : RACK.chips()) {
        b.add(c.named(rack + c.label()).at(r * links + c.link()));
      }
      for (Cdu c : cooled ? RACK.cdus() : List.<Cdu>of()) {
        b.add(c.named(rack + c.label()).at(r * links + c.link()));
      }
      for (PumpDrive p : RACK.pumps()) {
        b.add(new PumpDrive(rack + p.label(), r * links + p.link(), p.efficiency(), 0.9));
      }
      for (int i = 0; marked && i < r; i++) {
        b.add(new HeatInput(rack + "none", r * links + PUMP, 0));
      }
    }
  }
}
