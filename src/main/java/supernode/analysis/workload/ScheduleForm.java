package supernode.analysis.workload;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import supernode.design.Setting;
import supernode.solve.workload.machine.Fleet;
import supernode.solve.workload.schedule.DayPlan;
import supernode.solve.workload.schedule.Task;
import supernode.solve.workload.schedule.TaskClass;
import supernode.solve.workload.schedule.Tide;

/** Reads a day: jobs that are listed or drawn, services with their tides. */
final class ScheduleForm {
  private static final int MOST_JOBS = 200_000;
  private static final int MOST_SERVICES = 1000;
  private static final int MOST_CHIPS = 10_000_000;
  private static final double MOST_HOURS = 24 * 31;

  private final JobFields job;
  private final Fleet fleet;

  private ScheduleForm(JobFields job, Fleet fleet) {
    this.job = job;
    this.fleet = fleet;
  }

  static JobFields checked(JobFields job) {
    return job.only(
        "machine",
        "chip",
        "hours",
        "classes",
        "jobs",
        "services",
        "trainingShare",
        "leadMinutes",
        "resizeSeconds",
        "idlePowerShare",
        "seed");
  }

  static DayPlan plan(JobFields job, Fleet fleet) {
    return new ScheduleForm(job, fleet).plan();
  }

  private DayPlan plan() {
    double hours = job.number("hours", 0.25, MOST_HOURS, 24);
    List<Task> tasks = new ArrayList<>(drawn(hours));
    if (job.has("jobs")) {
      job.objects("jobs", MOST_JOBS).forEach(j -> tasks.add(task(j)));
    }
    List<Tide> tides = new ArrayList<>();
    if (job.has("services")) {
      job.objects("services", MOST_SERVICES).forEach(s -> tides.add(tide(s)));
    }
    if (tasks.isEmpty() && tides.isEmpty()) {
      throw new JobException("schedule.empty", job.file());
    }
    int peak = tides.stream().mapToInt(Tide::peakChips).sum();
    if (peak > fleet.count()) {
      throw new JobException("schedule.peaks", job.file(), peak, fleet.count());
    }
    tasks.sort(Comparator.comparingDouble(Task::arrivalS));
    return new DayPlan(
        tasks,
        tides,
        hours,
        job.number("trainingShare", 0, 1, 0.6),
        job.number("leadMinutes", 0, 24 * 60, 30),
        job.number("resizeSeconds", 0, 86400, 60));
  }

  private List<Task> drawn(double hours) {
    if (!job.has("classes")) {
      return List.of();
    }
    List<TaskClass> classes =
        job.objects("classes", MOST_SERVICES).stream().map(this::kind).toList();
    int all = classes.stream().mapToInt(TaskClass::count).sum();
    if (all > MOST_JOBS) {
      throw job.bad("job.tooMany", "classes", MOST_JOBS);
    }
    return TaskClass.draw(classes, hours, job.whole("seed", 0, Long.MAX_VALUE / 2, 1));
  }

  private TaskClass kind(JobFields c) {
    c.only("kind", "count", "chips", "meanHours", "spread", "leastShare", "exchangeShare");
    List<Integer> sizes = new ArrayList<>();
    for (Setting size : c.items("chips")) {
      double chips = size instanceof Setting.Amount(double n) ? n : -1;
      if (!(chips >= 1 && chips <= MOST_CHIPS) || chips != Math.rint(chips)) {
        throw c.bad("job.whole", "chips", size.toString(), 1, MOST_CHIPS);
      }
      sizes.add(fitting(c, (int) chips));
    }
    if (sizes.isEmpty()) {
      throw c.bad("job.list", "chips");
    }
    return new TaskClass(
        c.text("kind", "job"),
        (int) c.whole("count", 1, MOST_JOBS),
        sizes,
        c.number("meanHours", 1e-4, MOST_HOURS),
        c.number("spread", 0, 10, 1),
        c.number("leastShare", 0.01, 1, 1),
        c.number("exchangeShare", 0, 1, 0.2));
  }

  private int fitting(JobFields at, int chips) {
    if (chips > fleet.count()) {
      throw at.bad("schedule.tooLarge", chips, fleet.count());
    }
    return chips;
  }

  private Task task(JobFields j) {
    j.only("kind", "arrivalHours", "chips", "leastChips", "hours", "exchangeShare");
    int chips = fitting(j, (int) j.whole("chips", 1, MOST_CHIPS));
    return new Task(
        j.text("kind", "job"),
        j.number("arrivalHours", 0, MOST_HOURS, 0) * 3600,
        chips,
        (int) j.whole("leastChips", 1, chips, chips),
        j.number("hours", 1e-4, MOST_HOURS) * 3600,
        j.number("exchangeShare", 0, 1, 0.2));
  }

  private static Tide tide(JobFields s) {
    s.only("name", "peakChips", "troughShare", "peakHour", "unit");
    int peak = (int) s.whole("peakChips", 1, MOST_CHIPS);
    return new Tide(
        s.text("name", "service"),
        peak,
        s.number("troughShare", 0, 1, 0.3),
        s.number("peakHour", 0, 24, 15),
        (int) s.whole("unit", 1, peak, Math.min(peak, 8)));
  }
}
