package supernode.ui.canvas;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import supernode.analysis.Analysis;
import supernode.design.Damage;
import supernode.design.Fabric;
import supernode.design.InstancePath;
import supernode.quantity.Messages;
import supernode.quantity.Text;
import supernode.topology.Link;
import supernode.topology.Planes;
import supernode.topology.PortLinks;
import supernode.topology.SystemModel;
import supernode.ui.Workspace;

/**
 * Fails a single port of the selected part, or a plane of the selected fabric or switch; what has
 * failed is ticked, and taking the tick away restores it.
 */
final class FaultMenus {
  /** Entries of one menu; of more, blocks of so many are menus of their own. */
  private static final int BLOCK = 32;

  private static final int MOST_PLANES = 256;

  /** Of an instance with more, the parts inside are to be looked at. */
  private static final int MOST_PORTS = 1024;

  private final Workspace workspace;
  private final Messages messages;
  private final LinkFaults faults;

  FaultMenus(Workspace workspace, Messages messages, LinkFaults faults) {
    this.workspace = workspace;
    this.messages = messages;
    this.faults = faults;
  }

  /** What can be failed of what is selected. */
  List<Menu> all() {
    Optional<SystemModel> model =
        workspace.analysis().map(Analysis::model).flatMap(m -> m.asOptional());
    List<String> places = workspace.selection().places();
    List<Menu> menus = new ArrayList<>();
    if (model.isPresent() && places.size() == 1) {
      ports(model.get(), places.getFirst()).ifPresent(menus::add);
    }
    model.flatMap(this::planes).ifPresent(menus::add);
    return menus;
  }

  private Optional<Menu> ports(SystemModel model, String part) {
    Map<String, List<MenuItem>> groups = new LinkedHashMap<>();
    for (PortLinks.PortLink p : PortLinks.of(model, part, MOST_PORTS)) {
      groups
          .computeIfAbsent(p.port(), _ -> new ArrayList<>())
          .add(
              item(
                  p.port() + "-" + p.index(),
                  Text.of("canvas.port.to", p.port(), p.index(), p.peer()),
                  new Damage.Port(part, p.port(), p.index())));
    }
    if (groups.isEmpty()) {
      return Optional.empty();
    }
    Menu menu = menu("canvas-menu-fail-port", messages.say("canvas.failPort"));
    groups.forEach((port, items) -> {
      Menu group =
          menu("canvas-menu-port-" + port, messages.say("canvas.port", port, items.size()));
      fill(group, items);
      menu.getItems().add(group);
    });
    return Optional.of(menu);
  }

  private Optional<Menu> planes(SystemModel model) {
    Set<String> faulted = faults.faults();
    List<MenuItem> items = new ArrayList<>();
    for (Fabric fabric : fabrics(model)) {
      Planes planes =
          Planes.of(model, fabric, i -> !isWithin(model.instances().get(i).path(), faulted));
      if (planes.count() < 2 || planes.count() > MOST_PLANES) {
        continue;
      }
      for (int i = 0; i < planes.count(); i++) {
        List<String> places = workspace.selection().places();
        if (places.isEmpty() || planes.at(i).contains(places.getFirst())) {
          Damage plane = new Damage.Plane(fabric, i);
          Text words = Text.of("canvas.plane", plane.text(), planes.at(i).size());
          items.add(item("plane-" + fabric.key() + "-" + i, words, plane));
        }
      }
    }
    if (items.isEmpty()) {
      return Optional.empty();
    }
    Menu menu = menu("canvas-menu-fail-plane", messages.say("canvas.failPlane"));
    fill(menu, items);
    return Optional.of(menu);
  }

  /** Of the selected wiring, or those that the selected part is on. */
  private List<Fabric> fabrics(SystemModel model) {
    List<String> places = workspace.selection().places();
    if (places.size() == 1) {
      return model
          .find(places.getFirst())
          .map(i ->
              model.links().stream()
                  .filter(l -> l.a() == i.index() || l.b() == i.index())
                  .map(Link::fabric)
                  .filter(FaultMenus::carriesSignals)
                  .distinct()
                  .toList())
          .orElse(List.of());
    }
    return workspace.selection().wiring().stream()
        .map(w -> workspace.design().assemblies().get(w.assembly()).wirings().get(w.index()))
        .map(w -> w.fabric())
        .filter(FaultMenus::carriesSignals)
        .toList();
  }

  private static boolean carriesSignals(Fabric fabric) {
    return fabric.family() == supernode.catalog.LinkType.Family.SIGNAL;
  }

  private static boolean isWithin(InstancePath path, Set<String> faulted) {
    for (InstancePath at = path; !at.isRoot(); at = at.parent()) {
      if (faulted.contains(at.toString())) {
        return true;
      }
    }
    return false;
  }

  private static Menu menu(String id, String words) {
    Menu menu = new Menu(words);
    menu.setId(id);
    menu.setMnemonicParsing(false);
    return menu;
  }

  private MenuItem item(String id, Text words, Damage damage) {
    CheckMenuItem item = new CheckMenuItem(messages.say(words));
    item.setId("canvas-menu-" + id);
    item.setMnemonicParsing(false);
    item.setSelected(faults.has(damage));
    item.setOnAction(_ -> faults.toggle(damage));
    return item;
  }

  private static void fill(Menu menu, List<MenuItem> items) {
    if (items.size() <= BLOCK) {
      menu.getItems().addAll(items);
      return;
    }
    IntStream.iterate(0, from -> from < items.size(), from -> from + BLOCK)
        .forEach(from -> {
          int end = Math.min(items.size(), from + BLOCK);
          Menu block = menu(menu.getId() + "-" + from, from + " – " + (end - 1));
          block.getItems().addAll(items.subList(from, end));
          menu.getItems().add(block);
        });
  }
}
