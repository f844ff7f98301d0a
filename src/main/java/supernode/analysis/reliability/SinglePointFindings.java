package supernode.analysis.reliability;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import supernode.analysis.Finding;
import supernode.analysis.Severity;
import supernode.quantity.Dimension;
import supernode.quantity.Quantity;
import supernode.quantity.Text;

/**
 * Single points of failure as findings, one for each thing that a part gives: a warning where a
 * whole domain stops, else for information.
 */
final class SinglePointFindings {
  /** Kinds of part that are named in a sentence. */
  private static final int NAMED = 4;

  private SinglePointFindings() {}

  static List<Finding> of(Resilience r) {
    Map<PartLoss.Cause, List<PartLoss>> grave = new EnumMap<>(PartLoss.Cause.class);
    Map<PartLoss.Cause, List<PartLoss>> small = new EnumMap<>(PartLoss.Cause.class);
    for (PartLoss l : r.singlePoints()) {
      boolean whole = l.accelerators() + l.cutOff() >= Math.max(2, r.domain());
      (whole ? grave : small).computeIfAbsent(l.cause(), _ -> new ArrayList<>()).add(l);
    }
    List<Finding> all = new ArrayList<>();
    grave.forEach((cause, losses) -> all.add(finding(cause, losses, Severity.WARNING)));
    small.forEach((cause, losses) -> all.add(finding(cause, losses, Severity.INFO)));
    return all;
  }

  private static Finding finding(PartLoss.Cause cause, List<PartLoss> losses, Severity severity) {
    PartLoss worst = losses.getFirst();
    List<String> names = losses.stream().map(PartLoss::path).distinct().toList();
    String named =
        String.join(", ", names.subList(0, Math.min(NAMED, names.size())))
            + (names.size() > NAMED ? ", …" : "");
    int stopped = worst.accelerators() + worst.cutOff();
    Text given = Text.of("reliability.cause." + cause.key());
    int count = losses.stream().mapToInt(PartLoss::count).sum();
    Text text =
        stopped > 1
            ? Text.of("finding.singlePointStops", given, count, named, stopped)
            : Text.of(
                "finding.singlePointHalves",
                given,
                count,
                named,
                new Quantity(worst.bandwidthLeft(), Dimension.RATIO));
    List<String> places =
        losses.stream().filter(l -> !l.link()).map(PartLoss::example).distinct().toList();
    return new Finding("single-point-of-failure", severity, text, places, List.of());
  }
}
