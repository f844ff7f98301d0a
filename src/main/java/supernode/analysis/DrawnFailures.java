package supernode.analysis;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import supernode.catalog.Property;
import supernode.solve.reliability.FailureRate;
import supernode.topology.Instance;
import supernode.topology.Link;
import supernode.topology.SystemModel;

/**
 * Failures of a drawing in series: any of them stops a job of the whole machine. Parts whose rate
 * is not public count nothing, so the true rate is higher.
 *
 * @param rate of all together
 * @param fitByKind of parts by their name, largest share first
 * @param known parts and links with a public rate
 * @param unknown those without
 */
public record DrawnFailures(
    FailureRate rate, SequencedMap<String, Double> fitByKind, long known, long unknown) {
  public static DrawnFailures of(SystemModel model) {
    Map<String, Double> fit = new HashMap<>();
    long known = 0;
    long unknown = 0;
    for (Instance i : model.instances()) {
      if (i.failed()) {
        continue;
      }
      OptionalDouble own = i.values().get(Property.FAILURE_FIT);
      if (own.isPresent()) {
        fit.merge(i.part().name(), own.getAsDouble(), Double::sum);
        known++;
      } else {
        unknown++;
      }
    }
    for (Link l : model.links()) {
      if (l.failed()) {
        continue;
      }
      OptionalDouble own = l.type().values().get(Property.FAILURE_FIT);
      if (own.isPresent()) {
        fit.merge(l.type().name(), own.getAsDouble() * l.count(), Double::sum);
        known += l.count();
      } else {
        unknown += l.count();
      }
    }
    SequencedMap<String, Double> sorted = new LinkedHashMap<>();
    fit.entrySet().stream()
        .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder()))
        .forEach(e -> sorted.put(e.getKey(), e.getValue()));
    double sum = fit.values().stream().mapToDouble(Double::doubleValue).sum();
    return new DrawnFailures(FailureRate.ofFit(sum), sorted, known, unknown);
  }
}
