package supernode.ui.canvas;

import static supernode.ui.Command.Menu.DESIGN;
import static supernode.ui.Command.Menu.EDIT;
import static supernode.ui.Command.Menu.VIEW;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import supernode.ui.Command;
import supernode.ui.Selection;
import supernode.ui.Workspace;

/** The canvas's commands for menus, finder and shortcuts. */
final class CanvasCommands {
  private CanvasCommands() {}

  static List<Command> of(CanvasView view) {
    CanvasActions actions = view.actions();
    Workspace w = view.workspace();
    BooleanBinding any =
        Bindings.createBooleanBinding(() -> !w.selection().isEmpty(), w.selectionProperty());
    BooleanBinding places =
        Bindings.createBooleanBinding(
            () -> !w.selection().places().isEmpty(), w.selectionProperty());
    BooleanBinding several =
        Bindings.createBooleanBinding(
            () -> w.selection().places().size() > 1, w.selectionProperty());
    BooleanBinding inside =
        Bindings.createBooleanBinding(
            () -> !w.enteredProperty().get().isRoot(), w.enteredProperty());
    List<Command> all = new ArrayList<>();
    all.add(
        Command.of("cut", EDIT, actions::cut)
            .withIcon("fth-scissors")
            .withKeys("shortcut+X")
            .when(places)
            .startingGroup());
    all.add(
        Command.of("copy", EDIT, actions::copy)
            .withIcon("fth-copy")
            .withKeys("shortcut+C")
            .when(places));
    all.add(
        Command.of("paste", EDIT, actions::paste).withIcon("fth-clipboard").withKeys("shortcut+V"));
    all.add(Command.of("duplicate", EDIT, actions::duplicate).withKeys("shortcut+D").when(places));
    all.add(Command.of("arrayCopy", EDIT, view::askArrayCopy).withIcon("fth-grid").when(places));
    all.add(
        Command.of("delete", EDIT, actions::delete)
            .withIcon("fth-trash-2")
            .withKeys("DELETE")
            .when(any));
    all.add(
        Command.of("selectAll", EDIT, actions::selectAll).withKeys("shortcut+A").startingGroup());
    for (Alignment a : Alignment.values()) {
      Command c =
          Command.of("align." + a.name().toLowerCase(Locale.ROOT), EDIT, () -> actions.align(a))
              .when(several);
      all.add(a == Alignment.LEFT ? c.startingGroup() : c);
    }
    all.addAll(look(view));
    all.add(Command.of("enter", DESIGN, actions::enter).withIcon("fth-log-in").when(places));
    all.add(Command.of("leave", DESIGN, actions::leave).withIcon("fth-log-out").when(inside));
    all.add(
        Command.of("fail", DESIGN, () -> actions.setFailed(true))
            .withIcon("fth-zap-off")
            .when(places)
            .startingGroup());
    all.add(
        Command.of("mend", DESIGN, () -> actions.setFailed(false))
            .withIcon("fth-tool")
            .when(failed(actions, w)));
    LinkFaults links = actions.linkFaults();
    all.add(Command.of("link.failOne", DESIGN, links::failOne).when(links(links::canFailOne, w)));
    all.add(Command.of("link.failAll", DESIGN, links::failAll).when(links(links::canFailAll, w)));
    all.add(
        Command.of("link.restore", DESIGN, links::restore)
            .withIcon("fth-tool")
            .when(links(links::canRestore, w)));
    all.add(Command.of("link.failAtRandom", DESIGN, view::askRandomFaults));
    all.add(
        Command.of("wireLikeSiblings", DESIGN, actions::wireLikeSiblings)
            .withIcon("fth-git-merge")
            .when(places));
    all.addAll(WhatIf.everywhere(w));
    return all;
  }

  private static List<Command> look(CanvasView view) {
    return List.of(
        Command.of("zoomIn", VIEW, () -> view.zoom(CanvasView.ZOOM_STEP))
            .withIcon("fth-zoom-in")
            .startingGroup(),
        Command.of("zoomOut", VIEW, () -> view.zoom(1 / CanvasView.ZOOM_STEP))
            .withIcon("fth-zoom-out"),
        Command.of("fit", VIEW, view::fit).withIcon("fth-maximize").withKeys("shortcut+0"),
        Command.of("fitSelection", VIEW, view::fitSelection).withKeys("shortcut+shift+9"),
        Command.of("actualSize", VIEW, view::actualSize).withKeys("shortcut+9"),
        Command.toggle("minimap", VIEW, view.minimapProperty()).startingGroup(),
        Command.toggle("motion", VIEW, view.motionProperty())
            .withIcon("fth-activity")
            .withKeys("shortcut+M"),
        Command.toggle("motion.hold", VIEW, view.heldProperty())
            .withIcon("fth-pause")
            .withKeys("shortcut+shift+M")
            .when(view.motionProperty()));
  }

  private static BooleanBinding links(Callable<Boolean> possible, Workspace w) {
    return Bindings.createBooleanBinding(
        possible,
        w.selectionProperty(),
        w.analysisProperty(),
        w.designProperty(),
        w.scenarioProperty());
  }

  private static BooleanBinding failed(CanvasActions actions, Workspace w) {
    return Bindings.createBooleanBinding(
        () -> {
          Selection s = w.selection();
          return s.places().stream().anyMatch(actions::isFailed);
        },
        w.selectionProperty(),
        w.designProperty(),
        w.scenarioProperty());
  }
}
