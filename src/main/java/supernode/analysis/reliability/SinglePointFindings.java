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
 * whole domain stops, or half of a drawing without domains; else for information.
 */
final class SinglePointFindings {
  /** Kinds of part that are named in a sentence. */
  private static final int NAMED = 4;

  private SinglePointFindings() {}

  static List<Finding> of(Resilience r) {
    Map<PartLoss.Cause, List<PartLoss>> large = new EnumMap<>(PartLoss.Cause.class);
    Map<PartLoss.Cause, List<PartLoss>> small = new EnumMap<>(PartLoss.Cause.class);
    for (PartLoss l : r.singlePoints()) {
      int grave = r.domain() > 1 ? r.domain() : Math.ceilDiv(r.accelerators(), 2);
      boolean whole = l.stopped() >= Math.max(2, grave);
      (whole ? large : small).computeIfAbsent(l.cause(), _ -> new ArrayList<>()).add(l);
    }
    List<Finding> all = new ArrayList<>();
    large.forEach((cause, losses) -> all.add(finding(r, cause, losses, Severity.WARNING)));
    small.forEach((cause, losses) -> all.add(finding(r, cause, losses, Severity.INFO)));
    return all;
  }

  private static Finding finding(
      Resilience r, PartLoss.Cause cause, List<PartLoss> losses, Severity severity) {
    PartLoss worst = losses.getFirst();
    List<String> names = losses.stream().map(PartLoss::path).distinct().toList();
    String named =
        String.join(", ", names.subList(0, Math.min(NAMED, names.size())))
            + (names.size() > NAMED ? ", …" : "");
    Text given = Text.of("reliability.cause." + cause.key());
    int count = losses.stream().mapToInt(PartLoss::count).sum();
    Text text =
        worst.stopped() > 1
            ? Text.of(
                "finding.singlePointStops",
                given,
                count,
                named,
                worst.stopped(),
                r.accelerators(),
                r.countedName())
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
