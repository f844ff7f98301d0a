package supernode.app;

import java.util.List;
import java.util.Optional;
import supernode.analysis.Analysis;
import supernode.analysis.loop.Incident;
import supernode.catalog.PartKind;
import supernode.solve.cooling.fluid.Coolants;
import supernode.topology.Instance;

/** What {@code --transient} asks for: a kind, with a place after @ and an amount after =. */
final class RunOption {
  static final List<String> KINDS =
      List.of(
          "pump-trip",
          "pump-trip-standby",
          "facility-loss",
          "facility-step",
          "blocked",
          "half-mated",
          "leak",
          "wrong-fluid",
          "cold-start",
          "fan-loss");

  private static final double STEP_K = 5;
  private static final double COLD_C = 10;

  private final String given;
  private final String kind;
  private final String place;
  private final String amount;

  RunOption(String given) {
    this.given = given;
    int equals = given.indexOf('=');
    amount = equals < 0 ? "" : given.substring(equals + 1);
    String before = equals < 0 ? given : given.substring(0, equals);
    int at = before.indexOf('@');
    place = at < 0 ? "" : before.substring(at + 1);
    kind = at < 0 ? before : before.substring(0, at);
  }

  /** The incident, at the place given or at the first part of its kind. */
  Incident incident(Analysis analysis) {
    if (!place.isEmpty() && analysis.model().asOptional().flatMap(m -> m.find(place)).isEmpty()) {
      throw new BadInput("design.noSuchInstance", place);
    }
    return switch (kind) {
      case "pump-trip" -> new Incident.PumpTrip(place, false);
      case "pump-trip-standby" -> new Incident.PumpTrip(place, true);
      case "facility-loss", "cdu-loss" -> new Incident.FacilityLoss(place);
      case "facility-step" -> new Incident.FacilityStep(number(STEP_K));
      case "blocked", "blocked-plate" -> new Incident.Blocked(at(analysis, PartKind.COLD_PLATE));
      case "half-mated" -> new Incident.HalfMated(at(analysis, PartKind.QUICK_DISCONNECT));
      case "leak" -> new Incident.Leak(at(analysis, PartKind.MANIFOLD));
      case "wrong-fluid" -> new Incident.WrongFluid(fluid());
      case "cold-start" -> new Incident.ColdStart(number(COLD_C));
      case "fan-loss" -> new Incident.FanLoss(place);
      default -> throw new BadInput("app.transient.kind", given, String.join(", ", KINDS));
    };
  }

  private String fluid() {
    String id = amount.isEmpty() ? "pg50" : amount;
    List<String> known = Coolants.all().stream().map(f -> f.id()).toList();
    if (!known.contains(id)) {
      throw new BadInput("app.transient.fluid", id, String.join(", ", known));
    }
    return id;
  }

  private double number(double otherwise) {
    try {
      double value = amount.isEmpty() ? otherwise : Double.parseDouble(amount);
      if (Math.abs(value) <= 200) {
        return value;
      }
    } catch (NumberFormatException _) {
      // Said below, with what was given.
    }
    throw new BadInput("app.transient.amount", given);
  }

  /** The place given, or the first part of a kind; the hottest chip's plate first. */
  private String at(Analysis analysis, PartKind wanted) {
    if (!place.isEmpty()) {
      return place;
    }
    Optional<String> first =
        analysis
            .model()
            .asOptional()
            .flatMap(m ->
                m.instances().stream()
                    .filter(i -> i.part().kind() == wanted)
                    .map(Instance::name)
                    .findFirst());
    return first.orElse("");
  }
}
