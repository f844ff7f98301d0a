package supernode.analysis;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import supernode.catalog.Catalog;
import supernode.catalog.CatalogReader;
import supernode.catalog.Part;
import supernode.catalog.Property;
import supernode.catalog.Sourced;
import supernode.catalog.Values;
import supernode.design.Assembly;
import supernode.design.Design;
import supernode.design.Fabric;
import supernode.design.edit.Edit;
import supernode.store.DesignReader;

/** Samples solved for tests. */
public final class SampleAnalysis {
  public static final Catalog CATALOG = CatalogReader.shipped();

  private static final Set<Fabric> PLANT = EnumSet.of(Fabric.POWER, Fabric.HEAT, Fabric.LOOP);

  private SampleAnalysis() {}

  public static Design design(String name) {
    return DesignReader.read(Path.of("sample-designs", name + ".supernode.json"), CATALOG).design();
  }

  /** Its fabrics alone: no feed, no loop, and nothing known of what the parts of its own draw. */
  public static Design fabrics(String name) {
    Design design = design(name);
    Map<String, Assembly> bare = new LinkedHashMap<>();
    design
        .assemblies()
        .forEach((id, a) ->
            bare.put(
                id,
                a.withWirings(
                    a.wirings().stream().filter(w -> !PLANT.contains(w.fabric())).toList())));
    return design
        .withAssemblies(bare)
        .withParts(design.parts().stream().map(SampleAnalysis::withoutPower).toList());
  }

  private static Part withoutPower(Part part) {
    Map<Property, Sourced> known = new HashMap<>(part.values().all());
    known.remove(Property.POWER_W);
    return new Part(
        part.id(), part.kind(), part.name(), part.vendor(), new Values(known), part.ports());
  }

  public static Analysis full(Design design, String scenario) {
    return new Analyst(CATALOG).full(design, scenario, () -> false);
  }

  public static Design edited(Design design, Edit... edits) {
    Design next = design;
    for (Edit edit : edits) {
      next = edit.applyTo(next);
    }
    return next;
  }

  /** Value of a result in SI units. */
  public static double value(Analysis analysis, String id) {
    return analysis.result(id).orElseThrow().quantity().value();
  }
}
