package supernode.solve.workload.schedule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Jobs of a kind, to be drawn.
 *
 * @param count a day
 * @param sizes chips, each as likely as the others
 * @param meanHours log-normal
 * @param spread standard deviation over mean
 * @param leastShare of its chips that a job can go on with; 1 for jobs that cannot shrink
 * @param exchangeShare of its time, spent on exchange between chips
 */
public record TaskClass(
    String kind,
    int count,
    List<Integer> sizes,
    double meanHours,
    double spread,
    double leastShare,
    double exchangeShare) {
  public TaskClass {
    sizes = List.copyOf(sizes);
  }

  /** Jobs of all classes over the day, in order of arrival. */
  public static List<Task> draw(List<TaskClass> classes, double hours, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Task> tasks = new ArrayList<>();
    for (TaskClass c : classes) {
      double variance = Math.log1p(c.spread * c.spread);
      double mu = Math.log(c.meanHours * 3600) - variance / 2;
      for (int i = 0; i < c.count; i++) {
        int chips = c.sizes.get(random.nextInt(c.sizes.size()));
        double seconds = Math.exp(mu + Math.sqrt(variance) * random.nextGaussian());
        int least = Math.max(1, (int) Math.ceil(chips * c.leastShare));
        double at = random.nextDouble() * hours * 3600;
        tasks.add(new Task(c.kind, at, chips, least, seconds, c.exchangeShare));
      }
    }
    tasks.sort(Comparator.comparingDouble(Task::arrivalS));
    return tasks;
  }
}
