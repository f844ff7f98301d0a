package supernode.design.edit;

import supernode.quantity.Text;

/** Names of edits for the undo menu. */
final class Labels {
  private Labels() {}

  static Text of(Edit edit) {
    return switch (edit) {
      case Edit.AddPlacement e -> Text.of("edit.add", e.name());
      case Edit.RemovePlacement e -> Text.of("edit.remove", e.name());
      case Edit.RemoveInstances e -> Text.of("edit.removeSome", e.indices().size(), e.name());
      case Edit.RenamePlacement e -> Text.of("edit.rename", e.from(), e.to());
      case Edit.Arrange e -> Text.of("edit.move", e.name());
      case Edit.SetCount e -> Text.of("edit.count", e.name(), e.count());
      case Edit.Replace e -> Text.of("edit.replace", e.name(), e.of());
      case Edit.SetValue e ->
          Text.of("edit.value", e.name(), Text.of("property." + e.property().key()));
      case Edit.SetInstanceValue e ->
          Text.of("edit.value", e.path(), Text.of("property." + e.property().key()));
      case Edit.AddWiring e -> Text.of("edit.wire", e.wiring().link());
      case Edit.RemoveWiring e -> Text.of("edit.unwire", e.wiring().link());
      case Edit.ReplaceWiring e -> Text.of("edit.rewire", e.next().link());
      case Edit.Expose e -> Text.of("edit.expose", e.name());
      case Edit.AddAssembly e -> Text.of("edit.addAssembly", e.assembly().name());
      case Edit.RemoveAssembly e -> Text.of("edit.removeAssembly", e.id());
      case Edit.RenameAssembly e -> Text.of("edit.rename", e.id(), e.name());
      case Edit.SetEnclosure e -> Text.of("edit.enclosure", e.assembly());
      case Edit.RenameDesign e -> Text.of("edit.renameDesign", e.name());
      case Edit.SetNotes _ -> Text.of("edit.notes");
      case Edit.SetFault e -> Text.of(e.failed() ? "edit.fail" : "edit.mend", e.path());
      case Edit.SetDamage e -> Text.of("edit.damage", e.scenario());
      case Edit.SetAmbient e -> Text.of("edit.ambient", e.scenario());
      case Edit.SetTraffic e -> Text.of("edit.traffic", e.scenario());
      case Edit.SetWorkload e ->
          Text.of(e.workload().isPresent() ? "edit.workload" : "edit.noWorkload", e.name());
      case Edit.SetWeather e ->
          Text.of(e.weather().isPresent() ? "edit.weather" : "edit.noWeather", e.scenario());
      case Edit.RenameWorkload e -> Text.of("edit.renameWorkload", e.from(), e.to());
      case Edit.SetRouting e -> Text.of("edit.routing", Text.of("fabric." + e.fabric().key()));
      case Edit.AddScenario e -> Text.of("edit.addScenario", e.name());
      case Edit.RemoveScenario e -> Text.of("edit.removeScenario", e.name());
      case Edit.EmbedPart e -> Text.of("edit.embed", e.part().name());
      case Edit.EmbedLink e -> Text.of("edit.embed", e.link().name());
      case Edit.SetDigests _ -> Text.of("edit.digests");
      case Edit.Compound e -> e.label();
    };
  }
}
