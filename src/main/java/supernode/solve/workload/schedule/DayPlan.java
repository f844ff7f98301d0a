package supernode.solve.workload.schedule;

import java.util.List;

/**
 * What a day brings.
 *
 * @param hours of it that are looked at
 * @param trainingShare of the domains that training has where both are apart
 * @param leadMinutes how far ahead the load is predicted
 * @param resizeSeconds that a job loses when it shrinks or grows
 */
public record DayPlan(
    List<Task> tasks,
    List<Tide> tides,
    double hours,
    double trainingShare,
    double leadMinutes,
    double resizeSeconds) {
  public DayPlan {
    tasks = List.copyOf(tasks);
    tides = List.copyOf(tides);
  }
}
