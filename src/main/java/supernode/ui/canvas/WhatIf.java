package supernode.ui.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import supernode.analysis.Analysis;
import supernode.analysis.loop.Incident;
import supernode.catalog.Part;
import supernode.design.Fabric;
import supernode.design.InstancePath;
import supernode.design.Places;
import supernode.design.Selector;
import supernode.design.Wiring;
import supernode.quantity.Messages;
import supernode.ui.Command;
import supernode.ui.Selection;
import supernode.ui.Workspace;

/** What can happen to the loop, as commands for all of it and as a menu for what is selected. */
final class WhatIf {
  private WhatIf() {}

  /** What may happen to the whole plant. */
  static List<Command> everywhere(Workspace workspace) {
    BooleanBinding cooled =
        Bindings.createBooleanBinding(() -> cooled(workspace), workspace.analysisProperty());
    List<Command> all = new ArrayList<>();
    for (Incident incident : Incident.everywhere()) {
      Command c =
          Command.of(
                  "incident." + incident.key(),
                  Command.Menu.DESIGN,
                  () -> workspace.replay().start(incident))
              .withLabel(new ReadOnlyObjectWrapper<>(incident.text()))
              .when(cooled);
      all.add(all.isEmpty() ? c.startingGroup() : c);
    }
    return all;
  }

  private static boolean cooled(Workspace workspace) {
    return workspace
        .analysis()
        .filter(Analysis::complete)
        .flatMap(a -> a.cooling().asOptional())
        .isPresent();
  }

  /** What may happen to what is selected; empty where nothing may. */
  static Optional<Menu> menu(Workspace workspace, Messages messages) {
    if (!cooled(workspace)) {
      return Optional.empty();
    }
    List<String> places = workspace.selection().places();
    List<Incident> incidents =
        workspace
            .selection()
            .wiring()
            .map(w -> hose(workspace, w))
            .orElseGet(() -> places.size() == 1 ? part(workspace, places.getFirst()) : List.of());
    if (incidents.isEmpty()) {
      return Optional.empty();
    }
    Menu menu = new Menu(messages.say("canvas.whatIf"));
    menu.setId("canvas-menu-what-if");
    for (Incident incident : incidents) {
      MenuItem item = new MenuItem(messages.say(incident.text()));
      item.setMnemonicParsing(false);
      item.setId("canvas-menu-" + incident.key());
      item.setOnAction(_ -> workspace.replay().start(incident));
      menu.getItems().add(item);
    }
    return Optional.of(menu);
  }

  private static List<Incident> part(Workspace workspace, String place) {
    return workspace
        .places()
        .find(InstancePath.parse(place))
        .flatMap(Places.Found::part)
        .map(Part::kind)
        .map(kind -> Incident.at(kind, place))
        .orElse(List.of());
  }

  /** A hose leaks where it begins. */
  private static List<Incident> hose(Workspace workspace, Selection.WiringRef ref) {
    Wiring wiring = workspace.design().assemblies().get(ref.assembly()).wirings().get(ref.index());
    if (wiring.fabric() != Fabric.LOOP) {
      return List.of();
    }
    InstancePath place =
        ref.line().map(l -> InstancePath.parse(l.at())).orElse(workspace.enteredProperty().get());
    for (Selector.Step step : wiring.pattern().ends().getFirst().steps()) {
      place = place.child(step.placement(), step.first());
    }
    return List.of(new Incident.Leak(place.toString()));
  }
}
