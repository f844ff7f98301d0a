package supernode.analysis.workload;

import java.util.Optional;
import supernode.quantity.Dimension;
import supernode.quantity.Quantity;
import supernode.quantity.Text;
import supernode.solve.workload.schedule.DayResult;
import supernode.solve.workload.schedule.Policy;

/** The five scenarios that the shipped samples tell, each in its own measure. */
final class Stories {
  private static final double MILLION = 1e6;

  private Stories() {}

  static Optional<Text> of(String name, WorkloadAnswer answer) {
    return switch (answer) {
      case TrainingAnswer a when name.equals("trillion-parameters") -> Optional.of(trillion(a));
      case TrainingAnswer a when name.equals("inspection-retraining") -> Optional.of(retraining(a));
      case ServingAnswer a when name.equals("million-users") -> million(a);
      case ServingAnswer a when name.equals("fraud-stream") -> Optional.of(fraud(a));
      case ServingAnswer a when name.equals("inspection") -> Optional.of(inspection(a));
      case ScheduleAnswer a when name.equals("energy-dispatch") -> energy(a);
      default -> Optional.empty();
    };
  }

  private static Text trillion(TrainingAnswer a) {
    double days = a.budget().tokens() / a.calibrated().tokensPerSecond() / 86_400;
    int chips = a.machine().fleet().count();
    Quantity step = time(a.calibrated().stepSeconds());
    Quantity mfu = ratio(a.calibrated().utilisation().mfu());
    return a.uptime()
        .map(Uptime::goodput)
        .map(goodput ->
            Text.of(
                "workload.story.trillionParameters",
                chips,
                step,
                mfu,
                days / goodput,
                ratio(goodput)))
        .orElseGet(
            () -> Text.of("workload.story.trillionParametersUndisturbed", chips, step, mfu, days));
  }

  private static Text retraining(TrainingAnswer a) {
    double seconds = a.budget().tokens() / a.calibrated().tokensPerSecond();
    return Text.of("workload.story.inspectionRetraining", seconds / 3600);
  }

  private static Optional<Text> million(ServingAnswer a) {
    return a.calibrated()
        .most()
        .filter(_ -> a.perUserHour() > 0)
        .map(most -> {
          double users = Math.floor(most.perSecond() * 3600 / a.perUserHour());
          return Text.of(
              "workload.story.millionUsers",
              a.machine().fleet().count(),
              users,
              time(a.objective().ttftSeconds()),
              time(a.objective().tpotSeconds()),
              Math.ceil(MILLION / users));
        });
  }

  private static Text fraud(ServingAnswer a) {
    return Text.of(
        "workload.story.fraudStream",
        a.calibrated().queue().requestsPerSecond(),
        time(a.calibrated().queue().ttft().p99()),
        a.calibrated().most().map(m -> m.perSecond()).orElse(0.0),
        time(a.objective().ttftSeconds()));
  }

  private static Text inspection(ServingAnswer a) {
    return Text.of(
        "workload.story.inspection",
        a.calibrated().queue().requestsPerSecond(),
        time(a.calibrated().queue().endToEnd().p99()),
        a.calibrated().most().map(m -> m.perSecond()).orElse(0.0),
        time(a.objective().ttftSeconds()));
  }

  private static Optional<Text> energy(ScheduleAnswer a) {
    DayResult apart = under(a, Policy.STATIC);
    DayResult elastic = under(a, Policy.ELASTIC);
    return Optional.of(
        Text.of(
            "workload.story.energyDispatch",
            a.plan().hours() / 24,
            ratio(apart.usefulUtilisation()),
            apart.finished(),
            time(apart.waitMeanS()),
            ratio(elastic.usefulUtilisation()),
            elastic.finished(),
            time(elastic.waitMeanS())));
  }

  private static DayResult under(ScheduleAnswer a, Policy policy) {
    return a.results().stream()
        .filter(r -> r.policy() == policy && r.bounded())
        .findFirst()
        .orElseThrow();
  }

  private static Quantity time(double seconds) {
    return new Quantity(seconds, Dimension.TIME);
  }

  private static Quantity ratio(double share) {
    return new Quantity(share, Dimension.RATIO);
  }
}
