package supernode.ui.panel;

import java.util.HashMap;
import java.util.Map;
import supernode.catalog.Catalog;
import supernode.catalog.Part;
import supernode.design.Assembly;
import supernode.design.Design;
import supernode.design.InstancePath;
import supernode.design.Placement;
import supernode.ui.Workspace;

/**
 * What people call the things of a design.
 *
 * @param library the catalogue as the design sees it
 */
record Names(Design design, Catalog library) {
  static Names of(Workspace workspace) {
    return new Names(workspace.design(), workspace.library());
  }

  /** Name of an assembly of the design or of a part; the id where it has none. */
  String of(String id) {
    Assembly assembly = design.assemblies().get(id);
    if (assembly != null) {
      return assembly.name().isBlank() ? id : assembly.name();
    }
    return library.part(id).map(Part::name).orElse(id);
  }

  /** Name of what stands at a path. */
  String at(InstancePath path) {
    String id = idAt(path);
    return id.isEmpty() ? path.toString() : of(id);
  }

  /** Instances that are drawn by the same placement, all counts around it multiplied. */
  long alike(InstancePath path) {
    long count = 1;
    String at = design.root();
    for (InstancePath.Step step : path.steps()) {
      Assembly inside = design.assemblies().get(at);
      Placement p = inside == null ? null : inside.placements().get(step.placement());
      if (p == null) {
        return count;
      }
      count *= p.count();
      at = p.of();
    }
    return count;
  }

  /** How many instances of an assembly the whole design has. */
  long instances(String assembly) {
    return instances(assembly, new HashMap<>());
  }

  private long instances(String assembly, Map<String, Long> known) {
    if (assembly.equals(design.root())) {
      return 1;
    }
    Long cached = known.get(assembly);
    if (cached != null) {
      return cached;
    }
    long count = 0;
    for (Map.Entry<String, Assembly> holder : design.assemblies().entrySet()) {
      for (Placement p : holder.getValue().placements().values()) {
        if (p.of().equals(assembly)) {
          count += p.count() * instances(holder.getKey(), known);
        }
      }
    }
    known.put(assembly, count);
    return count;
  }

  private String idAt(InstancePath path) {
    String at = design.root();
    for (InstancePath.Step step : path.steps()) {
      Assembly inside = design.assemblies().get(at);
      Placement p = inside == null ? null : inside.placements().get(step.placement());
      if (p == null) {
        return "";
      }
      at = p.of();
    }
    return at;
  }
}
