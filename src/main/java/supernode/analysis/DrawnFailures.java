package supernode.analysis;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import supernode.solve.reliability.FailureRate;
import supernode.topology.Instance;
import supernode.topology.Link;
import supernode.topology.SystemModel;

/**
 * Failures of a drawing in series: any of them stops a job of the whole machine. Parts whose rate
 * is not public, nor that of their kind, count nothing, so the true rate is higher.
 *
 * @param rate of all together
 * @param fitByKind of parts by their name, largest share first
 * @param known parts and links that count by a public rate of their own
 * @param estimated parts that count by the rate of their kind
 * @param unknown parts and links that count nothing
 */
public record DrawnFailures(
    FailureRate rate,
    SequencedMap<String, Double> fitByKind,
    long known,
    long estimated,
    long unknown) {
  public static DrawnFailures of(SystemModel model) {
    FailureRates rates = new FailureRates(model);
    Map<String, Double> fit = new HashMap<>();
    long known = 0;
    long estimated = 0;
    long unknown = 0;
    for (Instance i : model.instances()) {
      if (i.failed()) {
        continue;
      }
      FailureRates.Rate own = rates.of(i).orElse(null);
      if (own == null) {
        unknown++;
      } else {
        fit.merge(i.part().name(), own.fit().value(), Double::sum);
        known += own.estimated() ? 0 : 1;
        estimated += own.estimated() ? 1 : 0;
      }
    }
    for (Link l : model.links()) {
      if (l.failed()) {
        continue;
      }
      FailureRates.Rate own = rates.of(l).orElse(null);
      if (own == null) {
        unknown += l.count();
      } else {
        fit.merge(l.type().name(), own.fit().value() * l.count(), Double::sum);
        known += l.count();
      }
    }
    SequencedMap<String, Double> sorted = new LinkedHashMap<>();
    fit.entrySet().stream()
        .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder()))
        .forEach(e -> sorted.put(e.getKey(), e.getValue()));
    double sum = fit.values().stream().mapToDouble(Double::doubleValue).sum();
    return new DrawnFailures(FailureRate.ofFit(sum), sorted, known, estimated, unknown);
  }
}
