package supernode.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import supernode.analysis.Analysis;
import supernode.analysis.Result;
import supernode.catalog.Part;
import supernode.catalog.PartKind;
import supernode.design.Assembly;
import supernode.design.InstancePath;
import supernode.design.Placement;
import supernode.design.Places;

/** What an analysis says of an instance, as people mean it when they point at it. */
public final class Answers {
  private Answers() {}

  /** Results of an instance; where it is a package, those of its chip first. */
  public static List<Result> at(Workspace workspace, Analysis analysis, String place) {
    String chip = chip(workspace, InstancePath.parse(place)).toString();
    List<Result> all = new ArrayList<>(analysis.at(chip));
    if (!chip.equals(place)) {
      // What both say alike is said once.
      Set<String> said = all.stream().map(r -> r.label().key()).collect(Collectors.toSet());
      analysis.at(place).stream().filter(r -> !said.contains(r.label().key())).forEach(all::add);
    }
    return all;
  }

  /**
   * The chip of a package, which people mean when they select the package; else the path itself.
   */
  public static InstancePath chip(Workspace workspace, InstancePath path) {
    Optional<Assembly> inside =
        workspace
            .places()
            .find(path)
            .flatMap(Places.Found::inner)
            .map(workspace.design().assemblies()::get)
            .filter(a -> a.level() == Assembly.Level.PACKAGE);
    for (Map.Entry<String, Placement> e :
        inside.map(Assembly::placements).orElse(Map.of()).entrySet()) {
      Optional<Part> part = workspace.library().part(e.getValue().of());
      if (e.getValue().count() == 1 && part.filter(p -> isChip(p.kind())).isPresent()) {
        return path.child(e.getKey(), 0);
      }
    }
    return path;
  }

  private static boolean isChip(PartKind kind) {
    return kind == PartKind.ACCELERATOR || kind == PartKind.CPU || kind == PartKind.SWITCH;
  }
}
