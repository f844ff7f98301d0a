package supernode.design.edit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import supernode.catalog.Catalog;
import supernode.catalog.LinkType;
import supernode.catalog.Part;
import supernode.catalog.Property;
import supernode.design.Ambient;
import supernode.design.Arrangement;
import supernode.design.Assembly;
import supernode.design.Damage;
import supernode.design.Design;
import supernode.design.DesignException;
import supernode.design.Fabric;
import supernode.design.Placement;
import supernode.design.Routing;
import supernode.design.Selector;
import supernode.design.Traffic;
import supernode.design.WeatherYear;
import supernode.design.Wiring;
import supernode.design.Workload;
import supernode.quantity.Text;

/**
 * A change to a design. Undo needs no inverse: it restores the earlier design.
 *
 * <p>References follow: what a removal leaves dangling (wirings, exposed names, overrides, faults)
 * goes with it, and a renaming renames them all.
 */
public sealed interface Edit {
  /** Adds a placement under a name that is still free. */
  record AddPlacement(String assembly, String name, Placement placement) implements Edit {}

  record RemovePlacement(String assembly, String name) implements Edit {}

  /**
   * Removes some instances of a placement; those after them move up, and what names them by index
   * follows. Removing all of them removes the placement.
   *
   * @param indices counted from zero, before the removal
   */
  record RemoveInstances(String assembly, String name, Set<Integer> indices) implements Edit {
    public RemoveInstances {
      indices = Set.copyOf(indices);
    }
  }

  record RenamePlacement(String assembly, String from, String to) implements Edit {}

  record Arrange(String assembly, String name, Arrangement arrangement) implements Edit {}

  record SetCount(String assembly, String name, int count) implements Edit {}

  /** Puts another part or assembly in the place. */
  record Replace(String assembly, String name, String of) implements Edit {}

  /** Overrides a value for all instances of a placement; empty goes back to the catalogue's. */
  record SetValue(String assembly, String name, Property property, OptionalDouble si)
      implements Edit {}

  /** Overrides a value of one instance; empty goes back to its placement's. */
  record SetInstanceValue(String path, Property property, OptionalDouble si) implements Edit {}

  record AddWiring(String assembly, Wiring wiring) implements Edit {}

  record RemoveWiring(String assembly, Wiring wiring) implements Edit {}

  record ReplaceWiring(String assembly, Wiring old, Wiring next) implements Edit {}

  record Expose(String assembly, String name, List<Selector> selectors) implements Edit {}

  record AddAssembly(String id, Assembly assembly) implements Edit {}

  /** Removes an assembly that is placed nowhere. */
  record RemoveAssembly(String id) implements Edit {}

  record RenameAssembly(String id, String name) implements Edit {}

  /**
   * Puts an assembly into another enclosure.
   *
   * @param part id of a rack or tray; empty for none
   */
  record SetEnclosure(String assembly, String part) implements Edit {}

  record RenameDesign(String name) implements Edit {}

  record SetNotes(String notes) implements Edit {}

  /** Fails an instance in a scenario, or mends it. */
  record SetFault(String scenario, String path, boolean failed) implements Edit {}

  /** Sets what has failed in a scenario besides whole instances. */
  record SetDamage(String scenario, List<Damage> damage) implements Edit {
    public SetDamage {
      damage = List.copyOf(damage);
    }
  }

  record SetAmbient(String scenario, Ambient ambient) implements Edit {}

  record SetTraffic(String scenario, List<Traffic> traffic) implements Edit {}

  /** Puts a workload into a scenario, in place of one of the same name; empty takes it out. */
  record SetWorkload(String scenario, String name, Optional<Workload> workload) implements Edit {}

  /** Gives a scenario a year of weather, or takes it away. */
  record SetWeather(String scenario, Optional<WeatherYear> weather) implements Edit {}

  record RenameWorkload(String scenario, String from, String to) implements Edit {}

  /** Chooses how the switches of a fabric pick ways. */
  record SetRouting(Fabric fabric, Routing routing) implements Edit {}

  /** Adds a scenario as a copy of another. */
  record AddScenario(String name, String copyOf) implements Edit {}

  record RemoveScenario(String name) implements Edit {}

  /** Embeds a part of the design's own, replacing one of the same id. */
  record EmbedPart(Part part) implements Edit {}

  /** Embeds a link type of the design's own, replacing one of the same id. */
  record EmbedLink(LinkType link) implements Edit {}

  /** Accepts the catalogue as it is now. */
  record SetDigests(Map<String, String> digests) implements Edit {
    public SetDigests {
      digests = Map.copyOf(digests);
    }
  }

  /**
   * Several edits as one step.
   *
   * @param label what undo calls it
   */
  record Compound(Text label, List<Edit> edits) implements Edit {
    public Compound {
      edits = List.copyOf(edits);
    }
  }

  /**
   * The design after this edit. What the edit leaves pointing at nothing goes with it.
   *
   * @param catalog where the design's parts come from
   * @throws DesignException saying why it cannot be, with nothing changed
   */
  default Design applyTo(Design design, Catalog catalog) {
    return Application.apply(this, design, Optional.of(catalog));
  }

  /**
   * As {@link #applyTo(Design, Catalog)} where no catalogue is at hand: parts are taken to exist
   * and to have the ports that are wired.
   */
  default Design applyTo(Design design) {
    return Application.apply(this, design, Optional.empty());
  }

  /** What undo and redo call this step. */
  default Text label() {
    return Labels.of(this);
  }
}
