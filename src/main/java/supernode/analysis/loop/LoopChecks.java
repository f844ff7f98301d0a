package supernode.analysis.loop;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import supernode.analysis.CoolingAnswer;
import supernode.analysis.Severity;
import supernode.catalog.PartKind;
import supernode.catalog.Property;
import supernode.catalog.Values;
import supernode.quantity.Dimension;
import supernode.quantity.Quantity;
import supernode.quantity.Text;
import supernode.solve.cooling.hydraulic.Partition;
import supernode.topology.Instance;
import supernode.topology.SystemModel;

/** What can be said of drawn loops before they are solved. */
final class LoopChecks {
  private final SystemModel model;
  private final LoopMap map;
  private final Partition parts;
  private final List<Integer> units;
  private final List<CoolingAnswer.Note> notes;

  LoopChecks(
      SystemModel model,
      LoopMap map,
      Partition parts,
      List<Integer> units,
      List<CoolingAnswer.Note> notes) {
    this.model = model;
    this.map = map;
    this.parts = parts;
    this.units = units;
    this.notes = notes;
  }

  void run() {
    pumps();
    setPoints();
    curves();
  }

  private int part(int link) {
    return parts.partOf()[map.links().get(link).from()];
  }

  /** Loops of plates, tanks or units that no pump drives. */
  private void pumps() {
    boolean[] driven = new boolean[parts.size()];
    boolean[] named = new boolean[parts.size()];
    map.partLinks()
        .forEach((instance, link) -> {
          PartKind kind = model.instances().get(instance).part().kind();
          // A pump that failed is a fault of its own.
          driven[part(link)] |= LoopProblem.drives(kind);
        });
    map.partLinks()
        .forEach((instance, link) -> {
          Instance i = model.instances().get(instance);
          boolean heated = Baths.takesHeat(i) || Plant.isSink(i);
          if (heated && !driven[part(link)] && !named[part(link)]) {
            named[part(link)] = true;
            note("loop-no-pump", Severity.ERROR, Text.of("finding.noPump", i.name()), i);
          }
        });
  }

  /** Units of one loop that want different supply temperatures. */
  private void setPoints() {
    Map<Integer, Instance> first = new HashMap<>();
    for (int u : units) {
      Instance unit = model.instances().get(u);
      int part = part(map.exchangerLinks().get(u));
      Instance other = first.putIfAbsent(part, unit);
      if (other == null) {
        continue;
      }
      Optional<Double> a = set(other);
      Optional<Double> b = set(unit);
      if (a.isPresent() && b.isPresent() && Math.abs(a.get() - b.get()) > 0.1) {
        note(
            "loop-set-points",
            Severity.WARNING,
            Text.of(
                "finding.setPoints",
                other.name(),
                new Quantity(a.get(), Dimension.TEMPERATURE),
                unit.name(),
                new Quantity(b.get(), Dimension.TEMPERATURE)),
            unit);
      }
    }
  }

  private static Optional<Double> set(Instance unit) {
    return unit.values().find(Property.SUPPLY_SET_C).map(s -> s.value());
  }

  /** Pumps whose pressure at no flow is not above that at their rated flow. */
  private void curves() {
    map.partLinks()
        .forEach((instance, _) -> {
          Instance i = model.instances().get(instance);
          if (!LoopProblem.drives(i.part().kind())) {
            return;
          }
          Values v = i.values();
          double rated = v.get(Property.RATED_PRESSURE, 0);
          double shutoff = v.get(Property.SHUTOFF_PRESSURE, Double.POSITIVE_INFINITY);
          if (rated > 0 && shutoff <= rated) {
            note(
                "pump-curve",
                Severity.WARNING,
                Text.of(
                    "finding.pumpCurve",
                    i.name(),
                    new Quantity(shutoff, Dimension.PRESSURE),
                    new Quantity(rated, Dimension.PRESSURE)),
                i);
          }
        });
  }

  private void note(String kind, Severity severity, Text text, Instance at) {
    notes.add(new CoolingAnswer.Note(kind, severity, text, at.name()));
  }
}
