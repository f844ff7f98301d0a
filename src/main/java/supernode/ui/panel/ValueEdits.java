package supernode.ui.panel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import supernode.catalog.Property;
import supernode.design.Design;
import supernode.design.InstancePath;
import supernode.design.Places;
import supernode.design.edit.Edit;
import supernode.quantity.Text;

/** The edits that set a property of the selected instances, or set it back. */
record ValueEdits(Design design, Places places, List<InstancePath> paths) {
  /** Whom a value is for. */
  enum Scope {
    /** All instances of the placements. */
    ALL,
    /** The selected instances alone. */
    THESE
  }

  /** Sets a value; for all, values of single selected instances give way to it. */
  Edit set(Property property, double si, Scope scope) {
    OptionalDouble value = OptionalDouble.of(si);
    List<Edit> edits = new ArrayList<>();
    if (scope == Scope.THESE) {
      paths.forEach(p -> edits.add(new Edit.SetInstanceValue(p.toString(), property, value)));
    } else {
      clearInstances(property, edits);
      placements()
          .forEach((p, place) ->
              edits.add(new Edit.SetValue(place.assembly(), place.name(), property, value)));
    }
    return together(property, edits);
  }

  /** Goes back by one step: from an instance's own value to its placement's, else the catalogue. */
  Edit reset(Property property) {
    List<Edit> edits = new ArrayList<>();
    clearInstances(property, edits);
    if (edits.isEmpty()) {
      placements()
          .values()
          .forEach(place ->
              edits.add(
                  new Edit.SetValue(
                      place.assembly(), place.name(), property, OptionalDouble.empty())));
    }
    return together(property, edits);
  }

  private record Place(String assembly, String name) {}

  private Map<String, Place> placements() {
    Map<String, Place> found = new LinkedHashMap<>();
    for (InstancePath path : paths) {
      places
          .find(path)
          .ifPresent(f -> {
            Place place = new Place(f.assembly(), path.last().placement());
            found.put(place.toString(), place);
          });
    }
    return found;
  }

  private void clearInstances(Property property, List<Edit> edits) {
    for (InstancePath path : paths) {
      if (design.overrides().getOrDefault(path.toString(), Map.of()).containsKey(property)) {
        edits.add(new Edit.SetInstanceValue(path.toString(), property, OptionalDouble.empty()));
      }
    }
  }

  private Edit together(Property property, List<Edit> edits) {
    if (edits.size() == 1) {
      return edits.getFirst();
    }
    return new Edit.Compound(
        Text.of("panel.edit.values", Text.of("property." + property.key()), paths.size()), edits);
  }
}
