package supernode.analysis.rule;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import supernode.analysis.CoolingAnswer;
import supernode.analysis.FabricAnswer;
import supernode.analysis.PowerAnswer;
import supernode.catalog.Catalog;
import supernode.design.Design;
import supernode.design.Fabric;
import supernode.solve.Outcome;
import supernode.topology.Instance;
import supernode.topology.SystemModel;

/**
 * Everything that rules read.
 *
 * @param catalog what there is besides the design's own parts
 * @param library the catalogue as the design sees it
 * @param scenario name of the scenario
 * @param plainlyWhole whether all that is on a fabric is joined by links that carry something
 */
public record Situation(
    Design design,
    Catalog catalog,
    Catalog library,
    String scenario,
    SystemModel model,
    Predicate<Fabric> plainlyWhole,
    Map<Fabric, Outcome<FabricAnswer>> networks,
    Outcome<CoolingAnswer> cooling,
    Outcome<PowerAnswer> power) {
  List<supernode.design.Places.FoundPort> ports(String assembly, supernode.design.Selector end) {
    return new supernode.design.Places(design, library).ports(assembly, end);
  }

  /** Placing one more of something, if the assembly has it. */
  List<supernode.analysis.Finding.Mend> more(String assembly, String placement) {
    supernode.design.Placement p = design.assemblies().get(assembly).placements().get(placement);
    return p == null
        ? List.of()
        : List.of(
            new supernode.analysis.Finding.Mend(
                supernode.quantity.Text.of("mend.oneMore", placement),
                new supernode.design.edit.Edit.SetCount(assembly, placement, p.count() + 1)));
  }

  /** Paths of what an assembly holds, in every instance of the assembly. */
  List<String> within(String assembly, List<String> names) {
    return model.groups().stream()
        .filter(g -> g.assembly().equals(assembly))
        .flatMap(g -> names.stream().map(n -> g.name().isEmpty() ? n : g.name() + "." + n))
        .toList();
  }

  Instance instance(int index) {
    return model.instances().get(index);
  }

  /** Paths of instances, in order. */
  List<String> places(Collection<Integer> indices) {
    return indices.stream().sorted().map(i -> instance(i).name()).toList();
  }
}
