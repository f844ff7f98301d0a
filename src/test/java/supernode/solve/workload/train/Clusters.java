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

  public static final Chip B200 =
      new Chip("B200", 2250e12, 4500e12, 9000e12, 180e9, 7700e9, 1000, 1);
  public static final Chip GB200 =
      new Chip("GB200", 2500e12, 5000e12, 10000e12, 186e9, 8000e9, 1200, 1);
  public static final Chip GB300 =
      new Chip("GB300", 2500e12, 5000e12, 15000e12, 279e9, 8000e9, 1400, 1);

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

  /** DGX B200: NVLink 5 among eight, one NDR InfiniBand port per chip. */
  public static Fleet b200(int count) {
    return blackwell(B200, count, 8, 50e9);
  }

  /** GB200 NVL72, 64 chips of each used. */
  public static Fleet gb200(int count) {
    return blackwell(GB200, count, Math.min(64, count), 50e9);
  }

  /** GB300 NVL72, 64 chips of each used. */
  public static Fleet gb300(int count) {
    return blackwell(GB300, count, Math.min(64, count), 100e9);
  }

  private static Fleet blackwell(Chip chip, int count, int domain, double networkBytesPerS) {
    return new Fleet(
        chip,
        count,
        domain,
        new Interconnect(900e9, 1e-6, "NVLink5", true),
        new Interconnect(networkBytesPerS, 3e-6, "IB", false));
  }

  public static TrainingResult step(TrainingJob job, Strategy s, Fleet fleet, Mode mode) {
    return new TrainingStep(job, new GroupTimes(fleet, mode)).evaluate(s);
  }
}
