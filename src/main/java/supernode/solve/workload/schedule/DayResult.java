package supernode.solve.workload.schedule;

import java.util.List;

/**
 * What came of a day.
 *
 * @param utilisation chips that worked, over all; of inference those that its load needed
 * @param usefulUtilisation the same without what jobs lose to slower exchange
 * @param trainingUtilisation part of it
 * @param started jobs
 * @param finished jobs
 * @param waitMeanS of the jobs that started
 * @param waitP95S of them
 * @param stranded share of all chip time that was free while a job that would have fitted by number
 *     waited
 * @param fragmentation free chips that no single job could get, over free chips, in the mean
 * @param unmetShare of the demand for inference
 * @param peakToMean of chips that worked
 * @param peaks of chips that are wanted and that worked
 * @param resizes of jobs
 * @param course useful utilisation in each of equal parts of the time
 * @param waits of the jobs that started, from the shortest to the longest at equal shares, s
 */
public record DayResult(
    Policy policy,
    boolean bounded,
    double utilisation,
    double usefulUtilisation,
    double trainingUtilisation,
    int started,
    int finished,
    double waitMeanS,
    double waitP95S,
    double stranded,
    double fragmentation,
    double unmetShare,
    double peakToMean,
    Peaks peaks,
    int resizes,
    List<Double> course,
    List<Double> waits) {
  public DayResult {
    course = List.copyOf(course);
    waits = List.copyOf(waits);
  }
}
