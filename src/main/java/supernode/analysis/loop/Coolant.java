package supernode.analysis.loop;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import supernode.analysis.CoolingAnswer;
import supernode.analysis.Severity;
import supernode.catalog.PartKind;
import supernode.catalog.Property;
import supernode.quantity.Text;
import supernode.solve.cooling.fluid.Coolants;
import supernode.solve.cooling.fluid.Fluid;
import supernode.solve.cooling.hydraulic.HydraulicLink;
import supernode.solve.cooling.hydraulic.Partition;
import supernode.topology.Instance;
import supernode.topology.SystemModel;

/**
 * What flows in each loop: what one of its parts says, else 25 % propylene glycol by mass in loops
 * with plates, water in those of the facility and air where fans or heat sinks are.
 */
final class Coolant {
  private static final Optional<Fluid> AIR = Optional.of(Fluid.AIR);

  private final List<HydraulicLink> links;
  private final Partition parts;
  private final Fluid[] fluids;
  private int chipsPart;

  /**
   * @param notes takes what does not fit together
   */
  Coolant(SystemModel model, LoopMap map, List<CoolingAnswer.Note> notes) {
    links = map.links();
    parts = map.parts();
    fluids = new Fluid[parts.size()];
    boolean[] facility = new boolean[parts.size()];
    map.primaryLinks().values().forEach(k -> facility[part(k)] = true);
    Instance[] saidBy = new Instance[parts.size()];
    chipsPart = -1;
    PartLinks partLinks = map.partLinks();
    for (int n = 0; n < partLinks.size(); n++) {
      Instance i = model.instances().get(partLinks.instance(n));
      PartKind kind = i.part().kind();
      int part = part(partLinks.of(i.index()));
      facility[part] |= Plant.isOutside(kind);
      if (chipsPart < 0 && kind == PartKind.COLD_PLATE) {
        chipsPart = part;
      }
      // A tank says what is in its bath.
      if (kind != PartKind.IMMERSION_TANK) {
        Optional<Fluid> said = said(i);
        if (said.isPresent()) {
          take(part, said.get(), i, saidBy, notes);
        }
      }
    }
    for (int p = 0; p < fluids.length; p++) {
      if (fluids[p] == null) {
        fluids[p] = facility[p] ? Fluid.WATER : Fluid.PG25;
      }
    }
  }

  private static Optional<Fluid> said(Instance i) {
    if (i.part().kind().passesAir()) {
      return AIR;
    }
    return i.values()
        .find(Property.COOLANT)
        .flatMap(v -> Property.COOLANT.choice(v.value()))
        .flatMap(Coolants::of);
  }

  private void take(
      int part, Fluid fluid, Instance by, Instance[] saidBy, List<CoolingAnswer.Note> notes) {
    if (fluids[part] == null) {
      fluids[part] = fluid;
      saidBy[part] = by;
    } else if (!fluids[part].equals(fluid)) {
      notes.add(
          new CoolingAnswer.Note(
              "loop-two-coolants",
              Severity.ERROR,
              Text.of(
                  "finding.twoCoolants",
                  saidBy[part].name(),
                  fluids[part].id(),
                  by.name(),
                  fluid.id()),
              by.name()));
    }
  }

  private int part(int link) {
    return parts.partOf()[links.get(link).from()];
  }

  Partition parts() {
    return parts;
  }

  List<Fluid> fluids() {
    return new ArrayList<>(Arrays.asList(fluids));
  }

  /** In a link. */
  Fluid of(int link) {
    return fluids[part(link)];
  }

  /** In the loop of the plates. */
  Fluid ofChips() {
    return chipsPart >= 0 ? fluids[chipsPart] : fluids.length > 0 ? fluids[0] : Fluid.PG25;
  }
}
