package supernode.ui.canvas;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import supernode.quantity.Messages;
import supernode.ui.Command;

/** What a press of the second button offers. */
final class InstanceMenu {
  private static final String LINE = "-";

  /** Where ports and planes that may fail are listed. */
  private static final String FAULTS = "faults";

  private InstanceMenu() {}

  /** For what is selected. */
  static ContextMenu of(CanvasView view, Messages messages) {
    Map<String, Command> commands =
        view.commands().stream().collect(Collectors.toMap(Command::id, Function.identity()));
    ContextMenu menu = new ContextMenu();
    menu.setId("canvas-menu");
    boolean some = !view.workspace().selection().isEmpty();
    Stream<String> ids =
        some
            ? Stream.of(
                "enter",
                "fail",
                "mend",
                FAULTS,
                LINE,
                "link.failOne",
                "link.failAll",
                "link.restore",
                LINE,
                "wireLikeSiblings",
                LINE,
                "cut",
                "copy",
                "duplicate",
                "arrayCopy",
                LINE,
                "fitSelection",
                LINE,
                "delete")
            : Stream.of(
                "paste",
                "selectAll",
                LINE,
                "fit",
                "actualSize",
                LINE,
                "link.failAtRandom",
                FAULTS,
                LINE,
                "leave");
    ids.forEach(id -> {
      if (id.equals(LINE)) {
        if (!menu.getItems().isEmpty()
            && !(menu.getItems().getLast() instanceof SeparatorMenuItem)) {
          menu.getItems().add(new SeparatorMenuItem());
        }
      } else if (id.equals(FAULTS)) {
        new FaultMenus(view.workspace(), messages, view.actions().linkFaults())
            .all()
            .forEach(menu.getItems()::add);
      } else if (isOffered(view, id, commands.get(id))) {
        menu.getItems().add(item(commands.get(id), messages));
      }
    });
    WhatIf.menu(view.workspace(), messages)
        .ifPresent(m -> menu.getItems().addAll(new SeparatorMenuItem(), m));
    if (some) {
      MenuItem properties = new MenuItem(messages.say("canvas.properties"));
      properties.setId("canvas-menu-properties");
      properties.setOnAction(_ -> view.showProperties());
      menu.getItems().addAll(new SeparatorMenuItem(), properties);
    }
    return menu;
  }

  private static boolean isOffered(CanvasView view, String id, Command c) {
    return switch (id) {
      case "wireLikeSiblings" -> view.actions().siblingWiring().isPresent();
      case "fail" ->
          view.workspace().selection().places().stream().anyMatch(p -> !view.actions().isFailed(p));
      case "paste" -> view.actions().canPaste();
      default -> c.enabled().get();
    };
  }

  private static MenuItem item(Command c, Messages messages) {
    MenuItem item = new MenuItem(messages.say(c.label().getValue()));
    item.setId("canvas-menu-" + c.id().replace('.', '-'));
    c.keys().stream().findFirst().ifPresent(item::setAccelerator);
    item.setOnAction(_ -> c.run());
    return item;
  }
}
