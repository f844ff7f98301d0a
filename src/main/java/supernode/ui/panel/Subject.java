package supernode.ui.panel;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import supernode.catalog.Part;
import supernode.design.Assembly;
import supernode.design.InstancePath;
import supernode.design.Places;
import supernode.design.Scenario;
import supernode.design.edit.Edit;
import supernode.quantity.Text;
import supernode.ui.Answers;
import supernode.ui.Workspace;

/** The selected instances as the head of the inspector speaks of them. */
record Subject(Workspace workspace, List<InstancePath> paths) {
  /** The name of the one thing, or of the things if all are alike; else empty. */
  String name() {
    Set<String> names = new HashSet<>();
    paths.forEach(p -> names.add(Names.of(workspace).at(p)));
    return names.size() == 1 ? names.iterator().next() : "";
  }

  /** The part that they all are, be it the chip of a package; empty where they differ. */
  Optional<Part> part() {
    Set<Optional<Part>> parts = new HashSet<>();
    for (InstancePath path : paths) {
      InstancePath chip = Answers.chip(workspace, path);
      parts.add(workspace.places().find(chip).flatMap(Places.Found::part));
    }
    return parts.size() == 1 ? parts.iterator().next() : Optional.empty();
  }

  /** Whether every selected instance has failed in the scenario that is shown. */
  boolean failed() {
    return paths.stream().allMatch(p -> scenario().faults().contains(p.toString()));
  }

  /** Fails them all, or mends them all. */
  Edit fail(boolean failed) {
    List<Edit> edits = new ArrayList<>();
    String scenario = workspace.scenarioProperty().get();
    paths.forEach(p -> edits.add(new Edit.SetFault(scenario, p.toString(), failed)));
    return edits.size() == 1
        ? edits.getFirst()
        : new Edit.Compound(
            Text.of(failed ? "panel.edit.failMany" : "panel.edit.mendMany", edits.size()), edits);
  }

  /** Ids of what could stand in the place instead: the same kind of part, or level of assembly. */
  List<String> alternatives() {
    Places.Found found = workspace.places().find(paths.getFirst()).orElseThrow();
    String now = found.placement().orElseThrow().of();
    if (found.part().isPresent()) {
      Predicate<Part> same = p -> p.kind() == found.part().get().kind() && !p.id().equals(now);
      return workspace.library().parts().values().stream().filter(same).map(Part::id).toList();
    }
    Assembly.Level level = workspace.design().assemblies().get(now).level();
    return workspace.design().assemblies().entrySet().stream()
        .filter(e -> e.getValue().level() == level && !e.getKey().equals(now))
        .filter(e -> !e.getKey().equals(workspace.design().root()))
        .map(java.util.Map.Entry::getKey)
        .toList();
  }

  /** Puts something else in the place of all selected placements. */
  Edit replace(String with) {
    Set<Edit> edits = new java.util.LinkedHashSet<>();
    for (InstancePath path : paths) {
      workspace
          .places()
          .find(path)
          .ifPresent(f -> edits.add(new Edit.Replace(f.assembly(), path.last().placement(), with)));
    }
    return edits.size() == 1
        ? edits.iterator().next()
        : new Edit.Compound(
            Text.of("edit.replace", paths.size(), Names.of(workspace).of(with)),
            List.copyOf(edits));
  }

  private Scenario scenario() {
    return workspace
        .design()
        .scenarios()
        .getOrDefault(workspace.scenarioProperty().get(), Scenario.DEFAULT);
  }
}
