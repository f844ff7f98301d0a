package supernode.solve.workload.train;

import supernode.solve.network.collective.Mode;
import supernode.solve.workload.machine.Chip;
import supernode.solve.workload.machine.Fleet;
import supernode.solve.workload.machine.GroupTimes;
import supernode.solve.workload.machine.Interconnect;

/** Machines of the published cases. */
public final class Clusters {
  public static final Chip A100 = new Chip("A100", 312e12, 0, 0, 80e9, 2039e9, 400, 1);
  public static final Chip H100 = new Chip("H100", 989e12, 1979e12, 0, 80e9, 3350e9, 700, 1);

  private Clusters() {}

  /** DGX A100: NVLink 3, one HDR InfiniBand port per chip. */
  public static Fleet a100(int count) {
    return new Fleet(
        A100,
        count,
        8,
        new Interconnect(300e9, 1e-6, "NVLink3", false),
        new Interconnect(25e9, 3e-6, "IB", false));
  }

  public static Fleet h100(int count) {
    return new Fleet(
        H100,
        count,
        8,
        new Interconnect(450e9, 1e-6, "NVLink4", true),
        new Interconnect(50e9, 3e-6, "IB", false));
  }

  public static TrainingResult step(TrainingJob job, Strategy s, Fleet fleet, Mode mode) {
    return new TrainingStep(job, new GroupTimes(fleet, mode)).evaluate(s);
  }
}
